import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revealed } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useReceivers } from '../../resources/useCustomers';
import { useTakeAddress } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import styles from './CustomerPage.module.css';
import { useReceiverText } from './useReceiverText';

const few = 3;

/** The addresses that the customer's orders went to. None is the customer's own until somebody takes it over. */
export function ReceiverList({ customer, revealed }: { customer: number; revealed: Revealed | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = useReceiverText(revealed);
  const mayWrite = useCan()('profilesWrite');
  const { data, error, refetch } = useReceivers(customer);
  const taking = useTakeAddress(customer);
  const [open, setOpen] = useState(false);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const shown = open ? data.items : data.items.slice(0, few);
  return (
    <>
      <p className={styles.note} id="receivers">{t('receivers.title')}</p>
      {taking.error ? <ErrorNote error={taking.error} /> : null}
      <ul className={styles.carries} aria-labelledby="receivers">
        {shown.map(({ order, receiver, orders, lastAt, mayBeTaken }) => {
          const { person, place, address } = text(order, receiver);
          return (
            <li key={order} className={styles.went}>
              <div>{[place, address].filter(Boolean).join(' ')}</div>
              <small>{[person, t('receivers.used', { count: orders, when: format.instant(lastAt) })].filter(Boolean).join(' · ')}</small>
              {mayWrite && mayBeTaken && (
                <Popconfirm title={t('receivers.takeSure')} description={t('receivers.takeNote')} okText={t('receivers.takeOk')} cancelText={t('actions.cancel')} onConfirm={() => taking.mutate(order)}>
                  <Button type="link" size="small" className={styles.where} loading={taking.isPending && taking.variables === order}>{t('receivers.take')}</Button>
                </Popconfirm>
              )}
            </li>
          );
        })}
      </ul>
      {!open && data.items.length > few && <Button type="link" size="small" className={styles.where} onClick={() => setOpen(true)}>{t('profile.moreAddresses', { count: data.items.length - few })}</Button>}
      {open && data.total > data.items.length && <p className={styles.note}>{t('receivers.more', { count: data.total - data.items.length })}</p>}
    </>
  );
}
