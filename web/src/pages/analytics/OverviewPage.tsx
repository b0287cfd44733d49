import { useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { Grain } from '../../api/types';
import { daysBetween } from '../../format/dates';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Sentence } from '../../parts/Sentence';
import { useMetricName } from '../../parts/useMetricName';
import { changeOf } from '../../format/format';
import { useOverview } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { DriverTree } from './DriverTree';
import { NewOldTable } from './NewOldTable';
import { NothingSold } from './NothingSold';
import { comparedOf, OverviewFigures } from './OverviewFigures';
import styles from './OverviewPage.module.css';
import { RankTable } from './RankTable';
import { SalesChart } from './SalesChart';

const grains: Grain[] = ['day', 'week', 'month'];

function defaultGrain(from: string | undefined, to: string): Grain {
  const days = from ? daysBetween(from, to) : 366;
  return days > 190 ? 'month' : days > 45 ? 'week' : 'day';
}

export default function OverviewPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useMetricName();
  const { scope, query, setScope, asOf } = useScope('last12m');
  const [params, setParams] = useSearchParams();
  const grain = grains.find((each) => each === params.get('grain')) ?? defaultGrain(query.from, query.to ?? asOf);
  const { data, error, isPlaceholderData, refetch } = useOverview({ ...query, grain });
  const setGrain = (next: Grain) =>
    setParams((current) => {
      current.set('grain', next);
      return current;
    });

  const compared = data && comparedOf(data, scope.compare);
  const change = data && changeOf(compared?.all.netSales, data.total.all.netSales);
  const answer = data && data.total.all.orders > 0 && (
    <>
      {change === null || change === undefined ? (
        <Sentence of="overview.answerAlone" values={{ sales: format.money(data.total.all.netSales), orders: format.short(data.total.all.orders) }} />
      ) : (
        <Sentence
          of={change < 0 ? 'overview.answerDown' : 'overview.answerUp'}
          values={{
            sales: format.money(data.total.all.netSales),
            change: format.percent(Math.abs(change)),
            with: scope.compare === 'year' ? t('overview.withYear') : t('overview.withPrevious'),
          }}
        />
      )}
      {data.largest && (
        <Sentence of="overview.largest" values={{ driver: t('overview.driverOf', { branch: name(data.largest.branch), driver: name(data.largest.key) }), money: signed(data.largest.contribution) }} />
      )}
    </>
  );
  function signed(minor: number) {
    return `${minor > 0 ? '+' : ''}${format.money(minor)}`;
  }

  return (
    <>
      <PageHead title={t('overview.title')} answer={answer || ' '} />
      <ScopeBar scope={scope} onChange={setScope} compare />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {error && !data ? null : data?.total.all.orders === 0 && data.total.all.refunds === 0 ? (
        <NothingSold onAllTime={() => setScope({ period: 'life', range: null })} />
      ) : (
        <div className={isPlaceholderData ? styles.stale : styles.report}>
          <OverviewFigures data={data} scope={query} compare={scope.compare} />
          <SalesChart data={data} grain={grain} onGrain={setGrain} compare={scope.compare} />
          <DriverTree root={data?.drivers ?? null} largest={data?.largest ?? null} loading={!data} />
          <div className={styles.pair}>
            <RankTable ranks={data?.ranks} />
            <NewOldTable data={data} scope={query} />
          </div>
        </div>
      )}
    </>
  );
}
