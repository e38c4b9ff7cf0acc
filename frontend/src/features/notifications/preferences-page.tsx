import { useQuery } from '@tanstack/react-query';
import { Input, Skeleton, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callPath } from '@/lib/api/client';
import { queryClient } from '@/lib/api/query';
import { Failure } from '@/lib/list/list-states';
import { useLabel } from '@/lib/resource/meta';
import { useToast } from '@/lib/resource/use-toast';
import { channelsOf, PREFERENCES, type Preferences, withChoice } from './preferences';
import './notifications-page.css';

const NIGHT = { from: '21:00', to: '08:00' };
const KEY = [PREFERENCES];

/** By which channels I am told of what, and when not. */
export function PreferencesPage() {
  const { t } = useTranslation('notification');
  const toast = useToast();
  const found = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => callPath<Preferences>('get', PREFERENCES, { signal }),
    refetchOnWindowFocus: false,
  });
  const save = async (next: Preferences) => {
    const before = found.data;
    queryClient.setQueryData(KEY, next);
    try {
      const saved = await callPath<Preferences>('put', PREFERENCES, { body: next });
      queryClient.setQueryData(KEY, saved);
      toast.done(t('common:saved'));
    } catch (error) {
      queryClient.setQueryData(KEY, before);
      toast.failed(error);
    }
  };
  return (
    <section className="gx-page gx-notifications gx-notifications-wide">
      <header className="gx-page-head">
        <h1>{t('preferences')}</h1>
      </header>
      <p className="gx-faint">{t('preferences_text')}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && (
        <>
          <QuietHours
            key={JSON.stringify(found.data.quiet_hours)}
            value={found.data.quiet_hours}
            onChange={(quiet_hours) => found.data && void save({ ...found.data, quiet_hours })}
          />
          <Matrix all={found.data} onChange={(next) => void save(next)} />
        </>
      )}
    </section>
  );
}

interface QuietHoursProps {
  value: Preferences['quiet_hours'];
  onChange: (hours: Preferences['quiet_hours']) => void;
}

function QuietHours({ value, onChange }: QuietHoursProps) {
  const { t } = useTranslation('notification');
  const [typed, setTyped] = useState(value ?? NIGHT);
  const commit = () => {
    if (typed.from && typed.to && (typed.from !== value?.from || typed.to !== value?.to)) onChange(typed);
  };
  return (
    <div className="gx-preferences-quiet">
      <Switch checked={value !== null} aria-label={t('quiet')} onChange={(isOn) => onChange(isOn ? typed : null)} />
      <span>{t('quiet')}</span>
      {value && (
        <>
          <Input
            type="time"
            aria-label={t('quiet_from')}
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.target.value })}
            onBlur={commit}
          />
          –
          <Input
            type="time"
            aria-label={t('quiet_to')}
            value={typed.to}
            onChange={(event) => setTyped({ ...typed, to: event.target.value })}
            onBlur={commit}
          />
        </>
      )}
      <small>{t('quiet_text')}</small>
    </div>
  );
}

function Matrix({ all, onChange }: { all: Preferences; onChange: (next: Preferences) => void }) {
  const { t } = useTranslation('notification');
  const label = useLabel();
  const channels = channelsOf(all);
  return (
    <table className="gx-preferences" aria-label={t('preferences')}>
      <thead>
        <tr>
          <th scope="col">{t('event')}</th>
          {channels.map((channel) => (
            <th key={channel} scope="col">
              {t(`channel.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.events.map((it) => {
          const name = label(it.label) || it.event;
          return (
            <tr key={it.event}>
              <th scope="row">{name}</th>
              {channels.map((channel) => {
                const choice = it.channels.find((one) => one.channel === channel);
                const word = t(`channel.${channel}`);
                return (
                  <td key={channel}>
                    {choice && (
                      <label>
                        <input
                          type="checkbox"
                          aria-label={`${name} ${word}`}
                          checked={choice.on}
                          disabled={choice.fixed}
                          onChange={(event) => onChange(withChoice(all, it.event, channel, event.target.checked))}
                        />
                        <span aria-hidden="true">{word}</span>
                      </label>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
