import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEvents } from '../events';
import { EVERY } from './webhook';

interface EventSelectProps {
  /** Given by `Form.Item`. */
  id?: string;
  value?: string[];
  onChange?: (events: string[]) => void;
}

/** Events, found by what people or programs call them; or every one there is. */
export function EventSelect({ id, value, onChange }: EventSelectProps) {
  const { t } = useTranslation('webhook');
  const { found, events, nameOf } = useEvents();
  const change = (next: string[]) => {
    // Every event is all there is: with it there is nothing else to choose, and one chosen beside it stands for it.
    const isNewlyAll = next.includes(EVERY) && !value?.includes(EVERY);
    onChange?.(isNewlyAll ? [EVERY] : next.filter((it) => it !== EVERY));
  };
  return (
    <Select
      id={id}
      mode="multiple"
      value={value}
      loading={found.isFetching}
      showSearch={{
        filterOption: (typed, option) =>
          `${option?.label} ${option?.value}`.toLowerCase().includes(typed.trim().toLowerCase()),
      }}
      options={[
        { value: EVERY, label: t('every') },
        ...events.map((it) => ({ value: it.event, label: nameOf(it.event), title: it.event })),
      ]}
      optionRender={({ value: event, label }) => (
        <span className="gx-event-option">
          {label} <small>{event === EVERY ? '' : event}</small>
        </span>
      )}
      onChange={change}
    />
  );
}
