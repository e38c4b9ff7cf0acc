import { useEffect, useRef } from 'react';
import { create } from 'zustand';

interface Shortcut {
  id: string;
  keys: string;
  label: string;
}

/** The shortcuts that work on the page in sight, for the help. */
export const useShortcuts = create<{ active: Shortcut[] }>(() => ({ active: [] }));

/** Nothing fires while somebody types or a dialog is open. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || Boolean(target.closest('input:not([type=checkbox]), textarea, select, [role=combobox]'))
  );
}

function isDialogOpen(): boolean {
  return (
    document.querySelector(
      '.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open, [role=dialog], .gx-menu',
    ) !== null
  );
}

/** `mod+k` is Ctrl-K, ⌘-K on a Mac; single letters need no modifier. */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) === '' ? '+' : parts.at(-1);
  const isMod = parts.includes('mod');
  if (isMod !== (event.ctrlKey || event.metaKey) || event.altKey) return false;
  return event.key.toLowerCase() === key?.toLowerCase();
}

/** A key that does something on this page; it is listed under `?`. */
export function useShortcut(keys: string, label: string, run: () => void) {
  const newest = useRef(run);
  newest.current = run;
  useEffect(() => {
    const id = crypto.randomUUID();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matches(keys, event)) return;
      if (isDialogOpen() || (isTyping(event.target) && !keys.includes('mod'))) return;
      event.preventDefault();
      newest.current();
    };
    useShortcuts.setState(({ active }) => ({ active: [...active, { id, keys, label }] }));
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      useShortcuts.setState(({ active }) => ({ active: active.filter((it) => it.id !== id) }));
    };
  }, [keys, label]);
}
