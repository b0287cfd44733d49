import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TodayAnswer } from '../../api/types';
import { daysBetween } from '../../format/dates';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';
import { silentRegulars } from './silentRegulars';
import styles from './TodayPage.module.css';

type Step = { key: string; title: string; text: string; to: string };

/** The next things worth doing, the most pressing first; four at most. */
export function NextSteps({ data }: { data: TodayAnswer | undefined }) {
  const { t } = useTranslation();
  const steps = useSteps(data);
  if (!data) return <Panel title={t('today.next')}><Skeleton active paragraph={{ rows: 6 }} title={false} /></Panel>;
  return (
    <Panel title={t('today.next')}>
      <ul className={styles.steps}>
        {steps.slice(0, 4).map((step, index) => (
          <li key={step.key} className={styles.step}>
            <div>
              <h3>{step.title}</h3>
              <p>{step.text}</p>
            </div>
            <Link to={step.to}><Button type={index === 0 ? 'primary' : 'default'} aria-label={step.title}>{t('today.open')}</Button></Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useSteps(data: TodayAnswer | undefined): Step[] {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  if (!data) return [];
  const { freshness, lastImport, anonymous } = data;
  const age = freshness.lastDay ? daysBetween(freshness.lastDay, data.asOf) : 0;
  const rejected = lastImport?.counts.rowsRejected ?? 0;
  const named = anonymous.orders > 0 ? anonymous.withBuyer / anonymous.orders : 1;
  const steps: (Step | false)[] = [
    age > 7 && can('importsRun') && { key: 'stale', title: t('today.nextStale'), text: t('today.nextStaleText', { days: age }), to: '/data/imports/new' },
    lastImport?.state === 'failed' && can('importsRead') && { key: 'failed', title: t('today.nextFailed'), text: t('today.nextFailedText'), to: `/data/imports/${lastImport.id}` },
    rejected > 0 && can('importsRead') && {
      key: 'rejects', title: t('today.nextRejects'), text: t('today.nextRejectsText', { count: rejected }), to: `/data/imports/${lastImport?.id}`,
    },
    can('customersRead') && { key: 'silent', title: t('today.nextSilentFans'), text: t('today.nextSilentFansText'), to: silentRegulars },
    { key: 'overview', title: t('today.nextOverview'), text: t('today.nextOverviewText'), to: '/insights/overview' },
    named < 0.7 && can('importsRun') && { key: 'anonymous', title: t('today.nextAnonymous'), text: t('today.nextAnonymousText', { share: format.percent(named, 0) }), to: '/data/imports/new' },
    can('settingsRead') && { key: 'limits', title: t('today.nextLimits'), text: t('today.nextLimitsText'), to: '/settings/limits' },
  ];
  return steps.filter((step) => step !== false);
}
