import { useTranslation } from 'react-i18next';
import type { ProfileSource } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { useActorName } from '../../parts/useActorName';
import { useRegionName } from '../../resources/useRegions';

const named = ['name', 'gender', 'birthday', 'region', 'city', 'district', 'address', 'phone', 'email', 'card', 'joinedAt', 'serviceLevel', 'phoneWrong', 'emailWrong', 'suppressed', 'note'] as const;
type Named = (typeof named)[number];
const isNamed = (attribute: string): attribute is Named => (named as readonly string[]).includes(attribute);

/** In which sequence attributes are shown: those of the shop's own come last. */
export const rank = (attribute: string) => (isNamed(attribute) ? named.indexOf(attribute) : named.length);

/** Attributes of profiles and what they hold, in words. */
export function useProfileWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const region = useRegionName();
  return {
    name: (attribute: string) => {
      if (isNamed(attribute)) return t(`profile.attributes.${attribute}`);
      return attribute.startsWith('tag:') ? t('profile.tag', { tag: attribute.slice(4) }) : attribute.replace(/^own:/, '');
    },
    value: (attribute: string, text: string) => {
      if (attribute === 'region') return region(text);
      if (attribute === 'gender') return text === 'Male' ? t('profile.male') : text === 'Female' ? t('profile.female') : text;
      if (attribute === 'joinedAt') return format.day(text.slice(0, 10));
      if (attribute === 'birthday') return text.replace(/^--/, '');
      return attribute === 'phoneWrong' || attribute === 'emailWrong' || attribute === 'suppressed' ? t('profile.yes') : text;
    },
  };
}

/** Who says something, and since when. */
export function useSourceText() {
  const { t } = useTranslation();
  const format = useFormat();
  const actor = useActorName();
  return (source: ProfileSource, at: string) =>
    source.importId === null ? t('profile.byHand', { name: actor(source.name), when: format.instant(at) }) : t('profile.byFile', { name: source.name, when: format.instant(at) });
}
