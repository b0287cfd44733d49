import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Change } from './Change';
import { Definition } from './Definition';
import styles from './FigureRow.module.css';
import { Sparkline } from './Sparkline';

export type FigureCell = {
  metric: string;
  label: string;
  value: string;
  title?: string;
  before?: number | null;
  after?: number | null;
  goodWhen?: 'up' | 'down' | 'neither';
  compared?: boolean;
  series?: (number | null)[];
  note?: ReactNode;
  to?: string;
};

/** Up to six figures, each with its definition, its change and its course. */
export function FigureRow({ figures, loading, count = 6 }: { figures: FigureCell[] | null; loading?: boolean; count?: number }) {
  if (loading || !figures)
    return (
      <div className={styles.row} aria-busy>
        {Array.from({ length: count }, (_, index) => (
          <div key={index} className={styles.figure}>
            <Skeleton active title={{ width: '60%' }} paragraph={{ rows: 1, width: '80%' }} />
          </div>
        ))}
      </div>
    );
  const footed = figures.some((figure) => figure.compared || figure.note || figure.series);
  return (
    <div className={styles.row}>
      {figures.map((figure) => (
        <div key={figure.metric} className={styles.figure}>
          <div className={styles.label}><Definition metric={figure.metric}>{figure.label}</Definition></div>
          <div className={styles.value} title={figure.title}>
            {figure.to ? <Link to={figure.to}>{figure.value}</Link> : figure.value}
          </div>
          {footed && <div className={styles.foot}>
            {figure.compared && <Change before={figure.before} after={figure.after} goodWhen={figure.goodWhen} />}
            {figure.note && <span className={styles.note}>{figure.note}</span>}
            {figure.series && <Sparkline values={figure.series} />}
          </div>}
        </div>
      ))}
    </div>
  );
}
