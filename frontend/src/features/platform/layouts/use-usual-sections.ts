import { useTranslation } from 'react-i18next';
import { contact } from '@/features/customers/contact.resource';
import { customer } from '@/features/customers/customer.resource';
import { lead } from '@/features/leads/lead.resource';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import { keysOf, type Section } from '@/lib/resource/layout';
import { useMeta } from '@/lib/resource/meta';

const LAID_OUT = [lead, customer, contact] as Resource[];

/** What a new layout begins with: what the product shows, and what was added. */
export function useUsualSections(of: string): Section[] {
  const { t } = useTranslation(['common', ...LAID_OUT.map(({ key }) => key)]);
  const { fields, byKey } = useMeta(of);
  const resource = LAID_OUT.find((it) => nameOf(it) === of);
  const sections = (resource?.panels ?? []).map((panel) => ({
    title: t(panel.title),
    fields: panel.fields.filter((key) => byKey.has(key)).map((key) => ({ key })),
  }));
  const named = keysOf(sections);
  const added = fields.filter(({ key, custom }) => custom && !named.has(key)).map(({ key }) => ({ key }));
  return added.length > 0 ? [...sections, { title: t('added_fields'), fields: added }] : sections;
}
