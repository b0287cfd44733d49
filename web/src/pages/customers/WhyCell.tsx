import { useTranslation } from 'react-i18next';
import type { CustomerAnswer, FClass, GridLimits, RClass } from '../../api/types';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useOrigin } from '../analytics/LimitsNote';
import styles from './CustomerPage.module.css';

/** Why this customer stands where they stand: the numbers, the limits they were held against, and what that suggests. */
export function WhyCell({ data }: { data: CustomerAnswer }) {
  const { t } = useTranslation();
  const origin = useOrigin();
  const reason = useReasons();
  const { cell, figures, rfm } = data;
  if (!cell || !figures) return null;
  return (
    <>
      <Panel title={t('customer.why')}>
        <div className={styles.why}>
          <p><Sentence of="customer.whyR" values={{ days: figures.recency, reason: reason.r(cell.r, cell.limits), name: t(`r.${cell.r}`) }} /></p>
          <p><Sentence of="customer.whyF" values={{ orders: t('customer.orders', { count: figures.orders }), reason: reason.f(cell.f, cell.limits), name: t(`f.${cell.f}`) }} /></p>
          <p className={styles.note}>{origin(cell.limits)}</p>
          <p className={styles.care}>{t(`care.${cell.f}.${cell.r}`)}</p>
        </div>
      </Panel>
      {rfm && (
        <Panel title={`${t('customer.rfmTitle')} · ${t(`groups.${rfm.group}`)}`} note={t('customer.rfmNote')}>
          <dl className={styles.scores}>
            <Score label={t('customer.scoreR')} score={rfm.r} />
            <Score label={t('customer.scoreF')} score={rfm.f} />
            <Score label={t('customer.scoreM')} score={rfm.m} />
          </dl>
        </Panel>
      )}
    </>
  );
}

function Score({ label, score }: { label: string; score: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {score} <small>/ 5</small>
        <span className={styles.pips} aria-hidden>
          {[1, 2, 3, 4, 5].map((pip) => <span key={pip} className={`${styles.pip} ${pip <= score ? styles.on : ''}`} />)}
        </span>
      </dd>
    </div>
  );
}

function useReasons() {
  const { t } = useTranslation();
  return {
    r: (r: RClass, limits: GridLimits) => {
      switch (r) {
        case 'active': return t('customer.rActive', { max: limits.activeMax });
        case 'silent': return t('customer.rBetween', { min: limits.activeMax, max: limits.silentMax });
        case 'dormant': return t('customer.rBetween', { min: limits.silentMax, max: limits.dormantMax });
        case 'lost': return t('customer.rLost', { min: limits.dormantMax });
      }
    },
    f: (f: FClass, limits: GridLimits) => {
      switch (f) {
        case 'new': return t('customer.fNew');
        case 'second': return t('customer.fSecond');
        case 'old': return t('customer.fOld', { max: limits.fanMin });
        case 'fan': return t('customer.fFan', { min: limits.fanMin });
      }
    },
  };
}
