import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridCell } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import styles from './GridMatrix.module.css';

type Props = { cell: GridCell; before: GridCell | undefined; heat: number; onOpen: () => void };

/** One cell: people large, their share, what they brought; and how many came or went since the compared day. */
export function GridCellButton({ cell, before, heat, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const moved = before ? cell.customers - before.customers : null;
  // The square root keeps small cells apart, which one large cell would otherwise wash out.
  const style = { '--heat': `${Math.round(Math.sqrt(heat) * 58)}%` } as CSSProperties;
  const label = `${t('grid.cellTitle', { r: t(`r.${cell.r}`), f: t(`f.${cell.f}`) })}: ${t('grid.people', { count: cell.customers })}, ${format.money(cell.netSales)}`;
  return (
    <button type="button" className={styles.cell} style={style} onClick={onOpen} aria-label={label} data-cell={`${cell.r}-${cell.f}`}>
      <span className={styles.top}>
        <span className={styles.people} title={format.full(cell.customers)}>{format.short(cell.customers)}</span>
        <span className={styles.share}>{format.percent(cell.share)}</span>
      </span>
      <span className={styles.sales}>{format.money(cell.netSales)} <span className={styles.share}>{format.percent(cell.salesShare)}</span></span>
      <span className={styles.aov}>{t('grid.aov')} {format.money(cell.aov)}</span>
      {moved !== null && (
        <span className={styles.moved}>
          {moved > 0 && <ArrowUpOutlined aria-hidden />}
          {moved < 0 && <ArrowDownOutlined aria-hidden />} {moved > 0 ? '+' : moved < 0 ? '−' : ''}{format.full(Math.abs(moved))}
        </span>
      )}
    </button>
  );
}
