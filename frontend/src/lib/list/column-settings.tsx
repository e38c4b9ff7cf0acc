import { SettingOutlined } from '@ant-design/icons';
import { Button, Popover, Skeleton } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsWide } from '@/lib/format/use-media';
import type { ListState } from '@/lib/resource/use-resource-list';

const ColumnPicker = lazy(() => import('./column-picker').then((it) => ({ default: it.ColumnPicker })));

/** Which columns, in what order, pinned or not: this person's arrangement of this view. */
export function ColumnSettings({ list }: { list: ListState }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  if (!isWide) return null;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Suspense fallback={<Skeleton active className="gx-columns" />}>
          <ColumnPicker list={list} />
        </Suspense>
      }
      destroyOnHidden
    >
      <Button type="text" size="small" icon={<SettingOutlined />}>
        {t('columns.title')}
      </Button>
    </Popover>
  );
}
