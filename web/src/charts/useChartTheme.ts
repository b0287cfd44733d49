import { theme } from 'antd';
import { useMemo } from 'react';
import { useTheme } from '../theme/ThemeContext';
import { categorical } from '../theme/tokens';

/** The one chart theme, from the same tokens as the pages around it. */
export function useChartTheme() {
  const { token } = theme.useToken();
  const { dark } = useTheme();
  return useMemo(() => {
    const label = { color: token.colorTextTertiary, fontSize: 12, fontFamily: token.fontFamily };
    const axis = {
      axisLine: { show: true, lineStyle: { color: token.colorBorder } },
      axisTick: { show: false },
      axisLabel: label,
      nameTextStyle: label,
      splitLine: { lineStyle: { color: token.colorBorderSecondary } },
    };
    return {
      color: dark ? categorical.dark : categorical.light,
      backgroundColor: 'transparent',
      textStyle: { fontFamily: token.fontFamily, fontSize: 12, color: token.colorText },
      categoryAxis: { ...axis, splitLine: { show: false } },
      bar: { label: { color: token.colorTextSecondary, textBorderWidth: 0 } },
      // Names stand upon the bands: an edge of the ground around them keeps them readable.
      sankey: { label: { color: token.colorText, textBorderColor: token.colorBgContainer, textBorderWidth: 2 } },
      markLine: { label: { color: token.colorTextSecondary, textBorderWidth: 0 } },
      valueAxis: { ...axis, axisLine: { show: false } },
      tooltip: {
        backgroundColor: token.colorBgElevated,
        borderColor: token.colorBorderSecondary,
        textStyle: { color: token.colorText, fontSize: 12 },
        extraCssText: `border-radius:${token.borderRadius}px;box-shadow:${token.boxShadowTertiary};font-variant-numeric:tabular-nums`,
      },
    };
  }, [token, dark]);
}
