import { Button, Popconfirm, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useDeclareConsent, useWithdrawConsent } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import { ConsentForm } from './ConsentForm';
import styles from './CustomerPage.module.css';
import { useSourceText } from './useProfileWords';

const colours = { given: 'green', refused: 'red', unknown: undefined } as const;

/** What the customer may be written to for, how that is known, and the way out. */
export function ConsentPanel({ customer, consents }: { customer: number; consents: ConsentView[] }) {
  const { t } = useTranslation();
  const can = useCan();
  const withdraw = useWithdrawConsent(customer);
  const declare = useDeclareConsent(customer);
  const [declaring, setDeclaring] = useState<ConsentView | null>(null);
  const refusesAll = consents.every((consent) => consent.standing === 'refused');
  return (
    <Panel
      title={t('consent.title')}
      extra={can('profilesWrite') && !refusesAll && (
        <Popconfirm title={t('consent.allSure')} description={t('consent.final')} okText={t('consent.withdrawAll')} onConfirm={() => withdraw.mutate({})}>
          <Button size="small" loading={withdraw.isPending}>{t('consent.withdrawAll')}</Button>
        </Popconfirm>
      )}
    >
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
      <ul className={styles.evidence}>
        {consents.map((consent) => (
          <li key={`${consent.channel}/${consent.purpose}`} className={styles.consent}>
            <span>{t(`consent.channels.${consent.channel}`)} · {t(`consent.purposes.${consent.purpose}`)}</span>
            <Standing consent={consent} />
            {consent.standing !== 'given' && can('customersWrite') && <Button size="small" type="link" onClick={() => setDeclaring(consent)}>{t('consent.agreedTo')}</Button>}
            {consent.standing === 'given' && can('profilesWrite') && (
              <Popconfirm title={t('consent.sure')} description={t('consent.final')} okText={t('consent.withdraw')} onConfirm={() => withdraw.mutate(consent)}>
                <Button size="small" type="link">{t('consent.withdraw')}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {declaring && <ConsentForm way={declaring} saving={declare.isPending} error={declare.error} onDeclare={(said) => declare.mutate(said, { onSuccess: () => setDeclaring(null) })} onClose={() => { setDeclaring(null); declare.reset(); }} />}
    </Panel>
  );
}

function Standing({ consent }: { consent: ConsentView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const source = useSourceText();
  const tag = <Tag variant="filled" color={colours[consent.standing]} tabIndex={0}>{t(`consent.standings.${consent.standing}`)}</Tag>;
  if (!consent.source || !consent.at) return tag;
  return <Tooltip title={<>{consent.proof || t('consent.noProof')}<br />{t('consent.since', { day: format.instant(consent.at) })}<br />{source(consent.source, consent.at)}</>}>{tag}</Tooltip>;
}
