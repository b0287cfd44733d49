import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useRegionName } from '../../resources/useRegions';
import { useSession } from '../../session/SessionContext';
import { usePresetName } from '../connect/usePresetName';
import styles from './CustomersPage.module.css';
import { filterParts, type FilterPart } from './filter';
import { useConsentText } from './useConsentText';

type Props = { filter: CustomerFilter; onChange: (filter: CustomerFilter) => void };

/** Each filter that holds, as a tag that takes it away. */
export function FilterTags({ filter, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  const range = (least: string | undefined, most: string | undefined) =>
    least !== undefined && most !== undefined ? (least === most ? least : t('customers.range', { from: least, to: most }))
    : least !== undefined ? t('customers.atLeast', { from: least })
    : most !== undefined ? t('customers.atMost', { to: most }) : null;
  const written = <Value,>(value: Value | undefined, write: (value: Value) => string) => (value === undefined ? undefined : write(value));
  const yesNo = (holds: boolean | undefined) => written(holds, (value) => t(value ? 'reach.yes' : 'reach.no'));
  const consentText = useConsentText();
  const presetName = usePresetName();
  const { shops } = useSession();
  const shopNames = (ids: string | undefined) => written(ids, (some) => some.split(',').map((id) => shops.find((shop) => shop.id === Number(id))?.name ?? id).join(t('views.and')));
  const tags: [FilterPart, string, string | null | undefined][] = [
    ['search', t('shell.search'), filter.search],
    ['r', t('customers.r'), filter.r && t(`r.${filter.r}`)],
    ['f', t('customers.f'), filter.f && t(`f.${filter.f}`)],
    ['group', t('customers.group'), filter.group && t(`groups.${filter.group}`)],
    ['serviceLevel', t('levels.level'), filter.serviceLevel],
    ['region', t('customers.region'), filter.region && region(filter.region)],
    ['city', t('customers.city'), filter.city],
    ['district', t('profile.attributes.district'), filter.district],
    ['firstSource', t('customers.firstSource'), filter.firstSource && presetName(filter.firstSource)],
    ['firstShop', t('customers.firstShop'), shopNames(filter.firstShop)],
    ['boughtIn', t('customers.boughtIn'), shopNames(filter.boughtIn)],
    ['gender', t('profile.attributes.gender'), filter.gender && t(`profile.${filter.gender}`)],
    ['tag', t('customers.tag'), filter.tag],
    ['reach', t('reach.name'), filter.reach && t(`reach.${filter.reach}`)],
    ['consent', t('consent.title'), filter.consent && consentText(filter.consent)],
    ['hasNote', t('profile.attributes.note'), yesNo(filter.hasNote)],
    ['suppressed', t('profile.attributes.suppressed'), yesNo(filter.suppressed)],
    ['touchKind', t('touches.of'), filter.touchKind && t(`touches.kinds.${filter.touchKind}`)],
    ['touchedWithin', t('touches.within'), written(filter.touchedWithin, format.full)],
    ['touched', t('touches.touched'), yesNo(filter.touched)],
    ['orders', t('customers.ordersRange'), range(written(filter.minOrders, format.full), written(filter.maxOrders, format.full))],
    ['recency', t('customers.recencyRange'), range(written(filter.minRecency, format.full), written(filter.maxRecency, format.full))],
    ['netSales', t('customers.netRange'), range(written(filter.minNetSales, format.fullMoney), written(filter.maxNetSales, format.fullMoney))],
    ['firstDay', t('customers.firstRange'), range(written(filter.firstFrom, format.day), written(filter.firstTo, format.day))],
  ];
  const held = tags.filter(([, , value]) => value);
  if (held.length === 0) return null;
  const without = (part: FilterPart) => {
    const gone: readonly string[] = filterParts[part];
    onChange(Object.fromEntries(Object.entries(filter).filter(([key]) => !gone.includes(key))));
  };
  return (
    <div className={styles.tags}>
      {held.map(([part, name, value]) => (
        <Tag key={part} closable={{ 'aria-label': t('customers.removeFilter', { name }) }} onClose={(event) => { event.preventDefault(); without(part); }}>
          {t('customers.filterTag', { name, value })}
        </Tag>
      ))}
      <Button type="link" size="small" onClick={() => onChange({})}>{t('actions.clear')}</Button>
    </div>
  );
}
