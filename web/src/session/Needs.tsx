import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import type { Permission } from '../api/types';
import { EmptyState } from '../parts/EmptyState';
import { useCan } from './SessionContext';

/** Pages behind a permission say so to whom lacks it; the API refuses them anyway. */
export function Needs({ permission }: { permission: Permission }) {
  const can = useCan();
  return can(permission) ? <Outlet /> : <NotAllowed />;
}

export function NotAllowed() {
  const { t } = useTranslation();
  return <EmptyState title={t('shell.notAllowed')}>{t('shell.notAllowedText')}</EmptyState>;
}
