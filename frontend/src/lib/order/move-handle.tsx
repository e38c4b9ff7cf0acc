import { HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MenuButton, type MenuItem } from '@/lib/menu/menu-button';
import './order.css';

interface MoveHandleProps {
  id: string;
  name: string;
  canRise: boolean;
  canSink: boolean;
  onMove: (by: -1 | 1) => void;
  /** Further places to go to. */
  more?: MenuItem[];
  onChoose?: (key: string) => void;
}

const STEPS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

/** Moves a row for those without a mouse: arrows on the handle, or its menu. */
export function MoveHandle({ id, name, canRise, canSink, onMove, more = [], onChoose }: MoveHandleProps) {
  const { t } = useTranslation();
  const handle = `gx-move-${id}`;
  const move = (by: -1 | 1) => {
    if (by < 0 ? !canRise : !canSink) return;
    onMove(by);
    // A row that changes its place is made anew, and takes the focus along.
    requestAnimationFrame(() => document.getElementById(handle)?.focus());
  };
  const items: MenuItem[] = [
    { key: '-1', label: t('move.up'), isDisabled: !canRise },
    { key: '1', label: t('move.down'), isDisabled: !canSink },
    ...more,
  ];
  return (
    <span className="gx-move">
      <MenuButton
        items={items}
        onChoose={(key) => (key === '-1' || key === '1' ? move(Number(key) as -1 | 1) : onChoose?.(key))}
        trigger={(props) => (
          <Button
            {...props}
            id={handle}
            type="text"
            size="small"
            icon={<HolderOutlined />}
            aria-label={t('move.what', { name })}
            title={t('move.how')}
            onKeyDown={(event) => {
              const by = STEPS[event.key];
              if (!by || props['aria-expanded']) return;
              event.preventDefault();
              move(by);
            }}
          />
        )}
      />
    </span>
  );
}
