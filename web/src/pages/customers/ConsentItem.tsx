import { useTranslation } from 'react-i18next';
import type { TimelineEvent } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import styles from './CustomerPage.module.css';
import { useSourceText } from './useProfileWords';

export function ConsentItem({ at, consent }: { at: string; consent: NonNullable<TimelineEvent['consent']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const source = useSourceText();
  const way = `${t(`consent.channels.${consent.channel}`)} · ${t(`consent.purposes.${consent.purpose}`)}`;
  return (
    <li className={styles.order}>
      <div className={styles.orderHead}>
        <span className={styles.orderDay}>{format.instant(at)}</span>
        <span>{t(consent.isGiven ? 'timeline.agreed' : 'timeline.refused', { way })}</span>
      </div>
      <div className={styles.orderPlace}>{[consent.proof, source(consent.source, at)].filter(Boolean).join(' · ')}</div>
    </li>
  );
}
