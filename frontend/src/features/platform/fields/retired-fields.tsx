import { UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { invalidate, query } from '@/lib/api/query';
import { formatDate } from '@/lib/format/date';
import { useCan } from '@/lib/resource/permissions';
import { useToast } from '@/lib/resource/use-toast';
import { customField } from './custom-field.resource';

interface Retired {
  id: string;
  title: string | null;
  purged_on: string;
}

/** Fields that are not asked any more: with all they hold until they are purged. */
export function RetiredFields() {
  const { t } = useTranslation('custom_field');
  const can = useCan();
  const toast = useToast();
  const resource = customField.list.slice(1);
  const found = useQuery({ ...query('/recycle-bin', { query: { resource } }), enabled: can('recycle_bin:read') });
  const retired = (found.data?.items ?? []) as Retired[];
  if (retired.length === 0) return null;
  const restore = async ({ id, title }: Retired) => {
    try {
      await callPath('post', '/recycle-bin/{resource}/{id}/restore', { path: { resource, id } });
      toast.done(t('restored', { name: title }));
      invalidate('/recycle-bin', customField.list, '/meta/{resource}');
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <section className="gx-fields-retired" aria-label={t('retired')}>
      <h2>{t('retired')}</h2>
      <p className="gx-faint">{t('retired_text')}</p>
      <ul>
        {retired.map((it) => (
          <li key={it.id}>
            <span>
              {it.title} <small className="gx-faint">{t('purged', { date: formatDate(it.purged_on) })}</small>
            </span>
            {can('recycle_bin:restore') && (
              <Button size="small" icon={<UndoOutlined />} onClick={() => void restore(it)}>
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
