import { getRouteApi } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Endless, useEndless } from '@/lib/list/endless';
import { EmptyState } from '@/lib/list/list-states';
import { RecordTabs, Tab } from '@/lib/record/record-tabs';
import type { AuditEntry, HistoryEntry } from './audit-entry';
import { AuditRow } from './audit-row';
import { ChangeRow } from './change-row';
import { useResources } from './use-resources';
import './audit.css';

const route = getRouteApi('/_app/audit-logs');

/** What was done and tried, and what was written, by whom. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  return (
    <main className="gx-page gx-audit">
      <header className="gx-page-head">
        <h1>{t('title')}</h1>
      </header>
      <RecordTabs>
        <Tab id="log" label={t('tab.log')}>
          <Log />
        </Tab>
        <Tab id="changes" label={t('tab.changes')}>
          <Changes />
        </Tab>
      </RecordTabs>
    </main>
  );
}

/** The filters weigh more than the log; it is there to be read before them. */
const LogFilters = lazy(() => import('./audit-filters').then((it) => ({ default: it.LogFilters })));
const ChangeFilters = lazy(() => import('./audit-filters').then((it) => ({ default: it.ChangeFilters })));

function Log() {
  const { t } = useTranslation('audit');
  const { actor, action, result, from, until } = route.useSearch();
  // The last day is meant to be in.
  const before = until ? dayjs(until).add(1, 'day').format('YYYY-MM-DD') : undefined;
  const found = useEndless<AuditEntry>('/audit-logs', { actor_id: actor, action, result, from, until: before });
  return (
    <>
      <Suspense fallback={<div className="gx-audit-filters" />}>
        <LogFilters />
      </Suspense>
      <Endless found={found} empty={<EmptyState title={t('empty')} />}>
        {(it) => <AuditRow key={it.id} it={it} />}
      </Endless>
    </>
  );
}

function Changes() {
  const { t } = useTranslation('audit');
  const { actor, resource } = route.useSearch();
  const resources = useResources();
  const found = useEndless<HistoryEntry>('/audit-logs/changes', { actor_id: actor, resource });
  return (
    <>
      <Suspense fallback={<div className="gx-audit-filters" />}>
        <ChangeFilters />
      </Suspense>
      <Endless found={found} empty={<EmptyState title={t('empty')} />}>
        {(it) => <ChangeRow key={it.id} it={it} resources={resources} />}
      </Endless>
    </>
  );
}
