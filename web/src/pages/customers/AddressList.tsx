import { UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileAddress } from '../../api/types';
import styles from './CustomerPage.module.css';
import { useSourceText } from './useProfileWords';

const few = 3;

type Props = { addresses: ProfileAddress[]; full: Map<string, string>; onTakeBack: ((act: string) => void) | undefined };

/** The addresses besides that of the profile, each with who says so. */
export function AddressList({ addresses, full, onTakeBack }: Props) {
  const { t } = useTranslation();
  const source = useSourceText();
  const [open, setOpen] = useState(false);
  if (addresses.length === 0) return null;
  const shown = open ? addresses : addresses.slice(0, few);
  return (
    <>
      <p className={styles.note} id="other-addresses">{t('profile.otherAddresses')}</p>
      <ul className={styles.carries} aria-labelledby="other-addresses">
        {shown.map((address) => (
          <li key={address.key}>
            {full.get(address.key) ?? address.text} <small>{source(address.source, address.at)}</small>
            {address.act && onTakeBack && (
              <Tooltip title={t('profile.takeBack')}>
                <Button type="text" size="small" icon={<UndoOutlined />} aria-label={t('profile.takeBackAddress')} onClick={() => onTakeBack(address.act ?? '')} />
              </Tooltip>
            )}
          </li>
        ))}
      </ul>
      {!open && addresses.length > few && <Button type="link" size="small" onClick={() => setOpen(true)}>{t('profile.moreAddresses', { count: addresses.length - few })}</Button>}
    </>
  );
}
