import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type ThemeChoice = 'system' | 'light' | 'dark';
export type Language = 'zh-CN' | 'en';

interface Preferences {
  theme: ThemeChoice;
  /** Null follows the account, then the browser. */
  language: Language | null;
  isNavNarrow: boolean;
  /** Filled in again on the sign-in page. */
  tenant: string;
}

/** What a person prefers on this device; everything else lives in the address or on the server. */
export const usePreferences = create<Preferences>()(
  persist((): Preferences => ({ theme: 'system', language: null, isNavNarrow: false, tenant: '' }), {
    name: 'guanxi.preferences',
  }),
);
