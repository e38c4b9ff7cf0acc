import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/lib/api/problem';
import { invalidate } from '@/lib/api/query';
import { RecordLink } from '@/lib/resource/record-link';
import type { RecordState } from '@/lib/resource/use-record';
import { useToast } from '@/lib/resource/use-toast';
import { HIERARCHY } from './hierarchy';

const RemoteSelect = lazy(() => import('@/lib/fields/remote-select').then((it) => ({ default: it.RemoteSelect })));

/** The company above: chosen where it is read; a choice that would close a circle is refused beside it. */
export function ParentField({ of: record }: { of: RecordState }) {
  const { t } = useTranslation('customer');
  const toast = useToast();
  const id = useId();
  const [isEditing, setEditing] = useState(false);
  const [chosen, setChosen] = useState<string | null>();
  const [refusal, setRefusal] = useState<string>();
  const { data } = record;
  const field = record.fieldOf.get('parent_id');
  if (!data || !field || !('parent_id' in data)) return null;
  const now = typeof data.parent_id === 'string' ? data.parent_id : null;
  const name = typeof data.parent_name === 'string' ? data.parent_name : t('family.hidden');
  const close = () => {
    setEditing(false);
    setChosen(undefined);
    setRefusal(undefined);
  };
  const choose = async (parent: string | null, label: string) => {
    setChosen(parent);
    setRefusal(undefined);
    try {
      await record.save({ parent_id: parent }, { parent_name: label || null });
      invalidate(HIERARCHY);
      close();
    } catch (error) {
      if (isProblem(error, 409, 422)) setRefusal(error.on('parent_id') ?? error.message);
      else toast.failed(error);
    }
  };
  return (
    <div className="gx-parent">
      <label htmlFor={id} className="gx-faint">
        {t('family.parent')}
      </label>
      {!isEditing && (
        <span>
          {now ? (
            <RecordLink path="/customers" id={now}>
              {name}
            </RecordLink>
          ) : (
            t('family.no_parent')
          )}
        </span>
      )}
      {!isEditing && field.writable && record.allowed.has('update') && (
        <Button
          type="text"
          icon={<EditOutlined />}
          aria-label={t('family.choose_parent')}
          onClick={() => setEditing(true)}
        />
      )}
      {isEditing && (
        <Suspense fallback={null}>
          <span className="gx-parent-choice">
            <RemoteSelect
              id={id}
              path="/customers"
              value={chosen === undefined ? now : chosen}
              shown={now ? { [now]: name } : undefined}
              autoFocus
              isOpen
              allowClear
              onCancel={close}
              onChange={(next, label) => void choose(next as string | null, label)}
            />
            {refusal && (
              <span role="alert" className="gx-refusal">
                {refusal}
              </span>
            )}
          </span>
          <Button onClick={close}>{t('common:cancel')}</Button>
        </Suspense>
      )}
    </div>
  );
}
