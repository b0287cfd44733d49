import { BarChartOutlined, DownloadOutlined, FullscreenOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv } from '../parts/download';
import { Placeholder } from '../parts/Placeholder';
import { Panel } from '../parts/Panel';
import type { ChartClick } from './Chart';
import styles from './ChartPanel.module.css';
import { ChartTable, type ChartRows } from './ChartTable';

const Chart = lazy(() => import('./Chart'));

type Props = {
  title: string;
  note?: ReactNode;
  /** Says in words what the drawing shows. */
  label: string;
  option: EChartsCoreOption | null;
  rows: ChartRows | null;
  fileName: string;
  height?: number;
  legend?: ReactNode;
  extra?: ReactNode;
  onClick?: (click: ChartClick) => void;
};

/** A chart with what belongs at its corner: the same as a table, as a file, and on the whole screen. */
export function ChartPanel({ title, note, label, option, rows, fileName, height = 320, legend, extra, onClick }: Props) {
  const { t } = useTranslation();
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const tools = (
    <>
      {extra}
      <Tooltip title={asTable ? t('charts.asChart') : t('charts.asTable')}>
        <Button
          type="text"
          icon={asTable ? <BarChartOutlined /> : <TableOutlined />}
          aria-label={asTable ? t('charts.asChart') : t('charts.asTable')}
          onClick={() => setAsTable(!asTable)}
        />
      </Tooltip>
      <Tooltip title={t('charts.download')}>
        <Button
          type="text"
          icon={<DownloadOutlined />}
          aria-label={t('charts.download')}
          disabled={!rows}
          onClick={() => rows && downloadCsv(fileName, [rows.columns.map((column) => column.title), ...rows.values])}
        />
      </Tooltip>
      <Tooltip title={t('charts.fullScreen')}>
        <Button type="text" icon={<FullscreenOutlined />} aria-label={t('charts.fullScreen')} onClick={() => void frame.current?.requestFullscreen()} />
      </Tooltip>
    </>
  );
  const waiting = <Placeholder height="100%" />;
  return (
    <div ref={frame} className={styles.frame}>
      <Panel title={title} note={note} extra={tools}>
        {legend && <div className={styles.legend}>{legend}</div>}
        {asTable && rows ? (
          <div style={{ maxHeight: height, overflow: 'auto' }}><ChartTable caption={label} rows={rows} /></div>
        ) : (
          <div className={styles.drawing} style={{ height }}>
            {option ? <Suspense fallback={waiting}><Chart option={option} height="100%" label={label} onClick={onClick} /></Suspense> : waiting}
          </div>
        )}
      </Panel>
    </div>
  );
}
