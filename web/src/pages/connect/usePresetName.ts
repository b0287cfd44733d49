import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n';
import { usePresets } from '../../resources/useImports';

/** What a layout is called: as the API names its preset, else in our words. */
export function usePresetName(): (key: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = usePresets();
  return (key) => {
    const named = data?.find((preset) => preset.key === key)?.name[language];
    if (named) return named;
    if (key === 'demo' || key === 'custom' || key === 'generic' || key === 'online_retail') return t(`imports.presets.${key}`);
    return key;
  };
}
