import { EyeOutlined, LeftOutlined } from '@ant-design/icons';
import { Alert, Button, Skeleton, Space, Tag, Tooltip } from 'antd';
import { useEffect, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import type { CustomerAnswer } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { FigureRow } from '../../parts/FigureRow';
import { PageHead } from '../../parts/PageHead';
import { Panel } from '../../parts/Panel';
import { useCustomer, useReveal } from '../../resources/useCustomers';
import { useRegionName } from '../../resources/useRegions';
import { useCan } from '../../session/SessionContext';
import { ActNote, type Done } from './ActNote';
import { BinNote } from './BinNote';
import { CellTag } from './CellTag';
import { ConsentPanel } from './ConsentPanel';
import { CustomerMenu } from './CustomerMenu';
import styles from './CustomerPage.module.css';
import { EvidenceList } from './EvidenceList';
import { LevelPanel } from './LevelPanel';
import { ProfilePanel } from './ProfilePanel';
import { Timeline } from './Timeline';
import { WhyCell } from './WhyCell';

export default function CustomerPage() {
  const { t } = useTranslation();
  const id = Number(useParams().id);
  const [params] = useSearchParams();
  const can = useCan();
  const navigate = useNavigate();
  const { key } = useLocation();
  const { data, error, refetch } = useCustomer(id, params.get('asOf') ?? undefined);
  const reveal = useReveal(id);
  const [done, setDone] = useState<Done | null>(null);
  // Who keeps what is left may go by another number.
  const parted = (act: string, left: number) => {
    setDone({ act, what: 'parted' });
    if (left !== id) void navigate(`/customers/${left}`, { replace: true });
  };
  // A link to a customer that became part of another leads to that one.
  const current = data?.customer.id ?? id;
  useEffect(() => {
    if (current !== id) void navigate({ pathname: `/customers/${current}`, search: params.toString() }, { replace: true });
  }, [current, id, navigate, params]);
  // What was revealed is of the customer as they were then; a correction makes it old.
  const { reset } = reveal;
  useEffect(reset, [data?.customer, reset]);
  const problem = error ?? reveal.error;
  const name = reveal.data?.name ?? data?.customer.name;
  // Back to the list as it was left, filters and page included; a page opened from outside has no such list.
  const toList = (event: MouseEvent) => {
    if (key === 'default') return;
    event.preventDefault();
    void navigate(-1);
  };

  return (
    <>
      <Link to="/customers" className={styles.back} onClick={toList}><LeftOutlined aria-hidden /> {t('customer.back')}</Link>
      <PageHead
        title={data ? name || data.figures?.buyer || t('customers.unnamed') : t('customer.title')}
        answer={data ? <Heading data={data} /> : ' '}
        actions={data && (
          <Space>
            {can('customersReveal') && !reveal.data && (
              <Tooltip title={t('customer.revealNote')}>
                <Button icon={<EyeOutlined />} loading={reveal.isPending} onClick={() => reveal.mutate()}>{t('customer.reveal')}</Button>
              </Tooltip>
            )}
            <CustomerMenu customer={data.customer.id} isBinned={data.customer.binnedAt !== null} />
          </Space>
        )}
      />
      {problem ? <ErrorNote error={problem} onRetry={() => void (error ? refetch() : reveal.mutate())} /> : null}
      {done && <ActNote key={done.act} done={done} onClose={() => setDone(null)} />}
      {data?.customer.binnedAt && <BinNote customer={data.customer.id} at={data.customer.binnedAt} />}
      {data?.customer.known.fields.some((field) => field.attribute === 'suppressed') && <Alert type="warning" showIcon title={t('prune.shown')} />}
      {!error && !data?.customer.binnedAt && <KeyFigures data={data} />}
      {!error && (
        <div className={styles.columns}>
          <div className={styles.side}>
            {data ? <ProfilePanel customer={data.customer} revealed={reveal.data} /> : <Panel title={t('profile.title')}><Skeleton active /></Panel>}
            {data && <ConsentPanel customer={data.customer.id} consents={data.customer.known.consents} />}
            {data && <EvidenceList customer={data.customer.id} evidence={data.customer.evidence} revealed={reveal.data} onParted={parted} />}
          </div>
          <Timeline id={id} revealed={reveal.data} />
          <div className={styles.side}>
            {data?.level && <LevelPanel level={data.level} data={data} />}
            {data ? <WhyCell data={data} /> : <Panel title={t('customer.why')}><Skeleton active /></Panel>}
          </div>
        </div>
      )}
    </>
  );
}

function Heading({ data }: { data: CustomerAnswer }) {
  const { t } = useTranslation();
  const region = useRegionName();
  const place = [region(data.customer.region), data.customer.city].filter(Boolean).join(' · ');
  return (
    <Space wrap size={[12, 4]}>
      {data.cell && <CellTag r={data.cell.r} f={data.cell.f} />}
      {data.rfm && <Tag variant="filled">{t(`groups.${data.rfm.group}`)}</Tag>}
      {data.level && <Tag variant="filled" color="processing">{data.level.name}</Tag>}
      {place && <span>{place}</span>}
    </Space>
  );
}

function KeyFigures({ data }: { data: CustomerAnswer | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!data) return <FigureRow figures={null} loading />;
  const { figures } = data;
  if (!figures) return <Panel><p className={styles.note}>{t('customer.noFigures')}</p></Panel>;
  return (
    <FigureRow
      figures={[
        { metric: 'netSales', label: t('metrics.netSales'), value: format.money(figures.netSales), title: format.fullMoney(figures.netSales) },
        { metric: 'grossSales', label: t('metrics.grossSales'), value: format.money(figures.grossSales), title: format.fullMoney(figures.grossSales) },
        { metric: 'orders', label: t('metrics.orders'), value: format.full(figures.orders) },
        { metric: 'aov', label: t('metrics.aov'), value: format.money(figures.aov), title: format.fullMoney(figures.aov) },
        { metric: 'recency', label: t('metrics.recency'), value: format.full(figures.recency), note: format.day(figures.lastDay) },
        { metric: 'firstDay', label: t('customers.firstDay'), value: format.day(figures.firstDay) },
      ]}
    />
  );
}
