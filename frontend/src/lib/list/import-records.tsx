import { ImportOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { nameOf, type Resource } from '@/lib/resource/define-resource';
import { Can } from '@/lib/resource/permissions';

/** The way to the import wizard for this kind of record. */
export function ImportRecords({ resource }: { resource: Resource }) {
  const { t } = useTranslation();
  return (
    <Can do={`${resource.key}:import`}>
      <Link to={'/imports' as string} search={{ resource: nameOf(resource) } as never} aria-label={t('import')}>
        <Button icon={<ImportOutlined />} tabIndex={-1}>
          <span className="gx-wide-only">{t('import')}</span>
        </Button>
      </Link>
    </Can>
  );
}
