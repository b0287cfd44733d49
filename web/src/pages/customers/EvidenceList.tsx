import { useTranslation } from 'react-i18next';
import type { CustomerAnswer } from '../../api/types';
import { Panel } from '../../parts/Panel';
import { useSession } from '../../session/SessionContext';
import styles from './CustomerPage.module.css';

type Evidence = CustomerAnswer['customer']['evidence'][number];

/** What ties orders to this customer. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { t } = useTranslation();
  const { shops } = useSession();
  // A phone or an e-mail is the same person in every shop; an id belongs to the source that gave it.
  const where = (scope: string) => {
    if (scope === '') return t('customer.evidenceEverywhere');
    const [kind, id] = scope.split(':');
    return t('customer.evidenceScope', { scope: (kind === 'shop' && shops.find((shop) => String(shop.id) === id)?.name) || scope });
  };
  return (
    <Panel title={t('customer.evidence')} note={t('customer.evidenceNote')}>
      <ul className={styles.evidence}>
        {evidence.map((node) => (
          <li key={`${node.scope}/${node.kind}/${node.value}`}>
            {t(`customer.evidenceKinds.${node.kind}`)} <strong>{node.value}</strong> <small>{where(node.scope)}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
