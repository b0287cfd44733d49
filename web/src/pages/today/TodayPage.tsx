import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TodayAnswer } from '../../api/types';
import { changeOf } from '../../format/format';
import { useFormat } from '../../format/useFormat';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import { useToday } from '../../resources/useReports';
import { useCan } from '../../session/SessionContext';
import { ContactFirst } from './ContactFirst';
import { DataCard } from './DataCard';
import { NextSteps } from './NextSteps';
import { RunningJobs } from './RunningJobs';
import styles from './TodayPage.module.css';
import { WeekFigures } from './WeekFigures';

/** What needs a decision this morning. */
export default function TodayPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useToday();
  const can = useCan();
  const empty = data && data.freshness.orders === 0;
  return (
    <>
      <PageHead title={t('nav.today')} answer={data ? (empty ? t('today.answerEmpty') : <Answer data={data} />) : ' '} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {data && data.runningJobs.length > 0 && <RunningJobs jobs={data.runningJobs} />}
      {error && !data ? null : empty ? (
        <Nothing />
      ) : (
        <>
          <WeekFigures data={data} />
          <div className={styles.pair}>
            <NextSteps data={data} />
            <DataCard data={data} />
          </div>
          {can('customersRead') && <ContactFirst />}
        </>
      )}
    </>
  );
}

function Answer({ data }: { data: TodayAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { netSales, orders } = data.week.all;
  if (orders === 0) return t('today.answerNone', { day: data.freshness.lastDay ? format.day(data.freshness.lastDay) : '–' });
  const change = changeOf(data.lastWeek.all.netSales, netSales);
  const values = { sales: format.money(netSales), orders: format.full(orders) };
  return change === null
    ? <Sentence of="today.answerAlone" values={values} />
    : <Sentence of={change < 0 ? 'today.answerDown' : 'today.answer'} values={{ ...values, change: format.percent(Math.abs(change)) }} />;
}

function Nothing() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Panel>
      <EmptyState
        title={t('today.emptyTitle')}
        action={can('importsRun') && (
          <Space wrap>
            <Link to="/data/imports/new"><Button type="primary">{t('overview.import')}</Button></Link>
            <Link to="/data/imports"><Button>{t('imports.seeDemo')}</Button></Link>
          </Space>
        )}
      >
        {t('today.empty')}
      </EmptyState>
    </Panel>
  );
}
