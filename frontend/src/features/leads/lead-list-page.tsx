import { ImportOutlined } from '@ant-design/icons';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { BulkActions, BulkBar } from '@/lib/list/bulk-bar';
import { BulkEdit } from '@/lib/list/bulk-edit';
import { CreateRecord } from '@/lib/list/create-record';
import { DeleteRecords } from '@/lib/list/delete-records';
import { ExportRecords } from '@/lib/list/export-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { FollowUpDialog } from '@/lib/record/follow-up-dialog';
import { PossibleTwins } from '@/lib/record/possible-twins';
import { Can } from '@/lib/resource/permissions';
import { type ListState, useResourceList } from '@/lib/resource/use-resource-list';
import { lead } from './lead.resource';
import { LeadCard } from './lead-card';
import { ALL_LEADS, MY_LEADS } from './lead-lists';

const all = getRouteApi('/_app/leads/');
const mine = getRouteApi('/_app/leads/mine');

export function LeadListPage() {
  return (
    <Leads list={useResourceList(lead, all.useSearch(), all.useNavigate(), ALL_LEADS)} quick={['status', 'owner_id']} />
  );
}

export function MyLeadsPage() {
  const { t } = useTranslation('lead');
  const list = useResourceList(lead, mine.useSearch(), mine.useNavigate(), MY_LEADS);
  return <Leads list={list} title={t('mine')} quick={['status', 'level']} />;
}

const ASKED = [
  'company_name',
  'contact_name',
  'mobile',
  'phone',
  'title',
  'email',
  'wechat',
  'source',
  'level',
  'industry',
  'region',
  'address',
  'budget',
  'expected_date',
  'requirement',
  'tags',
];

const COMPARED = ['company_name', 'contact_name', 'phone', 'mobile', 'email'];

function Leads({ list, title, quick }: { list: ListState; title?: string; quick: string[] }) {
  return (
    <ListPage
      list={list}
      title={title}
      create={
        <CreateRecord
          list={list}
          fields={ASKED}
          hint={(typed) => <PossibleTwins of={typed} path="/leads/duplicates/check" by={COMPARED} />}
        />
      }
      more={
        <>
          <ImportLink />
          <ExportRecords list={list} />
        </>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={[...quick, 'next_contact_at', 'recycle_due_on', 'source']} />
      <ListBody list={list} card={LeadCard} />
      <BulkBar list={list}>
        <BulkActions list={list} />
        <BulkEdit list={list} />
        <DeleteRecords list={list} />
      </BulkBar>
      <FollowUpDialog />
    </ListPage>
  );
}

function ImportLink() {
  const { t } = useTranslation('lead');
  return (
    <Can do="lead:import">
      <Link to={'/imports' as string} search={{ resource: 'leads' } as never} aria-label={t('import')}>
        <Button icon={<ImportOutlined />} tabIndex={-1}>
          <span className="gx-wide-only">{t('import')}</span>
        </Button>
      </Link>
    </Can>
  );
}
