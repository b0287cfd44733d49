import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../parts/ErrorNote';
import { useWithdraw } from '../../resources/useIdentity';

export type Done = { act: string; what: 'merged' | 'kept' | 'parted' };

/** What was just done, and the way back. */
export function ActNote({ done, onClose }: { done: Done; onClose: () => void }) {
  const { t } = useTranslation();
  const withdraw = useWithdraw();
  if (withdraw.error) return <ErrorNote error={withdraw.error} />;
  return withdraw.isSuccess
    ? <Alert type="info" showIcon title={t('identity.undone')} closable={{ onClose }} />
    : <Alert type="success" showIcon title={t(`identity.${done.what}`)} closable={{ onClose }} action={<Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate(done.act)}>{t('identity.undo')}</Button>} />;
}
