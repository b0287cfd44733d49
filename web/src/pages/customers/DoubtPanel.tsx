import { Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { IdentityDoubt } from '../../api/types';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useKeepApart, useMerge } from '../../resources/useIdentity';
import { useRegionName } from '../../resources/useRegions';
import type { Done } from './ActNote';
import styles from './DuplicatesPage.module.css';
import { useEvidenceScope } from './useEvidenceScope';

type Props = { doubt: IdentityDoubt; onDone?: (done: Done) => void };
type Side = IdentityDoubt['sides'][number];

/** One value that several customers carry: they side by side, and what may be said of two of them. */
export function DoubtPanel({ doubt, onDone }: Props) {
  const { t } = useTranslation();
  const region = useRegionName();
  const customers = [...new Map(doubt.sides.map((side) => [side.customer, doubt.sides.filter((other) => other.customer === side.customer)])).entries()];
  const nameOfScope = useEvidenceScope();
  const [chosen, setChosen] = useState<number[]>([]);
  const merge = useMerge(({ act }) => onDone?.({ act, what: 'merged' }));
  const apart = useKeepApart(({ act }) => onDone?.({ act, what: 'kept' }));
  const mayChoose = onDone !== undefined && customers.length > 2;
  const [one, other] = mayChoose ? chosen : customers.map(([customer]) => customer);
  const pair = one !== undefined && other !== undefined ? { one, other } : null;
  const busy = merge.isPending || apart.isPending;
  const error = merge.error ?? apart.error;
  const choose = (customer: number, isChosen: boolean) => setChosen(isChosen ? [...chosen, customer].slice(-2) : chosen.filter((each) => each !== customer));

  return (
    <Panel
      title={`${t(`customer.evidenceKinds.${doubt.kind}`)} ${doubt.value || t('identity.hidden')}${doubt.scope && ` · ${nameOfScope(doubt.scope)}`}`}
      note={`${t(`identity.reasons.${doubt.reason}`)} ${t('identity.carried', { count: doubt.carriers })}`}
      extra={onDone && (
        <Space wrap>
          <Button disabled={!pair} loading={apart.isPending} onClick={() => pair && !busy && apart.mutate(pair)}>{t('identity.different')}</Button>
          <Button type="primary" disabled={!pair} loading={merge.isPending} onClick={() => pair && !busy && merge.mutate(pair)}>{t('identity.same')}</Button>
        </Space>
      )}
    >
      {error ? <ErrorNote error={error} /> : null}
      {mayChoose && <p className={styles.note}>{t('identity.chooseTwo')}</p>}
      <ul className={styles.sides}>
        {customers.map(([customer, sides]) => (
          <li key={customer} className={chosen.includes(customer) ? `${styles.side} ${styles.chosen}` : styles.side}>
            {mayChoose && <Checkbox checked={chosen.includes(customer)} onChange={(event) => choose(customer, event.target.checked)} aria-label={t('identity.choose', { name: nameOf(sides, t('customers.unnamed')) })} />}
            <div>
              <Link to={`/customers/${customer}`}><strong>{nameOf(sides, t('customers.unnamed'))}</strong></Link>
              <div className={styles.note}>{[region(sides[0]?.region ?? ''), sides[0]?.city].filter(Boolean).join(' · ')}</div>
              {sides.map(({ evidence }) => <div key={evidence.id}>{t('identity.goesBy', { kind: t(`customer.evidenceKinds.${evidence.kind}`), value: evidence.value })}</div>)}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const nameOf = (sides: Side[], unnamed: string) => sides[0]?.name || unnamed;
