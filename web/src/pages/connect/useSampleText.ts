import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import type { en } from '../../i18n/en';
import { useSession } from '../../session/SessionContext';
import { clockText } from '../../format/dates';

type Known = keyof (typeof en)['samples']['values'];
const worded = new Set(['status', 'touchKind', 'gender']);

/** A value of a comparison as a shop person reads it: words for what is a word, times on the first shop's clock. */
export function useSampleText(): (field: string, value: string | null) => string {
  const { t, i18n } = useTranslation();
  const { language } = useFormat();
  const { shops } = useSession();
  return (field, value) => {
    if (value === null) return t('trial.nothing');
    if (worded.has(field) && i18n.exists(`samples.values.${value}`)) return t(`samples.values.${value as Known}`);
    return clockText(value, language, shops[0]?.timeZone);
  };
}
