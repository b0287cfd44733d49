import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../../api/problem';
import { useProblemText } from '../../parts/useProblemText';
import { useMoveToBin } from '../../resources/useManyCustomers';
import { useCan } from '../../session/SessionContext';
import { EraseDialog } from './EraseDialog';

/** What is seldom done to a customer. */
export function CustomerMenu({ customer, isBinned }: { customer: number; isBinned: boolean }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const move = useMoveToBin();
  const { message } = App.useApp();
  const words = useProblemText();
  const [erasing, setErasing] = useState(false);
  const toBin = () => move.mutate({ customers: [customer], query: {} }, { onError: (error) => void message.error(words(asProblem(error))) });
  const items = [
    ...(can('customersWrite') && !isBinned ? [{ key: 'bin', label: t('bin.move'), onClick: toBin }] : []),
    ...(can('customersErase') ? [
      { key: 'subject', label: <a href={`/api/v1/customers/${customer}/subject`} download>{t('bin.subject')}</a> },
      { key: 'erase', label: t('bin.erase'), danger: true, onClick: () => setErasing(true) },
    ] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight"><Button icon={<MoreOutlined />} aria-label={t('customer.more')} loading={move.isPending} /></Dropdown>
      {erasing && <EraseDialog customers={[customer]} onClose={() => setErasing(false)} onErased={() => void navigate('/customers', { replace: true })} />}
    </>
  );
}
