import { UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerAnswer, ProfileField, Revealed } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useTakeBack } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import { AddressList } from './AddressList';
import styles from './CustomerPage.module.css';
import { CustomerTags } from './CustomerTags';
import { ProfileForm } from './ProfileForm';
import { ReceiverList } from './ReceiverList';
import { rank, useProfileWords, useSourceText } from './useProfileWords';

/** Who the customer is, as far as anybody said, and who said so. */
export function ProfilePanel({ customer, revealed }: { customer: CustomerAnswer['customer']; revealed: Revealed | undefined }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const takeBack = useTakeBack();
  const mayWrite = useCan()('profilesWrite');
  const full = new Map(revealed?.fields.map((field) => [field.key, field.text]));
  const fields = customer.known.fields.map((field) => ({ ...field, text: full.get(field.attribute) ?? field.text, isMasked: field.isMasked && !full.has(field.attribute) })).sort((one, other) => rank(one.attribute) - rank(other.attribute));
  return (
    <Panel title={t('profile.title')} extra={mayWrite && <Button size="small" onClick={() => setEditing(true)}>{t('profile.edit')}</Button>}>
      {takeBack.error ? <ErrorNote error={takeBack.error} /> : null}
      {fields.length === 0 && <p className={styles.note}>{t('profile.nothing')}</p>}
      <dl className={styles.fields}>
        {fields.map((field) => <Field key={field.attribute} field={field} onTakeBack={mayWrite ? takeBack.mutate : undefined} />)}
        {customer.ordered && <OrderedRegion ordered={customer.ordered} />}
      </dl>
      <AddressList addresses={customer.known.addresses.filter((address) => !address.stands)} full={full} onTakeBack={mayWrite ? takeBack.mutate : undefined} />
      <ReceiverList customer={customer.id} revealed={revealed} />
      <CustomerTags customer={customer.id} tags={customer.known.tags} />
      {editing && <ProfileForm customer={customer.id} fields={fields} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

/** Nobody tells a region, and most orders went to this one. */
function OrderedRegion({ ordered: { region, orders, of } }: { ordered: NonNullable<CustomerAnswer['customer']['ordered']> }) {
  const { t } = useTranslation();
  const words = useProfileWords();
  return (
    <div>
      <dt>{words.name('region')}</dt>
      <dd>{words.value('region', region)} <small className={styles.shown}>{t('receivers.ordered', { orders, of })}</small></dd>
    </div>
  );
}

function Field({ field, onTakeBack }: { field: ProfileField; onTakeBack?: (act: string) => void }) {
  const { t } = useTranslation();
  const words = useProfileWords();
  const source = useSourceText();
  return (
    <div>
      <dt>{words.name(field.attribute)}</dt>
      <dd>
        <Tooltip title={source(field.source, field.at)}><span tabIndex={0}>{words.value(field.attribute, field.text)}</span></Tooltip>
        {field.act && onTakeBack && (
          <Tooltip title={t('profile.takeBack')}>
            <Button type="text" size="small" icon={<UndoOutlined />} aria-label={t('profile.takeBackOf', { name: words.name(field.attribute) })} onClick={() => onTakeBack(field.act ?? '')} />
          </Tooltip>
        )}
      </dd>
    </div>
  );
}
