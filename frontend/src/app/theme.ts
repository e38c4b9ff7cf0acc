import { type ThemeConfig, theme } from 'antd';
import { useEffect, useMemo } from 'react';
import { useIsWide, useMedia } from '@/lib/format/use-media';
import { usePreferences } from './preferences';

/** The class that carries antd's variables; our own style sheets read them too. */
export const THEME_CLASS = 'crm-theme';

/** On the phone, what is pressed is as large as a thumb, in CSS pixels; what is small on a desk too. */
const PHONE = { controlHeight: 44, controlHeightSM: 44, controlHeightLG: 48 };

const FONT = "-apple-system, 'Segoe UI', 'PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif";

/** antd's defaults miss WCAG AA for placeholders, links on tints and dark primaries: set here, once. */
function themeOf(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: THEME_CLASS },
    hashed: false,
    token: {
      fontFamily: FONT,
      fontSize: 13,
      controlHeight: 30,
      borderRadius: 6,
      wireframe: false,
      colorPrimary: isDark ? '#5c7cfa' : '#3b5bdb',
      colorLink: isDark ? '#91a7ff' : '#3b5bdb',
      colorLinkHover: isDark ? '#bac8ff' : '#4c6ef5',
      colorError: isDark ? '#ff8684' : '#d4380d',
      colorTextPlaceholder: isDark ? 'rgba(255,255,255,0.55)' : 'rgba(0,0,0,0.58)',
      colorTextDescription: isDark ? 'rgba(255,255,255,0.65)' : 'rgba(0,0,0,0.62)',
      colorBgBase: isDark ? '#141517' : '#ffffff',
      colorBgElevated: isDark ? '#1f2125' : '#ffffff',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        dangerColor: isDark ? '#1b0a0a' : '#ffffff',
      },
      Tabs: {
        itemSelectedColor: isDark ? '#91a7ff' : '#3b5bdb',
        horizontalItemPadding: '10px 0',
        horizontalItemGutter: 22,
      },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    },
  };
}

const LIGHT = themeOf(false);
const DARK = themeOf(true);

export function useTheme(): ThemeConfig {
  const choice = usePreferences((state) => state.theme);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isStill = useMedia('(prefers-reduced-motion: reduce)');
  const isDark = choice === 'dark' || (choice === 'system' && isSystemDark);
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light';
  }, [isDark]);
  const isPhone = !useIsWide();
  return useMemo(() => {
    const base = isDark ? DARK : LIGHT;
    const token = { ...base.token, ...(isStill && { motion: false }), ...(isPhone && PHONE) };
    const Button = { ...base.components?.Button, ...(isPhone && { paddingInlineSM: 11 }) };
    // Seven days stand beside each other.
    const DatePicker = { ...(isPhone && { cellWidth: 44 }) };
    return { ...base, token, components: { ...base.components, Button, DatePicker } };
  }, [isDark, isStill, isPhone]);
}
