import { useTranslation } from 'react-i18next';
import type { FClass, GridAnswer, GridCell, RClass } from '../../api/types';
import { Placeholder } from '../../parts/Placeholder';
import { fClasses, frequencyRange, rClasses, recencyRange } from './gridClasses';
import { GridCellButton } from './GridCellButton';
import styles from './GridMatrix.module.css';

export type Measure = 'customers' | 'sales' | 'aov';
type Props = { data: GridAnswer | undefined; measure: Measure; stale: boolean; onOpen: (r: RClass, f: FClass) => void };

export const measureOf = (cell: GridCell, measure: Measure): number =>
  measure === 'customers' ? cell.customers : measure === 'sales' ? cell.netSales : (cell.aov ?? 0);

/** Sixteen cells, hotter the more of the chosen measure they hold. */
export function GridMatrix({ data, measure, stale, onOpen }: Props) {
  const { t } = useTranslation();
  if (!data) return <Placeholder height={516} />;
  const most = Math.max(1, ...data.cells.map((cell) => measureOf(cell, measure)));
  const find = (cells: GridCell[] | null, r: RClass, f: FClass) => cells?.find((cell) => cell.r === r && cell.f === f);
  return (
    <div className={`${styles.frame} ${stale ? styles.stale : ''}`}>
      <div className={styles.axis} aria-hidden>{t('grid.fAxis')}</div>
      <div className={styles.matrix}>
        {fClasses.map((f) => (
          <div key={f} className={styles.row}>
            <div className={styles.rowHead}>
              <strong>{t(`f.${f}`)}</strong>
              <small>{frequencyRange(f, data.limits, t)}</small>
            </div>
            {rClasses.map((r) => {
              const cell = find(data.cells, r, f);
              if (!cell) return <div key={r} />;
              return (
                <GridCellButton
                  key={r}
                  cell={cell}
                  before={find(data.compared, r, f)}
                  heat={Math.max(0, measureOf(cell, measure)) / most}
                  onOpen={() => onOpen(r, f)}
                />
              );
            })}
          </div>
        ))}
        <div className={styles.row}>
          <div />
          {rClasses.map((r) => (
            <div key={r} className={styles.columnHead}>
              <strong>{t(`r.${r}`)}</strong>
              <small>{recencyRange(r, data.limits, t)}</small>
            </div>
          ))}
        </div>
      </div>
      <div className={styles.axisBelow} aria-hidden>{t('grid.rAxis')}</div>
    </div>
  );
}
