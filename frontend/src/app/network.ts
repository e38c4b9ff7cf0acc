import { create } from 'zustand';
import { onNetwork } from '@/lib/api/client';

/** Whether the server can be reached, as the last request found. */
export const useNetwork = create<{ isOnline: boolean }>(() => ({ isOnline: navigator.onLine }));

export function watchNetwork() {
  const set = (isOnline: boolean) => {
    if (useNetwork.getState().isOnline !== isOnline) useNetwork.setState({ isOnline });
  };
  onNetwork(set);
  window.addEventListener('offline', () => set(false));
  window.addEventListener('online', () => set(true));
}
