import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TodayAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import styles from './TodayPage.module.css';

/** What the figures above stand on. */
export function DataCard({ data }: { data: TodayAnswer | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  if (!data) return <Panel title={t('today.freshness')}><Skeleton active paragraph={{ rows: 6 }} title={false} /></Panel>;
  const { freshness, lastImport, unpaidOrders } = data;
  const counts = lastImport?.counts;
  return (
    <Panel title={t('today.freshness')}>
      <div className={styles.facts}>
        <div>
          <p>{t('today.span', { from: format.day(freshness.firstDay), to: format.day(freshness.lastDay) })}</p>
          <p>{t('today.holds', { customers: format.full(freshness.customers), orders: format.full(freshness.orders), lines: format.full(freshness.lines) })}</p>
        </div>
        {lastImport && counts && (
          <div>
            <h3>{t('today.lastImport')}</h3>
            <p>{lastImport.preset === 'demo' ? t('imports.demo') : lastImport.name} · {format.instant(lastImport.finishedAt ?? lastImport.startedAt)}</p>
            <p>
              {lastImport.state !== 'committed' ? t(`imports.states.${lastImport.state}`) : format.sentences(lastImport.kind !== 'orders' ? '' : t('today.named', {
                named: format.full(counts.itemsWithBuyer), all: format.full(counts.items),
                share: format.percent(counts.items > 0 ? counts.itemsWithBuyer / counts.items : null),
              }), counts.rowsRejected > 0 ? t('today.rejected', { count: counts.rowsRejected }) : '')}
            </p>
            {can('importsRead') && <Link to={`/data/imports/${lastImport.id}`}>{t('today.seeImport')}</Link>}
          </div>
        )}
        <div>
          <h3>{t('today.unpaid')}</h3>
          <p>
            {unpaidOrders.orders > 0
              ? t('today.unpaidText', { count: unpaidOrders.orders, amount: format.fullMoney(unpaidOrders.amount) })
              : t('today.unpaidNone')}
          </p>
        </div>
      </div>
    </Panel>
  );
}
