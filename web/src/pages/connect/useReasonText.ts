import { useTranslation } from 'react-i18next';
import type { en } from '../../i18n/en';

type Known = keyof (typeof en)['rejects'];

/** A reject's reason in words. */
export function useReasonText(): (reason: string) => string {
  const { t, i18n } = useTranslation();
  return (reason) => {
    const key = reason.charAt(0).toLowerCase() + reason.slice(1);
    return i18n.exists(`rejects.${key}`) ? t(`rejects.${key as Known}`) : reason;
  };
}
