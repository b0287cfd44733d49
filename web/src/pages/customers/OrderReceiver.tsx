import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Revealed, ShownReceiver } from '../../api/types';
import styles from './CustomerPage.module.css';
import { useReceiverText } from './useReceiverText';

type Props = { order: number; receiver: ShownReceiver; revealed: Revealed | undefined };

/** To whom and where an order went, once somebody asks. */
export function OrderReceiver({ order, receiver, revealed }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { person, place, address } = useReceiverText(revealed)(order, receiver);
  return (
    <div>
      <Button type="link" size="small" className={styles.where} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{t(open ? 'receivers.hide' : 'receivers.show')}</Button>
      {open && (
        <dl className={styles.receiver} id={id}>
          {person && <div><dt>{t('receivers.receiver')}</dt><dd>{person}</dd></div>}
          {place && <div><dt>{t('receivers.place')}</dt><dd>{place}</dd></div>}
          {address && <div><dt>{t('receivers.address')}</dt><dd>{address}</dd></div>}
        </dl>
      )}
    </div>
  );
}
