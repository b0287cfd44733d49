import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { TableSkeleton } from '../../parts/TableSkeleton';
import { useCustomerOrders } from '../../resources/useCustomers';
import styles from './CustomerPage.module.css';
import { OrderItem } from './OrderItem';

/** Every order of the customer, newest first, with its lines and refunds. */
export function OrderTimeline({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCustomerOrders(id);
  const orders = data?.pages.flatMap((page) => page.items);
  return (
    <Panel title={t('customer.timeline')} flush>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!orders && !error && <TableSkeleton rows={8} />}
      {orders?.length === 0 && <EmptyState title={t('customer.noOrders')} />}
      {orders && orders.length > 0 && <ol className={styles.orders}>{orders.map((order) => <OrderItem key={order.id} order={order} />)}</ol>}
      {hasNextPage && (
        <div className={styles.more}><Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('actions.more')}</Button></div>
      )}
    </Panel>
  );
}
