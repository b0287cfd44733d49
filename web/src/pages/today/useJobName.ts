import { useTranslation } from 'react-i18next';

const kinds = ['import', 'dryRun', 'undo', 'demo', 'export'] as const;

/** What a job does, in words. */
export function useJobName(): (kind: string) => string {
  const { t } = useTranslation();
  return (kind) => {
    const known = kinds.find((each) => each === kind);
    return known ? t(`importing.jobs.${known}`) : kind;
  };
}
