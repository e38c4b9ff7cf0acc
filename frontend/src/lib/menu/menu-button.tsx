import { CheckOutlined } from '@ant-design/icons';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import './menu.css';

export interface MenuItem {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** One of several that exclude each other; said or unsaid, it is drawn with room for the mark. */
  isChecked?: boolean;
  /** Words above this item, where a group begins. */
  heading?: string;
}

interface TriggerProps {
  onClick: () => void;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
}

interface MenuButtonProps {
  items: MenuItem[];
  onChoose: (key: string) => void;
  trigger: (props: TriggerProps) => ReactNode;
}

const GAP = 4;
const EDGE = 8;

/** A button that opens a list of commands: arrows walk, Enter runs, Escape gives the focus back. */
export function MenuButton({ items, onChoose, trigger }: MenuButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    setOpen(false);
    anchor.current?.querySelector('button')?.focus();
  };
  return (
    <span ref={anchor} className="gx-menu-anchor">
      {trigger({ onClick: () => setOpen(!isOpen), 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      {isOpen && (
        <MenuList
          items={items}
          anchor={anchor.current}
          onClose={close}
          onLeave={() => setOpen(false)}
          onChoose={(key) => {
            close();
            onChoose(key);
          }}
        />
      )}
    </span>
  );
}

function roleOf({ isChecked }: MenuItem) {
  return isChecked === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': isChecked };
}

interface MenuListProps {
  items: MenuItem[];
  anchor: HTMLElement | null;
  onChoose: (key: string) => void;
  onClose: () => void;
  onLeave: () => void;
}

function MenuList({ items, anchor, onChoose, onClose, onLeave }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;

  useLayoutEffect(() => {
    const menu = list.current;
    if (!menu || !anchor) return;
    // The top layer: no box that scrolls or clips can hide it. (jsdom has none.)
    menu.showPopover?.();
    const at = anchor.getBoundingClientRect();
    const below = window.innerHeight - at.bottom - GAP - EDGE;
    const isAbove = below < Math.min(menu.offsetHeight, 160) && at.top > below;
    menu.style.left = `${Math.max(EDGE, Math.min(at.left, window.innerWidth - menu.offsetWidth - EDGE))}px`;
    menu.style.maxHeight = `${isAbove ? at.top - GAP - EDGE : below}px`;
    menu.style.top = isAbove ? `${Math.max(EDGE, at.top - GAP - menu.offsetHeight)}px` : `${at.bottom + GAP}px`;
    menu.querySelector<HTMLElement>('[aria-checked="true"], [role^="menuitem"]:not(:disabled)')?.focus();
  }, [anchor]);

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      const to = event.target as Node;
      if (!list.current?.contains(to) && !anchor?.contains(to)) leave.current();
    };
    const onResize = () => leave.current();
    document.addEventListener('pointerdown', onPointerDown, true);
    window.addEventListener('resize', onResize);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown, true);
      window.removeEventListener('resize', onResize);
    };
  }, [anchor]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const to = steps[event.key];
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab') return onLeave();
    else if (to !== undefined) all[(to + all.length) % all.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const isMarked = items.some((it) => it.isChecked !== undefined);
  return (
    <div ref={list} role="menu" tabIndex={-1} popover="manual" className="gx-menu" onKeyDown={onKeyDown}>
      {items.map((item) => (
        <div key={item.key} role="none">
          {item.heading && <p className="gx-menu-heading">{item.heading}</p>}
          <button
            type="button"
            {...roleOf(item)}
            tabIndex={-1}
            disabled={item.isDisabled}
            className="gx-menu-item"
            data-danger={item.isDanger || undefined}
            onClick={() => onChoose(item.key)}
          >
            {isMarked && <span className="gx-menu-mark">{item.isChecked ? <CheckOutlined /> : item.icon}</span>}
            {!isMarked && item.icon}
            <span className="gx-ellipsis">{item.label}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
