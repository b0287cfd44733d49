import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerOrder, OrderLine, Revealed } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import styles from './CustomerPage.module.css';
import { OrderReceiver } from './OrderReceiver';

const few = 4;

export function OrderItem({ order, revealed }: { order: CustomerOrder; revealed: Revealed | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const lines = all ? order.lines : order.lines.slice(0, few);
  const hidden = order.lines.length - lines.length;
  const isReturn = order.kind === 'return';
  return (
    <li className={styles.order}>
      <div className={styles.orderHead}>
        <span className={styles.orderDay}>{order.day ? format.day(order.day) : format.instant(order.createdAt)}</span>
        <span>{t(isReturn ? 'customer.returnNo' : 'customer.orderNo', { no: order.orderNo })}</span>
        {order.status !== 'paid' && !isReturn && <Tag variant="filled">{t(`customer.${order.status}`)}</Tag>}
        <span className={styles.orderPlace}>{order.channel ? t('customer.inShop', { shop: order.shop.name, channel: order.channel.name }) : order.shop.name}</span>
        <span className={`${styles.orderAmount} ${order.day ? '' : styles.notCounted}`} title={order.day ? undefined : t('customer.notCounted')}>{format.fullMoney(isReturn ? -order.amount : order.amount)}</span>
      </div>
      {order.discount > 0 && <div className={styles.orderPlace}>{t('customer.discount', { amount: format.fullMoney(order.discount) })}</div>}
      {order.refunds.map((refund) => (
        <p key={`${refund.day}/${refund.amount}`} className={styles.refund}>{t('customer.refunded', { amount: format.fullMoney(refund.amount), day: format.day(refund.day) })}</p>
      ))}
      {lines.length > 0 && <Lines lines={lines} />}
      {hidden > 0 && <Button type="link" size="small" style={{ paddingInline: 0 }} onClick={() => setAll(true)}>{t('customer.showAll', { count: hidden })}</Button>}
      {order.receiver && <OrderReceiver order={order.id} receiver={order.receiver} revealed={revealed} />}
    </li>
  );
}

function Lines({ lines }: { lines: OrderLine[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={styles.lines}>
      <thead>
        <tr><th scope="col">{t('customer.product')}</th><th scope="col">{t('customer.quantity')}</th><th scope="col">{t('customer.amount')}</th></tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={index}>
            <td>
              {line.product.name || line.product.code}{' '}
              {line.marks.includes('zeroPriced') && <Tag variant="filled" color="green">{t('customer.gift')}</Tag>}
              {line.marks.includes('notGoods') && <Tag variant="filled">{t('customer.notGoods')}</Tag>}
            </td>
            <td>× {format.full(line.quantity)}</td>
            <td>{format.fullMoney(line.amount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
