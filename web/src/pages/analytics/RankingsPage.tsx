import { Button, Select, Space, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../format/useFormat';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useIsPhone } from '../../parts/useIsPhone';
import { useMetricName } from '../../parts/useMetricName';
import { useCustomerRanking, useProductRanking } from '../../resources/useReports';
import { ScopeBar } from '../../scope/ScopeBar';
import { useScope } from '../../scope/useScope';
import { useCan } from '../../session/SessionContext';
import styles from '../../scope/ScopeBar.module.css';
import { CustomerRankTable, ProductRankTable } from './RankingTables';

const measures = {
  customers: ['netSales', 'grossSales', 'orders', 'aov'],
  products: ['sales', 'orders', 'units', 'buyers', 'unitPrice'],
} as const;
const limit = 50;
/** A name within a sentence begins small, unless it is an abbreviation. */
const inSentence = (text: string) => text.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

export default function RankingsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useMetricName();
  const can = useCan();
  const phone = useIsPhone();
  const { scope, query, setScope } = useScope('life');
  const [params, setParams] = useSearchParams();
  const kind = params.get('of') === 'customers' && can('customersRead') ? 'customers' : params.get('of') === 'products' || !can('customersRead') ? 'products' : 'customers';
  const customersBy = measures.customers.find((each) => each === params.get('by')) ?? 'netSales';
  const productsBy = measures.products.find((each) => each === params.get('by')) ?? 'sales';
  const by = kind === 'customers' ? customersBy : productsBy;
  const customers = useCustomerRanking({ ...query, by: customersBy, limit }, kind === 'customers');
  const products = useProductRanking({ ...query, by: productsBy, limit }, kind === 'products');
  const { data, error, refetch, isPlaceholderData } = kind === 'customers' ? customers : products;
  const put = (patch: Record<string, string>) =>
    setParams((current) => {
      current.delete('by');
      for (const [key, value] of Object.entries(patch)) current.set(key, value);
      return current;
    });
  const values = data && { count: format.full(data.items.length), total: format.full(data.total), by: inSentence(name(by)) };
  const answer = values && data.items.length > 0 ? t(kind === 'customers' ? 'rankings.answerCustomers' : 'rankings.answerProducts', values) : ' ';
  const empty = (
    <EmptyState
      title={t('rankings.empty')}
      action={(
        <Space wrap>
          {scope.period !== 'life' && <Button onClick={() => setScope({ period: 'life' })}>{t('overview.emptyAll')}</Button>}
          {can('importsRun') && <Link to="/data/imports/new"><Button type="primary">{t('overview.import')}</Button></Link>}
        </Space>
      )}
    >
      {scope.period === 'life' ? t('rankings.emptyAll') : t('rankings.emptyText')}
    </EmptyState>
  );
  const rankBy = (
    <Select
      aria-label={t('rankings.by')}
      prefix={<span className={styles.prefix}>{t('rankings.by')}</span>}
      value={by}
      onChange={(value) => put({ by: value })}
      options={measures[kind].map((value) => ({ value, label: name(value) }))}
      style={{ width: phone ? '100%' : 224 }}
    />
  );

  return (
    <>
      <PageHead title={t('rankings.title')} answer={answer} />
      <ScopeBar scope={scope} onChange={setScope} />
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      <Panel flush>
        <div style={{ padding: '0 16px' }}>
          <Tabs
            activeKey={kind}
            onChange={(of) => put({ of })}
            items={[...(can('customersRead') ? [{ key: 'customers', label: t('rankings.customers') }] : []), { key: 'products', label: t('rankings.products') }]}
            tabBarExtraContent={phone ? undefined : rankBy}
          />
          {/* Beside the tabs it would hide one of them. */}
          {phone && rankBy}
        </div>
        {error && !data ? null : kind === 'customers'
          ? <CustomerRankTable items={customers.data?.items} stale={isPlaceholderData} empty={empty} />
          : <ProductRankTable items={products.data?.items} stale={isPlaceholderData} empty={empty} />}
      </Panel>
    </>
  );
}
