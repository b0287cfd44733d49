import { useTranslation } from 'react-i18next';
import type { en } from '../../i18n/en';
import { useLanguage } from '../../i18n';
import { useFields } from '../../resources/useImports';

type Own = keyof (typeof en)['samples']['fields'];

/** What a field is called: as the API names it, in our words what only a comparison has, else its key. */
export function useFieldName(): (key: string) => string {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const { data } = useFields();
  return (key) =>
    data?.find((field) => field.key === key)?.name[language]
    ?? (i18n.exists(`samples.fields.${key}`) ? t(`samples.fields.${key as Own}`) : key);
}
