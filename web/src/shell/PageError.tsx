import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { asProblem } from '../api/problem';
import { EmptyState } from '../parts/EmptyState';

/** A page that threw keeps the shell around it usable. */
export function PageError() {
  const { t } = useTranslation();
  const problem = asProblem(useRouteError());
  return (
    <EmptyState title={t('shell.broken')} action={<Button type="primary" onClick={() => window.location.reload()}>{t('shell.reload')}</Button>}>
      {problem.message}
    </EmptyState>
  );
}
