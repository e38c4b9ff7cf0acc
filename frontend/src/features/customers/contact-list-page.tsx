import { getRouteApi } from '@tanstack/react-router';
import { BulkActions, BulkBar } from '@/lib/list/bulk-bar';
import { BulkEdit } from '@/lib/list/bulk-edit';
import { CreateRecord } from '@/lib/list/create-record';
import { DeleteRecords } from '@/lib/list/delete-records';
import { ExportRecords } from '@/lib/list/export-records';
import { FilterBar } from '@/lib/list/filter-bar';
import { ImportRecords } from '@/lib/list/import-records';
import { ListBody } from '@/lib/list/list-body';
import { ListPage } from '@/lib/list/list-page';
import { ViewTabs } from '@/lib/list/view-tabs';
import { useResourceList } from '@/lib/resource/use-resource-list';
import { contact } from './contact.resource';
import { ContactCard } from './contact-card';

const route = getRouteApi('/_app/contacts/');

const ASKED = ['customer_id', 'name', 'mobile', 'title', 'role_in_deal', 'phone', 'email', 'wechat', 'department'];

export function ContactListPage() {
  const list = useResourceList(contact, route.useSearch(), route.useNavigate());
  return (
    <ListPage
      list={list}
      create={<CreateRecord list={list} fields={ASKED} />}
      more={
        <>
          <ImportRecords resource={contact} />
          <ExportRecords list={list} />
        </>
      }
    >
      <ViewTabs list={list} />
      <FilterBar list={list} quick={['role_in_deal', 'owner_id', 'is_primary']} />
      <ListBody list={list} card={ContactCard} />
      <BulkBar list={list}>
        <BulkActions list={list} />
        <BulkEdit list={list} />
        <DeleteRecords list={list} />
      </BulkBar>
    </ListPage>
  );
}
