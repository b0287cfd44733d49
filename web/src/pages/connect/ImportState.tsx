import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportState as State } from '../../api/types';

const badges = { running: 'processing', committed: 'success', failed: 'error', cancelled: 'default', undone: 'default' } as const;

export function ImportState({ state }: { state: State }) {
  const { t } = useTranslation();
  return <Badge status={badges[state]} text={t(`imports.states.${state}`)} />;
}
