import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n';
import { useSession } from '../../session/SessionContext';

/** The shops whose rows somebody sees, by name. */
export function useShopNames(): (shops: number[] | null) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { shops: known } = useSession();
  return (shops) => (shops ? new Intl.ListFormat(language).format(shops.map((id) => known.find((shop) => shop.id === id)?.name ?? String(id))) : t('dataScope.all'));
}
