import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Scope } from '../../api/types';
import type { GridAnswer, GridCell } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useCan } from '../../session/SessionContext';
import { ExportDialog } from '../exports/ExportDialog';
import { customersBehind } from '../customers/drill';
import styles from './CellDrawer.module.css';
import { CellCustomers } from './CellCustomers';
import { frequencyRange, recencyRange } from './gridClasses';

type Props = { cell: GridCell; data: GridAnswer; query: Scope; onClose: () => void };

/** Who stands in a cell, what that means, and the ways on. */
export function CellDrawer({ cell, data, query, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const filter = { r: cell.r, f: cell.f };
  const figures: [string, string][] = [
    [t('metrics.customers'), format.full(cell.customers)],
    [t('metrics.share'), format.percent(cell.share)],
    [t('metrics.netSales'), format.money(cell.netSales)],
    [t('metrics.aov'), format.money(cell.aov)],
  ];
  return (
    <Drawer
      open
      onClose={onClose}
      size={560}
      title={t('grid.cellTitle', { r: t(`r.${cell.r}`), f: t(`f.${cell.f}`) })}
      footer={
        <Space>
          {can('customersRead') && <Link to={customersBehind(query, filter)}><Button type="primary">{t('grid.openList')}</Button></Link>}
          {can('customersExport') && <Button onClick={() => setExporting(true)}>{t('actions.export')}</Button>}
        </Space>
      }
    >
      <p className={styles.words}>
        {recencyRange(cell.r, data.limits, t)} · {frequencyRange(cell.f, data.limits, t)}
      </p>
      <p className={styles.care}>{t(`care.${cell.f}.${cell.r}`)}</p>
      <dl className={styles.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {can('customersRead') && <CellCustomers query={{ ...query, ...filter }} onOpen={(id) => void navigate(`/customers/${id}`)} />}
      {exporting && <ExportDialog table="customers" query={{ ...query, ...filter }} onClose={() => setExporting(false)} />}
    </Drawer>
  );
}
