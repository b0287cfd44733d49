import { Button, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitsVersion, LimitValues } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { DataTable, type DataColumn } from '../../parts/DataTable';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useActorName } from '../../parts/useActorName';
import { useGridLimits } from '../../resources/useGridLimits';
import { useCan, useSession } from '../../session/SessionContext';
import { useOrigin } from '../analytics/LimitsNote';
import { LimitsForm } from './LimitsForm';
import styles from './settings.module.css';

const keys = ['activeMax', 'silentMax', 'dormantMax', 'fanMin'] as const;
const same = (one: LimitValues, other: LimitValues) => keys.every((key) => one[key] === other[key]);

/** The lines of the grid: in use, suggested by the data, and set by hand, each from a day on. */
export function LimitsSection() {
  const { t } = useTranslation();
  const { shops } = useSession();
  const can = useCan();
  const origin = useOrigin();
  const format = useFormat();
  const [shop, setShop] = useState<number | null>(null);
  const [taken, setTaken] = useState<LimitValues | null>(null);
  const { data, error, refetch } = useGridLimits(shop);
  const choose = (value: number) => {
    setShop(value === 0 ? null : value);
    setTaken(null);
  };
  return (
    <div className={styles.stack}>
      <Panel
        title={t('settings.limits')}
        extra={shops.length > 1 && (
          <Select
            aria-label={t('limits.forShop')}
            value={shop ?? 0}
            onChange={choose}
            options={[{ value: 0, label: t('limits.allShops') }, ...shops.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
      >
        <p className={styles.note}>{t('limits.note')}</p>
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error && <Skeleton active paragraph={{ rows: 6 }} />}
        {data && (
          <div className={styles.limits}>
            <section>
              <h3>{t('limits.current')}</h3>
              <Values limits={data.current} />
              <p className={styles.note}>{origin(data.current)}</p>
            </section>
            {data.suggested && (
              <section>
                <h3>{t('limits.suggested')}</h3>
                <Values limits={data.suggested} />
                <p className={styles.note}>
                  {data.suggested.origin === 'fallback'
                    ? t('limits.suggestedFew', { gaps: format.full(data.suggested.gaps) })
                    : t('limits.suggestedWhy', { gaps: format.full(data.suggested.gaps), active: data.suggested.activeMax, silent: data.suggested.silentMax, dormant: data.suggested.dormantMax })}
                </p>
                {same(data.current, data.suggested) ? <p className={styles.note}>{t('limits.sameAsUsed')}</p> : can('settingsWrite') && <Button onClick={() => setTaken(data.suggested)}>{t('limits.use')}</Button>}
              </section>
            )}
          </div>
        )}
      </Panel>
      {data && can('settingsWrite') && <LimitsForm key={`${shop}/${JSON.stringify(taken ?? data.current)}`} shop={shop} limits={taken ?? data.current} />}
      <Versions versions={data?.versions} />
    </div>
  );
}

function Values({ limits }: { limits: LimitValues }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.values}>
      {keys.map((key) => [<dt key={key}>{t(`limits.${key}`)}</dt>, <dd key={`${key}-value`}>{format.full(limits[key])}</dd>])}
    </dl>
  );
}

function Versions({ versions }: { versions: LimitsVersion[] | undefined }) {
  const { t } = useTranslation();
  const actor = useActorName();
  const format = useFormat();
  const columns: DataColumn<LimitsVersion>[] = [
    { key: 'validFrom', title: t('limits.validFrom'), heading: true, render: (version) => format.day(version.validFrom) },
    ...keys.map((key): DataColumn<LimitsVersion> => ({ key, title: t(`limits.${key}`), numeric: true, render: (version) => format.full(version[key]) })),
    { key: 'by', title: t('limits.by'), render: (version) => actor(version.actor) },
    { key: 'at', title: t('limits.at'), render: (version) => format.instant(version.createdAt) },
  ];
  return (
    <Panel title={t('limits.history')} flush>
      <DataTable
        label={t('limits.history')}
        columns={columns}
        rows={versions}
        rowKey={(version) => version.id}
        skeletonRows={2}
        empty={<p className={styles.note} style={{ padding: '0 16px' }}>{t('limits.none')}</p>}
      />
    </Panel>
  );
}
