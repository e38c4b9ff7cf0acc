import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/lib/list/list-states';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useListName } from './use-list-name';
import { WordList } from './word-list';
import './dictionaries.css';

const route = getRouteApi('/_app/settings/dictionaries');
const NewDictionary = lazy(() => import('./new-dictionary').then((it) => ({ default: it.NewDictionary })));

/** Every list of words that people choose from. */
export function DictionariesPage() {
  const { t } = useTranslation('dictionary');
  const can = useCan();
  const nameOf = useListName();
  const { code } = route.useSearch();
  const navigate = route.useNavigate();
  const [isCreating, setCreating] = useState(false);
  const found = useQuery(pageQuery('/dictionaries', { sort: 'code' }, 0));
  const lists = found.data?.items ?? [];
  const current = lists.find((it) => it.code === code) ?? lists[0];
  return (
    <main className="gx-page gx-words">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
        {can('dictionary:update') && (
          <Button icon={<PlusOutlined />} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        )}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <div className="gx-words-body">
          <nav aria-label={t('title')}>
            {lists.map((it) => (
              <Link
                key={it.id}
                to="/settings/dictionaries"
                search={{ code: String(it.code) }}
                aria-current={it === current ? 'true' : undefined}
              >
                {nameOf(it)}
              </Link>
            ))}
          </nav>
          {current && <WordList key={current.id} list={current} />}
        </div>
      )}
      <Suspense fallback={null}>
        {isCreating && (
          <NewDictionary
            onClose={() => setCreating(false)}
            onCreated={(made) => void navigate({ search: { code: made } })}
          />
        )}
      </Suspense>
    </main>
  );
}
