import { theme, type ThemeConfig } from 'antd';

/** Safe for the common kinds of colour blindness; neighbours also differ in lightness. */
export const categorical = {
  light: ['#0b7a6e', '#e08e0b', '#4a9bd4', '#b8578f', '#1d5fa8', '#c8501e', '#7d8a2e', '#8a8f94'],
  dark: ['#36b3a3', '#f0ab3c', '#7cc0ec', '#dc8dbd', '#6f9fe0', '#ec8257', '#b5c25c', '#9aa1a6'],
};

/** How recently somebody bought; the same as the dots beside cells. */
export const recency = { active: '#14a391', silent: '#4a9bd4', dormant: '#e08e0b', lost: '#8a8f94', none: '#b7bdc2' };

/** Words on a golden tag: its own gold is too pale to read on either ground. */
export const onGold = 'var(--ant-gold-9)';

/** From nothing to most, in the accent's hue, for heat. */
export const heat = {
  light: ['#f3f8f7', '#0b7a6e'],
  dark: ['#1c2625', '#2aa293'],
} as const;

const font =
  'system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** `still` is for who asked the system for less motion: lists and dialogs are there at once. */
export function antdTheme(dark: boolean, still: boolean): ThemeConfig {
  const onAccent = dark ? '#020d0b' : '#ffffff';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      motion: !still,
      colorPrimary: dark ? '#2fa596' : '#0b6e63',
      colorInfo: dark ? '#2fa596' : '#0b6e63',
      colorPrimaryBg: dark ? '#17302c' : '#e4f1ef',
      colorPrimaryBgHover: dark ? '#1d3d38' : '#d2e8e4',
      controlItemBgActive: dark ? '#17302c' : '#e4f1ef',
      controlItemBgActiveHover: dark ? '#1d3d38' : '#d2e8e4',
      colorInfoBg: dark ? '#15302c' : '#e8f3f1',
      colorInfoBorder: dark ? '#24524b' : '#b5d6d0',
      colorSuccessBg: dark ? '#16301f' : '#e9f5ee',
      colorSuccessBorder: dark ? '#245a3a' : '#b3dcc4',
      colorWarningBg: dark ? '#33270f' : '#fdf3e1',
      colorWarningBorder: dark ? '#6b5020' : '#efd49c',
      colorErrorBg: dark ? '#371b18' : '#fcecea',
      colorErrorBorder: dark ? '#74362f' : '#efbdb7',
      colorLink: dark ? '#4cc0b0' : '#0b6e63',
      colorSuccess: dark ? '#52b788' : '#1b7f4b',
      colorError: dark ? '#ee7268' : '#c0362c',
      colorWarning: dark ? '#e0a63a' : '#b26a00',
      colorBgLayout: dark ? '#101413' : '#f5f7f6',
      colorBgContainer: dark ? '#181d1c' : '#ffffff',
      colorBgElevated: dark ? '#202625' : '#ffffff',
      colorTextBase: dark ? '#e6ebe9' : '#18211f',
      colorTextSecondary: dark ? '#a9b3b0' : '#55615d',
      colorTextTertiary: dark ? '#8f9a96' : '#67736f',
      colorTextPlaceholder: dark ? '#8f9a96' : '#6a7571',
      colorBorder: dark ? '#3a4341' : '#d3d9d7',
      colorBorderSecondary: dark ? '#272e2d' : '#e6eae9',
      fontFamily: font,
      fontSize: 14,
      fontSizeSM: 12,
      lineHeight: 1.5714,
      borderRadius: 6,
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', primaryColor: onAccent, dangerColor: onAccent },
      // White on the bright accent of the dark theme cannot be read.
      Steps: { colorTextLightSolid: onAccent },
      Badge: { colorTextLightSolid: onAccent },
      DatePicker: { colorTextLightSolid: onAccent },
      Layout: { headerBg: dark ? '#181d1c' : '#ffffff', siderBg: dark ? '#181d1c' : '#ffffff', headerHeight: 56, headerPadding: '0 16px' },
      Menu: { itemBorderRadius: 6, itemSelectedBg: dark ? '#17302c' : '#e4f1ef', itemSelectedColor: dark ? '#5fd0c0' : '#0b6e63', activeBarBorderWidth: 0, itemHeight: 36 },
      Pagination: { itemActiveColor: dark ? '#5fd0c0' : '#0b6e63' },
      Table: { headerBg: 'transparent', headerSplitColor: 'transparent', cellPaddingBlockMD: 10, cellPaddingInlineMD: 16 },
      Tabs: { horizontalMargin: '0 0 16px 0' },
    },
  };
}
