import { useTranslation } from 'react-i18next';
import type { Problem } from '../api/problem';
import type { en } from '../i18n/en';

type Known = keyof (typeof en)['problems']['words'];

/** A problem's words: ours by its code where we have them, else what the API said, else its kind. */
export function useProblemText(): (problem: Problem) => string {
  const { t, i18n } = useTranslation();
  return (problem) => {
    const key = `problems.words.${problem.code}`;
    if (i18n.exists(key)) return t(key as `problems.words.${Known}`);
    if (problem.detail) return problem.detail;
    return problem.status >= 500 ? t('problems.server') : t('problems.refused');
  };
}
