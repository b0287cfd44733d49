import { useTranslation } from 'react-i18next';
import type { RejectReason } from '../../api/types';

/** A reject's reason in words. The API names reasons as keys of a map, which begin with a capital, and as values, which do not. */
export function useReasonText(): (reason: string) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = reason.charAt(0).toLowerCase() + reason.slice(1);
    return i18n.exists(`rejects.${key}`) ? t(`rejects.${key as RejectReason}`) : reason;
  };
}
