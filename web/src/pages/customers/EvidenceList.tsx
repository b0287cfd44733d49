import { PlusOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerEvidence, Revealed } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { usePart } from '../../resources/useIdentity';
import { useTakeBack } from '../../resources/useProfile';
import { useCan } from '../../session/SessionContext';
import styles from './CustomerPage.module.css';
import { EvidenceForm } from './EvidenceForm';
import { useEvidenceScope } from './useEvidenceScope';

type Props = { customer: number; evidence: CustomerEvidence[]; revealed: Revealed | undefined; onParted: (act: string, left: number) => void };

/** What ties orders to this customer. */
export function EvidenceList({ customer, evidence, revealed, onParted }: Props) {
  const { t } = useTranslation();
  const nameOf = useEvidenceScope();
  const can = useCan();
  const mayPart = can('customersWrite') && evidence.length > 1;
  const [adding, setAdding] = useState(false);
  const takeBack = useTakeBack();
  const part = usePart(({ act, customers }) => onParted(act, customers[0] ?? customer));
  // A phone or an e-mail is the same person in every shop; an id belongs to the source that gave it.
  const where = (scope: string) => (scope === '' ? t('customer.evidenceEverywhere') : t('customer.evidenceScope', { scope: nameOf(scope) }));
  const full = new Map(revealed?.evidence.map((node) => [node.key, node.text]));
  const tell = (node: CustomerEvidence) => part.mutate({ customer, evidence: [node.id] });
  return (
    <Panel title={t('customer.evidence')} note={t('customer.evidenceNote')} extra={can('profilesWrite') && <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t('customer.add')}</Button>}>
      {part.error || takeBack.error ? <ErrorNote error={part.error ?? takeBack.error} /> : null}
      <ul className={styles.evidence}>
        {evidence.map((node) => (
          <li key={node.id}>
            {t(`customer.evidenceKinds.${node.kind}`)} <strong>{full.get(String(node.id)) ?? node.value}</strong> <small>{where(node.scope)}</small>
            {mayPart && (
              <Popconfirm title={t('identity.partSure', { value: node.value })} description={t('identity.partNote')} okText={t('identity.part')} onConfirm={() => tell(node)}>
                <Button size="small" type="link" loading={part.isPending && part.variables.evidence[0] === node.id}>{t('identity.part')}</Button>
              </Popconfirm>
            )}
            {node.carries.length > 0 && (
              <ul className={styles.carries} aria-label={t('customer.evidenceCarries')}>
                {node.carries.map((carried) => (
                  <li key={carried.key}>
                    {t(`customer.evidenceKinds.${carried.kind}`)} <strong>{full.get(carried.key) ?? carried.value}</strong> {carried.scope && <small>{where(carried.scope)}</small>}
                    {carried.act && <small>{t('customer.evidenceByHand')}</small>}
                    {carried.act && can('profilesWrite') && (
                      <Tooltip title={t('profile.takeBack')}>
                        <Button type="text" size="small" icon={<UndoOutlined />} aria-label={t('profile.takeBackOf', { name: full.get(carried.key) ?? carried.value })} onClick={() => takeBack.mutate(carried.act ?? '')} />
                      </Tooltip>
                    )}
                  </li>
                ))}
              </ul>
            )}
            {node.shown.length > 0 && (
              <ul className={`${styles.carries} ${styles.shown}`} aria-label={t('customer.evidenceShown')}>
                {node.shown.map((shown) => (
                  <li key={shown.key}>{t(`customer.evidenceKinds.${shown.kind}`)} {full.get(shown.key) ?? shown.value} <small>{t('customer.evidenceShownNote')}</small></li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {adding && <EvidenceForm customer={customer} evidence={evidence} onClose={() => setAdding(false)} />}
    </Panel>
  );
}
