import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/SessionContext';

/** The name of what a piece of evidence is unique within: a shop, a platform. */
export function useEvidenceScope() {
  const { t } = useTranslation();
  const { shops } = useSession();
  return (scope: string) => {
    const [kind, id] = scope.split(':');
    if (kind === 'shop') return shops.find((shop) => String(shop.id) === id)?.name ?? scope;
    return t(`customer.platforms.${scope}`, { defaultValue: scope });
  };
}
