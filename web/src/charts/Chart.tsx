import type { EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { useStill } from '../parts/useMedia';
import { echarts } from './echarts';
import { useChartTheme } from './useChartTheme';

export type ChartClick = { dataIndex: number; seriesName?: string };
type Props = { option: EChartsCoreOption; height: number | string; label: string; onClick?: (click: ChartClick) => void };

/** A chart drawn once per theme and updated in place. Its text alternative is the table beside it. */
export default function Chart({ option, height, label, onClick }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof echarts.init>>(null);
  const theme = useChartTheme();
  const still = useStill();

  useEffect(() => {
    if (!host.current) return;
    const made = echarts.init(host.current, theme);
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(host.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, [theme]);

  useEffect(() => {
    chart.current?.setOption({ animation: !still, animationDuration: 200, ...option }, { notMerge: true });
  }, [option, theme, still]);

  useEffect(() => {
    const made = chart.current;
    if (!made || !onClick) return;
    const handle = (event: unknown) => onClick(event as ChartClick);
    made.on('click', handle);
    return () => {
      made.off('click', handle);
    };
  }, [onClick, theme]);

  return <div ref={host} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
