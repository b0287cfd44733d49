import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '../../parts/EmptyState';
import { Panel } from '../../parts/Panel';
import { useCan } from '../../session/SessionContext';

export function NothingSold({ onAllTime }: { onAllTime: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Panel>
      <EmptyState
        title={t('overview.emptyTitle')}
        action={
          <Space>
            <Button onClick={onAllTime}>{t('overview.emptyAll')}</Button>
            {can('importsRun') && <Link to="/data/imports/new"><Button type="primary">{t('overview.import')}</Button></Link>}
          </Space>
        }
      >
        {t('overview.empty')}
      </EmptyState>
    </Panel>
  );
}
