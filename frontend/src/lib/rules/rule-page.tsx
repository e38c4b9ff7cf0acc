import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '@/lib/api/schema-types';
import { StatusTag } from '@/lib/fields/status-tag';
import { useShortcut } from '@/lib/keyboard/use-shortcut';
import { EmptyState, Failure } from '@/lib/list/list-states';
import type { Resource } from '@/lib/resource/define-resource';
import { useCan } from '@/lib/resource/permissions';
import { pageQuery } from '@/lib/resource/use-rows';
import { useSave } from '@/lib/resource/use-save';
import { useToast } from '@/lib/resource/use-toast';
import type { RuleFormProps } from './rule-drawer';
import { type NameOf, useNames } from './use-names';
import './rules.css';

const RuleDrawer = lazy(() => import('./rule-drawer').then((it) => ({ default: it.RuleDrawer })));

/** What a rule means, one sentence a line. */
export type Sentences = (rule: Record<string, unknown>, nameOf: NameOf) => string[];

interface RulePageProps extends Pick<RuleFormProps, 'resource' | 'Fields' | 'initial'> {
  /** Words under `rule`: `pool`, `assignment`, … */
  kind: string;
  sort: string;
  sentences: Sentences;
  edit: string | undefined;
  onEdit: (id: string | undefined) => void;
}

/** Rules as people would say them to each other, each to be opened and changed. */
export function RulePage({ kind, sort, resource, sentences, edit, onEdit, Fields, initial }: RulePageProps) {
  const { t } = useTranslation('rule');
  const can = useCan();
  const found = useQuery(pageQuery(resource.list, { sort }, 0));
  const rules = found.data?.items ?? [];
  const nameOf = useNames(rules);
  const canCreate = can(`${resource.key}:create`);
  const open = canCreate ? () => onEdit('new') : undefined;
  useShortcut('c', t('create'), () => open?.());
  const create = open && (
    <Button type="primary" icon={<PlusOutlined />} onClick={open}>
      {t('create')}
    </Button>
  );
  const edited = edit === 'new' ? undefined : rules.find((it) => it.id === edit);
  return (
    <section className="gx-rules">
      <header>
        <div>
          <h1>{t(`${kind}.title`)}</h1>
          <p className="gx-faint">{t(`${kind}.text`)}</p>
        </div>
        {create}
      </header>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && rules.length === 0 && (
        <EmptyState title={t(`${kind}.empty`)} text={t('empty_text')}>
          {create}
        </EmptyState>
      )}
      <ol>
        {rules.map((rule) => (
          <Rule key={rule.id} rule={rule} resource={resource} lines={sentences(rule, nameOf)} onEdit={onEdit} />
        ))}
      </ol>
      <Suspense fallback={null}>
        {(edit === 'new' ? canCreate : edited) && (
          <RuleDrawer
            key={edit}
            kind={kind}
            resource={resource}
            rule={edited}
            initial={initial}
            Fields={Fields}
            sentences={sentences}
            onClose={() => onEdit(undefined)}
          />
        )}
      </Suspense>
    </section>
  );
}

interface RuleProps {
  rule: Row;
  resource: Resource;
  lines: string[];
  onEdit: (id: string) => void;
}

function Rule({ rule, resource, lines, onEdit }: RuleProps) {
  const { t } = useTranslation('rule');
  const { remove } = useSave(resource);
  const toast = useToast();
  const name = resource.titleOf(rule);
  const can = new Set(rule.allowed_actions ?? []);
  const isOff = rule.enabled === false || rule.active === false;
  return (
    <li className="gx-rule" data-off={isOff || undefined}>
      <div className="gx-rule-head">
        <h2>
          {name} {rule.is_default === true && <StatusTag color="blue">{t('default')}</StatusTag>}{' '}
          {isOff && <StatusTag>{t('off')}</StatusTag>}
        </h2>
        <span>
          {can.has('update') && (
            <Button
              type="text"
              icon={<EditOutlined />}
              aria-label={t('edit_what', { name })}
              onClick={() => onEdit(rule.id)}
            />
          )}
          {can.has('delete') && rule.is_default !== true && (
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('delete_what', { name })}
              onClick={() => void remove(rule).catch(toast.failed)}
            />
          )}
        </span>
      </div>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </li>
  );
}
