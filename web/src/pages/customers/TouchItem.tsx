import { Rate } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import styles from './CustomerPage.module.css';

export function TouchItem({ at, touch }: { at: string; touch: NonNullable<TimelineEvent['touch']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const about = [touch.product, touch.orderNo && t('customer.orderNo', { no: touch.orderNo }), touch.staff && t('timeline.staff', { name: touch.staff })].filter(Boolean).join(' · ');
  return (
    <li className={styles.order}>
      <div className={styles.orderHead}>
        <span className={styles.orderDay}>{format.instant(at)}</span>
        <span>{t(`timeline.touches.${touch.kind}`)}</span>
        {touch.rating !== null && <Rate disabled value={touch.rating} style={{ fontSize: 12 }} />}
        <span className={styles.orderPlace}>{touch.channel ? t('customer.inShop', { shop: touch.shop.name, channel: touch.channel.name }) : touch.shop.name}</span>
      </div>
      {about && <div className={styles.orderPlace}>{about}</div>}
      {touch.comment && <p className={styles.comment}>{touch.comment}</p>}
    </li>
  );
}
