import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { PruneLimits } from '../../resources/usePrune';
import styles from './CustomersPage.module.css';

/** The limits in one row; each holds as soon as it is left. Money is entered in the currency's units and asked in minor ones. */
export function PruneLimitsForm({ limits, onChange }: { limits: PruneLimits; onChange: (limits: PruneLimits) => void }) {
  const { t } = useTranslation();
  const { currency, symbol } = useFormat();
  const unit = 10 ** currency.digits;
  const set = (key: 'months' | 'maxOrders' | 'maxNetSales', least: number, factor = 1) => (text: string) => {
    const value = text.trim() === '' ? undefined : Math.max(least, Math.round(Number(text.replace(/[^\d.]/g, '')) * factor));
    if (value !== limits[key]) onChange({ ...limits, [key]: value });
  };
  const field = (label: string, value: number | undefined, put: (text: string) => void, more: { min: number; prefix?: string; suffix?: string; placeholder: string }) => (
    <label className={styles.limit}>
      <span>{label}</span>
      <InputNumber key={value} defaultValue={value} {...more} style={{ width: '100%' }} onBlur={(event) => put(event.target.value)} onPressEnter={(event) => (event.target as HTMLInputElement).blur()} />
    </label>
  );
  return (
    <>
      <p className={styles.note}>{t('prune.note')}</p>
      <div className={styles.limits}>
        {field(t('prune.months'), limits.months, set('months', 1), { min: 1, suffix: t('prune.monthsUnit'), placeholder: '24' })}
        {field(t('prune.orders'), limits.maxOrders, set('maxOrders', 0), { min: 0, placeholder: '1' })}
        {field(t('prune.spent'), limits.maxNetSales === undefined ? undefined : limits.maxNetSales / unit, set('maxNetSales', 0, unit), { min: 0, prefix: symbol, placeholder: t('prune.any') })}
        <Checkbox checked={limits.withSuppressed ?? false} onChange={(event) => onChange({ ...limits, withSuppressed: event.target.checked || undefined })}>{t('prune.withSuppressed')}</Checkbox>
      </div>
    </>
  );
}
