import { Alert, Button, DatePicker, Drawer, Select } from 'antd';
import { FilterOutlined } from '@ant-design/icons';
import dayjs, { type Dayjs } from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../parts/useIsPhone';
import { useSession } from '../session/SessionContext';
import { periodKeys, rangeOf, seenShops, type Compare, type PeriodKey, type Scope } from './scope';
import styles from './ScopeBar.module.css';

type Props = {
  scope: Scope;
  onChange: (patch: Partial<Scope>) => void;
  /** Which of the parts the report can use. */
  compare?: boolean;
  children?: ReactNode;
};
const day = (value: Dayjs | null | undefined) => value?.format('YYYY-MM-DD');

/** What a report covers: the same bar on every report, kept in the address. */
export function ScopeBar(props: Props) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  const { shops } = useSession();
  const seen = seenShops(props.scope, shops);
  if (seen.length < props.scope.shops.length) return (
    <>
      <Alert type="info" showIcon title={t('scope.unseenShop')} closable={{ onClose: () => props.onChange({ shops: seen }) }} />
      <ScopeBar {...props} scope={{ ...props.scope, shops: seen }} />
    </>
  );
  if (!phone) return <div className={styles.bar} role="group" aria-label={t('scope.label')}><Fields {...props} /></div>;
  return (
    <div className={styles.bar} role="group" aria-label={t('scope.label')}>
      <PeriodSelect {...props} />
      <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>{t('scope.open')}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} placement="bottom" size={420} title={t('scope.label')}>
        <div className={styles.column}><Fields {...props} /></div>
      </Drawer>
    </div>
  );
}

function PeriodSelect({ scope, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('scope.period')}
      className={styles.period}
      listHeight={360}
      value={scope.range ? 'own' : scope.period}
      onChange={(period: PeriodKey | 'own') => period !== 'own' && onChange({ period, range: null })}
      options={[
        ...periodKeys.map((key) => ({ value: key, label: t(`scope.${key}`) })),
        ...(scope.range ? [{ value: 'own', label: t('scope.ownRange') }] : []),
      ]}
    />
  );
}

function Fields(props: Props) {
  const { scope, onChange, compare, children } = props;
  const { t } = useTranslation();
  const { shops, channels, today } = useSession();
  const range = scope.range;
  const named = rangeOf(scope.period, scope.asOf ?? today);
  return (
    <>
      {shops.length > 1 && (
        <Select
          mode="multiple"
          aria-label={t('scope.shops')}
          className={styles.many}
          placeholder={t('scope.allShops')}
          value={scope.shops}
          onChange={(ids: number[]) => onChange({ shops: ids })}
          options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          allowClear
        />
      )}
      {channels.length > 1 && (
        <Select
          mode="multiple"
          aria-label={t('scope.channels')}
          className={styles.many}
          placeholder={t('scope.allChannels')}
          value={scope.channels}
          onChange={(ids: number[]) => onChange({ channels: ids })}
          options={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
          maxTagCount="responsive"
          popupMatchSelectWidth={false}
          allowClear
        />
      )}
      <PeriodSelect {...props} />
      <DatePicker.RangePicker
        aria-label={t('scope.ownRange')}
        className={styles.range}
        value={[range?.from ? dayjs(range.from) : null, range?.to ? dayjs(range.to) : null]}
        onChange={(days) => onChange({ range: days ? { from: day(days[0]), to: day(days[1]) } : null })}
        // The days that the named period stands for, until a range of one's own replaces it.
        placeholder={!range && named.from && named.to ? [named.from, named.to] : undefined}
        allowEmpty={[true, true]}
        maxDate={dayjs(today)}
      />
      {compare && (
        <Select
          aria-label={t('scope.compare')}
          className={styles.compare}
          prefix={<span className={styles.prefix}>{t('scope.compare')}</span>}
          value={scope.compare}
          onChange={(value: Compare) => onChange({ compare: value })}
          options={(['previous', 'year', 'none'] as const).map((key) => ({ value: key, label: t(`scope.${key}`) }))}
        />
      )}
      <DatePicker
        aria-label={t('scope.asOf')}
        className={styles.asOf}
        prefix={<span className={styles.prefix}>{t('scope.asOf')}</span>}
        placeholder={t('scope.asOfToday')}
        value={scope.asOf ? dayjs(scope.asOf) : null}
        onChange={(value) => onChange({ asOf: day(value) ?? null })}
        maxDate={dayjs(today)}
      />
      {children}
    </>
  );
}
