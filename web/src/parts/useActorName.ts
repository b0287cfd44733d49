import { useTranslation } from 'react-i18next';

/** Who did something: a user's own name, or that Huitou did it by itself. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation();
  return (actor) => (actor === 'system' ? t('audit.system') : actor === 'anonymous' ? t('audit.anonymous') : actor);
}
