import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useRestore } from '../../resources/useManyCustomers';
import { useCan } from '../../session/SessionContext';

/** Says that the customer is in the bin, and offers the way back. */
export function BinNote({ customer, at }: { customer: number; at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const restore = useRestore();
  const mayWrite = useCan()('customersWrite');
  if (restore.error) return <ErrorNote error={restore.error} />;
  return <Alert type="warning" showIcon title={t('bin.since', { when: format.instant(at) })} action={mayWrite && <Button size="small" loading={restore.isPending} onClick={() => restore.mutate([customer])}>{t('bin.restore')}</Button>} />;
}
