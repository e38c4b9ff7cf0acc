import { useEffect } from 'react';

const DIALOG = '.ant-modal-root, .ant-drawer, [role="dialog"]';

/**
 * A dialog that is taken away whole leaves the focus nowhere: it goes back to where it came from. What is taken away
 * is already empty when one hears of it, so who opened a dialog is remembered when the focus enters it.
 */
export function useFocusReturn() {
  useEffect(() => {
    const openers = new WeakMap<Element, HTMLElement>();
    let last: HTMLElement | undefined;
    const onFocusIn = ({ target, relatedTarget }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const dialog = target.closest(DIALOG);
      // What the focus left on purpose does not get it back; what was taken from under it may have had an opener.
      const from = relatedTarget instanceof HTMLElement ? relatedTarget : last?.isConnected ? undefined : last;
      if (dialog && from && !dialog.contains(from) && !openers.has(dialog)) openers.set(dialog, from);
      last = target;
    };
    const onGone = () => {
      if (document.activeElement !== document.body) return;
      let back = last;
      while (back && !back.isConnected) {
        const dialog = back.closest(DIALOG);
        back = dialog ? openers.get(dialog) : undefined;
      }
      if (back !== last) back?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(onGone);
    document.addEventListener('focusin', onFocusIn);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, []);
}
