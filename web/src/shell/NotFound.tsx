import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../parts/EmptyState';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t('shell.notFound')} action={<Link to="/"><Button type="primary">{t('shell.home')}</Button></Link>}>
      {t('shell.notFoundText')}
    </EmptyState>
  );
}
