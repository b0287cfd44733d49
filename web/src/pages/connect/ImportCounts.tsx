import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useCan } from '../../session/SessionContext';
import styles from './connect.module.css';

/** What came in, in words, and where to see it. */
export function ImportCounts({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { counts } = row;
  const there = row.state === 'committed';
  const taken = counts.rows - counts.rowsRejected;
  return (
    <Panel title={t(there ? 'result.counts' : 'result.countsUndone')}>
      {row.kind === 'orders' && counts.items > 0 && (
        <p>{counts.itemsWithBuyer === counts.items
          ? t('result.allNamed')
          : <Sentence of="result.named" values={{ named: format.full(counts.itemsWithBuyer), all: format.full(counts.items), share: format.percent(counts.itemsWithBuyer / counts.items) }} />}</p>
      )}
      <p>{t('result.customersNew', { count: counts.customersNew })}</p>
      {counts.customersTouched > 0 && <p>{t('result.customersTouched', { count: counts.customersTouched })}</p>}
      <p>{t('result.rows', { taken: format.full(taken), rows: format.full(counts.rows) })}</p>
      {there && taken > 0 && (
        <div className={styles.links}>
          {can('reportsRead') && <Link to="/insights/overview?period=life"><Button type="primary">{t('result.toOverview')}</Button></Link>}
          {can('reportsRead') && <Link to="/insights/grid"><Button>{t('result.toGrid')}</Button></Link>}
          {can('customersRead') && <Link to="/customers"><Button>{t('result.toCustomers')}</Button></Link>}
        </div>
      )}
    </Panel>
  );
}
