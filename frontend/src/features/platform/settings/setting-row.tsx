import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { isProblem } from '@/lib/api/problem';
import { invalidate, queryClient } from '@/lib/api/query';
import { formatFullTime, formatTime } from '@/lib/format/date';
import { useLabel } from '@/lib/resource/meta';
import { useCan } from '@/lib/resource/permissions';
import { useToast } from '@/lib/resource/use-toast';
import { isDefault, isSameValue, type Setting, settingsQuery } from './setting';
import { useSettingWords } from './use-setting-words';

const SettingControl = lazy(() => import('./setting-control').then((it) => ({ default: it.SettingControl })));

/** One setting: given where it is read, with what is usual and who said otherwise. */
export function SettingRow({ setting }: { setting: Setting }) {
  const { t } = useTranslation('setting');
  const label = useLabel();
  const can = useCan();
  const toast = useToast();
  const { wordsOf } = useSettingWords();
  const [typed, setTyped] = useState(setting.value);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => setTyped(setting.value), [setting.value]);
  const name = label(setting.label);
  const canChange = can('setting:update');

  const send = async (value: unknown) => {
    const answer = await callPath<{ items: Setting[] }>('patch', '/settings', { body: { [setting.key]: value } });
    queryClient.setQueryData(settingsQuery.queryKey, answer);
    if (setting.group === 'org') invalidate('/auth/me');
  };
  const commit = async (value: unknown) => {
    setTyped(value);
    if (isSameValue(value, setting.value)) return;
    try {
      await send(value);
      setRefusal(undefined);
      const before = setting.value;
      toast.done(t('saved', { name }), () => send(before).catch(toast.failed));
    } catch (error) {
      if (!isProblem(error, 422)) return toast.failed(error);
      setRefusal(error.errors[0]?.message ?? error.message);
    }
  };

  return (
    <li className="gx-setting" data-own={!isDefault(setting) || undefined}>
      <div>
        <h3>{name}</h3>
        <p className="gx-faint">
          {t('default', { value: wordsOf(setting, setting.default) })}
          {setting.changed_at && (
            <span title={formatFullTime(setting.changed_at)}>
              {' · '}
              {t('changed', {
                name: setting.changed_by_name ?? t('common:timeline.system'),
                time: formatTime(setting.changed_at),
              })}
            </span>
          )}
        </p>
        {refusal && (
          <p role="alert" className="gx-setting-refusal">
            {refusal}
          </p>
        )}
      </div>
      <div className="gx-setting-control">
        {!isDefault(setting) && canChange && (
          <Button
            type="text"
            icon={<UndoOutlined />}
            title={t('reset')}
            aria-label={t('reset_what', { name })}
            onClick={() => void commit(setting.default)}
          />
        )}
        <Suspense fallback={null}>
          <SettingControl
            setting={setting}
            label={name}
            value={typed}
            isDisabled={!canChange}
            onType={setTyped}
            onCommit={(value) => void commit(value)}
          />
        </Suspense>
      </div>
    </li>
  );
}
