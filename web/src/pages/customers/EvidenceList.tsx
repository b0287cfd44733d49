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
  const scopeName = (scope: string) => {
    const [kind, id] = scope.split(':');
    return (kind === 'shop' && shops.find((shop) => String(shop.id) === id)?.name) || scope;
  };
  return (
    <Panel title={t('customer.evidence')} note={t('customer.evidenceNote')}>
      <ul className={styles.evidence}>
        {evidence.map((node) => (
          <li key={`${node.scope}/${node.kind}/${node.value}`}>
            {t('customer.evidenceSourceId')} <strong>{node.value}</strong> <small>{t('customer.evidenceScope', { scope: scopeName(node.scope) })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
