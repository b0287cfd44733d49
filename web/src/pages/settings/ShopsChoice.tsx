import { Checkbox, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/types';
import { useShops } from '../../resources/useSettings';
import styles from './settings.module.css';

type Props = { id?: string; role: Role | undefined; value?: number[] | null; onChange?: (shops: number[] | null) => void };

/** Whose rows somebody sees: all shops, null, or these. Owners have no choice. */
export function ShopsChoice({ id, role, value = null, onChange }: Props) {
  const { t } = useTranslation();
  const { data: shops = [] } = useShops();
  if (role === 'owner') return <span id={id} className={styles.scopeNote}>{t('dataScope.owner')}</span>;
  return (
    <div id={id} className={styles.scope}>
      <Radio.Group
        aria-label={t('dataScope.label')}
        value={value === null ? 'all' : 'some'}
        onChange={({ target }) => onChange?.(target.value === 'all' ? null : shops.length === 1 ? shops.map((shop) => shop.id) : [])}
        options={[{ value: 'all', label: t('dataScope.all') }, { value: 'some', label: t('dataScope.some') }]}
      />
      {value !== null && (
        <Checkbox.Group
          className={styles.scopeShops}
          aria-label={t('dataScope.some')}
          value={value}
          onChange={onChange}
          options={shops.map((shop) => ({ value: shop.id, label: shop.name }))}
        />
      )}
      <small className={styles.scopeNote}>{t('dataScope.note')}</small>
    </div>
  );
}
