import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../parts/EmptyState';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';

/** A report on people before anybody is known, and the way to change that. */
export function NobodyYet({ of }: { of: 'grid' | 'rfm' | 'rhythm' }) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Panel>
      <EmptyState title={t(`${of}.emptyTitle`)} action={can('importsRun') && <Link to="/data/imports/new"><Button type="primary">{t('overview.import')}</Button></Link>}>
        {t(`${of}.empty`)}
      </EmptyState>
    </Panel>
  );
}
