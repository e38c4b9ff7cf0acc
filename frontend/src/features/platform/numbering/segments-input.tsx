import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { FORMATS, NEW_SEGMENTS, type Segment } from './numbering-rule';

interface SegmentsInputProps {
  /** Given by `Form.Item`. */
  value?: Segment[];
  onChange?: (segments: Segment[]) => void;
}

/** The parts of a number in their order; one of them counts. */
export function SegmentsInput({ value = [], onChange }: SegmentsInputProps) {
  const { t } = useTranslation('numbering_rule');
  const swap = (at: number, to: number) => {
    const [a, b] = [value[at], value[to]];
    if (a && b) onChange?.(value.with(at, b).with(to, a));
  };
  return (
    <>
      <ol className="gx-segments">
        {value.map((segment, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
          <li key={at}>
            <span className="gx-faint">{t(`kind.${segment.kind}`)}</span>
            <SegmentInput segment={segment} onChange={(next) => onChange?.(value.with(at, next))} />
            <Button
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={at === 0}
              aria-label={t('up', { at: at + 1 })}
              onClick={() => swap(at, at - 1)}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={at === value.length - 1}
              aria-label={t('down', { at: at + 1 })}
              onClick={() => swap(at, at + 1)}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              disabled={segment.kind === 'sequence'}
              aria-label={t('remove', { at: at + 1 })}
              onClick={() => onChange?.(value.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      {(['text', 'date'] as const).map((kind) => (
        <Button
          key={kind}
          type="dashed"
          icon={<PlusOutlined />}
          className="gx-segment-add"
          onClick={() => onChange?.([...value, NEW_SEGMENTS[kind]])}
        >
          {t(`kind.${kind}`)}
        </Button>
      ))}
    </>
  );
}

function SegmentInput({ segment, onChange }: { segment: Segment; onChange: (segment: Segment) => void }) {
  const { t } = useTranslation('numbering_rule');
  if (segment.kind === 'text') {
    return (
      <Input
        aria-label={t('kind.text')}
        maxLength={20}
        value={segment.text}
        onChange={(event) => onChange({ ...segment, text: event.target.value })}
      />
    );
  }
  if (segment.kind === 'date') {
    return (
      <Select
        aria-label={t('kind.date')}
        value={segment.format}
        options={FORMATS.map((value) => ({ value, label: value }))}
        onChange={(format) => onChange({ ...segment, format })}
      />
    );
  }
  return (
    <span className="gx-segment-count">
      <InputNumber
        prefix={t('width')}
        aria-label={t('width')}
        min={1}
        max={12}
        precision={0}
        value={segment.width}
        onChange={(width) => onChange({ ...segment, width: width ?? 1 })}
      />
      <InputNumber
        prefix={t('start')}
        aria-label={t('start')}
        min={0}
        max={1_000_000_000}
        precision={0}
        value={segment.start}
        onChange={(start) => onChange({ ...segment, start: start ?? 0 })}
      />
      <InputNumber
        prefix={t('step')}
        aria-label={t('step')}
        min={1}
        max={1000}
        precision={0}
        value={segment.step}
        onChange={(step) => onChange({ ...segment, step: step ?? 1 })}
      />
    </span>
  );
}
