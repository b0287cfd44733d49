import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMoveToBin } from '../../resources/useManyCustomers';
import { useCan } from '../../session/SessionContext';
import { EraseDialog } from './EraseDialog';

/** What is seldom done to a customer. */
export function CustomerMenu({ customer, isBinned }: { customer: number; isBinned: boolean }) {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const move = useMoveToBin();
  const [erasing, setErasing] = useState(false);
  const items = [
    ...(can('customersWrite') && !isBinned ? [{ key: 'bin', label: t('bin.move'), onClick: () => move.mutate({ customers: [customer], query: {} }) }] : []),
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
