import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import { useProblemText } from './useProblemText';
import styles from './ErrorNote.module.css';

/** What went wrong, in place and in words, with its code and the way on. */
export function ErrorNote({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);
  const text = useProblemText()(problem);
  // What is not there needs no more words; those of the API are English.
  const errors = problem.code === 'not_found' ? [] : problem.errors;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text}
      description={
        <>
          {errors.length > 0 && (
            <ul className={styles.list}>
              {errors.map((each) => <li key={each.path + each.code}>{each.message || each.code}</li>)}
            </ul>
          )}
          <span className={styles.code}>{t('problems.code', { code: problem.code })}</span>
        </>
      }
      action={onRetry && <Button size="small" onClick={onRetry}>{t('actions.retry')}</Button>}
    />
  );
}
