import { useTranslation } from 'react-i18next';
import type { Figures, TodayAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { FigureRow, type FigureCell } from '../../parts/FigureRow';
import { useMetricName } from '../../parts/useMetricName';
import { useCan } from '../../session/SessionContext';
import { buyersBehind } from '../customers/drill';
import styles from './TodayPage.module.css';

/** This week against the same days of the last one. */
export function WeekFigures({ data }: { data: TodayAnswer | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useMetricName();
  const can = useCan();
  if (!data) return <section><p className={styles.heading}>{'\u00a0'}</p><FigureRow figures={null} loading /></section>;
  const { week, lastWeek } = data;
  // Nothing against something is no fall: the week has hardly begun, or its orders are not in yet.
  const compared = week.all.orders > 0;
  const behind = (part: 'all' | 'new' | 'returning') => (can('customersRead') ? buyersBehind({}, week, part) : undefined);
  const money = (key: 'netSales' | 'aov'): FigureCell => ({
    metric: key, label: name(key), value: format.money(week.all[key]), title: format.fullMoney(week.all[key]), before: lastWeek.all[key], after: week.all[key], compared, to: behind('all'),
  });
  const count = (metric: string, label: string, part: 'all' | 'new' | 'returning', pick: (split: TodayAnswer['week']) => number): FigureCell => ({
    metric, label, value: format.short(pick(week)), title: format.full(pick(week)), before: pick(lastWeek), after: pick(week), compared, to: behind(part),
  });
  const rate: keyof Figures = 'refundRate';
  return (
    <section>
      <p className={styles.heading}>{week.from === week.to ? t('today.weekDay', { day: format.day(week.to) }) : t('today.week', { from: format.day(week.from), to: format.day(week.to) })}</p>
      <FigureRow
        figures={[
          money('netSales'),
          count('orders', name('orders'), 'all', (split) => split.all.orders),
          count('newBuyers', name('newBuyers'), 'new', (split) => split.new.buyers),
          count('returningBuyers', name('returningBuyers'), 'returning', (split) => split.returning.buyers),
          money('aov'),
          { metric: rate, label: name(rate), value: format.percent(week.all[rate]), before: lastWeek.all[rate], after: week.all[rate], compared, goodWhen: 'down' },
        ]}
      />
    </section>
  );
}
