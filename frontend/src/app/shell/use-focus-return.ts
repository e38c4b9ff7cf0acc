import { useEffect } from 'react';

const OVER_THE_PAGE = '.ant-modal-root, .ant-drawer';

/** A dialog that is taken away whole leaves the focus nowhere: it goes back to where it was before. */
export function useFocusReturn() {
  useEffect(() => {
    let before: HTMLElement | undefined;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(`${OVER_THE_PAGE}, [role="dialog"]`)) before = target;
    };
    const isDialog = (node: Node) =>
      node instanceof Element && (node.matches(OVER_THE_PAGE) || node.querySelector(OVER_THE_PAGE) !== null);
    const observer = new MutationObserver((records) => {
      if (document.activeElement !== document.body || !before?.isConnected) return;
      if (records.some((it) => [...it.removedNodes].some(isDialog))) before.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', onFocusIn);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, []);
}
