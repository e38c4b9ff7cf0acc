import { EditOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/lib/list/list-states';
import { pageQuery } from '@/lib/resource/use-rows';
import { exampleOf, type Segment } from './numbering-rule';
import './numbering.css';

const route = getRouteApi('/_app/settings/numbering');
const NumberingDrawer = lazy(() => import('./numbering-drawer').then((it) => ({ default: it.NumberingDrawer })));

/** How the numbers of each kind of record look, by an example of today. */
export function NumberingPage() {
  const { t } = useTranslation('numbering_rule');
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(pageQuery('/numbering-rules', { sort: 'object' }, 0));
  const rules = found.data?.items ?? [];
  const edited = rules.find((it) => it.id === edit);
  return (
    <main className="gx-page gx-numbering">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
      </header>
      <p className="gx-faint">{t('text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      <ul>
        {rules.map((rule) => {
          const name = t(`object.${rule.object}`, { defaultValue: String(rule.object) });
          return (
            <li key={rule.id}>
              <b>{name}</b>
              <code>{exampleOf(rule.segments as Segment[], String(rule.separator))}</code>
              <span className="gx-faint">{t(`reset.${rule.reset}`)}</span>
              {rule.allowed_actions.includes('update') && (
                <Button
                  type="text"
                  icon={<EditOutlined />}
                  aria-label={t('edit_what', { name })}
                  onClick={() => void navigate({ search: { edit: rule.id } })}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Suspense fallback={null}>
        {edited && (
          <NumberingDrawer
            key={edited.id}
            rule={edited}
            onClose={() => void navigate({ search: { edit: undefined } })}
          />
        )}
      </Suspense>
    </main>
  );
}
