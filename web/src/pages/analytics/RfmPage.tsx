import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MoneyBasis } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Sentence } from '../../parts/Sentence';
import { useRfm } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { NobodyYet } from './NobodyYet';
import { RfmChart } from './RfmChart';
import { RfmEdgesTable } from './RfmEdgesTable';
import styles from './RfmPage.module.css';
import { RfmTable } from './RfmTable';

export default function RfmPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { scope, query, setScope } = useScope('life');
  const [params, setParams] = useSearchParams();
  const chosen = params.get('basis');
  const basis: MoneyBasis | undefined = chosen === 'net' || chosen === 'gross' ? chosen : undefined;
  const { data, error, refetch } = useRfm({ ...query, basis });
  const important = data?.groups.filter(({ group }) => group.startsWith('important')) ?? [];
  const sum = (pick: (group: (typeof important)[number]) => number) => important.reduce((total, group) => total + pick(group), 0);
  const people = data?.groups.reduce((total, group) => total + group.customers, 0) ?? 0;
  const answer = people > 0
    ? <Sentence
        of="rfm.answer"
        values={{ count: format.full(sum((group) => group.customers)), share: format.percent(sum((group) => group.customers) / people), sales: format.percent(sum((group) => group.salesShare ?? 0)) }}
      />
    : t('rfm.answerEmpty');
  const setBasis = (value: MoneyBasis) =>
    setParams((current) => {
      current.set('basis', value);
      return current;
    });

  return (
    <>
      <PageHead title={t('rfm.title')} answer={answer} />
      <ScopeBar scope={scope} onChange={setScope}>
        <span className={styles.basis}>
          <span className={styles.basisName}>{t('rfm.basis')}</span>
          <Segmented
            aria-label={t('rfm.basis')}
            value={basis ?? data?.basis ?? 'net'}
            onChange={setBasis}
            options={[{ value: 'net', label: t('rfm.net') }, { value: 'gross', label: t('rfm.gross') }]}
          />
        </span>
      </ScopeBar>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {error && !data ? null : data && people === 0 ? (
        <NobodyYet of="rfm" />
      ) : (
        <>
          <RfmChart data={data} query={query} />
          <RfmTable data={data} query={query} />
          {data?.edges && <RfmEdgesTable edges={data.edges} />}
        </>
      )}
    </>
  );
}
