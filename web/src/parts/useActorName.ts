import { useTranslation } from 'react-i18next';

/** Who did something: a user's own name, somebody at the command line, or Huitou by itself. */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslation();
  return (actor) => (actor === 'system' ? t('audit.system') : actor === 'console' ? t('audit.console') : actor === 'anonymous' ? t('audit.anonymous') : actor);
}
