import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '../../parts/ErrorNote';
import { useErase } from '../../resources/useManyCustomers';
import styles from './CustomersPage.module.css';

const word = 'ERASE';

/** Says what erasing does, and wants it typed, for there is no way back. */
export function EraseDialog({ customers, onClose, onErased }: { customers: number[]; onClose: () => void; onErased: () => void }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const erase = useErase();
  const go = () => erase.mutate({ customers, confirm: typed.trim() }, { onSuccess: onErased });
  return (
    <Modal open title={t('bin.eraseTitle', { count: customers.length })} okText={t('bin.erase')} okButtonProps={{ danger: true, disabled: typed.trim() !== word }} confirmLoading={erase.isPending} onOk={go} onCancel={onClose}>
      {erase.error ? <ErrorNote error={erase.error} /> : null}
      <ul className={styles.will}>
        <li>{t('bin.eraseWho')}</li>
        <li>{t('bin.eraseFigures')}</li>
        <li>{t('bin.eraseAgain')}</li>
        <li>{t('bin.eraseFinal')}</li>
      </ul>
      <label>{t('bin.eraseType', { word })}<Input autoFocus value={typed} onChange={(event) => setTyped(event.target.value)} onPressEnter={() => typed.trim() === word && go()} /></label>
    </Modal>
  );
}
