import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DriverNode } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Change } from '../../parts/Change';
import { Definition } from '../../parts/Definition';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Panel } from '../../parts/Panel';
import { useMetricName, useMetricValue } from '../../parts/useMetricName';
import { onGold } from '../../theme/tokens';
import styles from './DriverTree.module.css';

type Largest = { branch: string; key: string } | null;
type Props = { root: DriverNode | null; largest: Largest; loading: boolean };

/** What moved net sales, branch by branch, in money. On a phone the branches stand below each other. */
export function DriverTree({ root, largest, loading }: Props) {
  const { t } = useTranslation();
  return (
    <Panel title={t('overview.drivers')} note={t('overview.driversNote')}>
      {loading ? <Placeholder height={360} /> : null}
      {!loading && !root ? <EmptyState title={t('overview.driversEmpty')} /> : null}
      {root && (
        <ul className={styles.tree} aria-label={t('overview.drivers')}>
          <Branch node={root} parent={null} largest={largest} scale={Math.max(1, ...sizes(root))} />
        </ul>
      )}
    </Panel>
  );
}

const sizes = (node: DriverNode): number[] => [Math.abs(node.contribution), ...node.children.flatMap(sizes)];

type BranchProps = { node: DriverNode; parent: string | null; largest: Largest; scale: number };

function Branch({ node, parent, largest, scale }: BranchProps) {
  const isLargest = largest !== null && node.key === largest.key && parent === largest.branch;
  return (
    <li className={styles.branch}>
      <NodeBox node={node} scale={scale} largest={isLargest} />
      {node.children.length > 0 && (
        <ul className={styles.children}>
          {node.children.map((child) => (
            <Branch key={child.key} node={child} parent={node.key} largest={largest} scale={scale} />
          ))}
        </ul>
      )}
    </li>
  );
}

function NodeBox({ node, scale, largest }: { node: DriverNode; scale: number; largest: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useMetricName();
  const value = useMetricValue();
  const { contribution } = node;
  const tone = contribution > 0 ? 'up' : contribution < 0 ? 'down' : '';
  return (
    <div className={`${styles.node} ${node.children.length === 0 ? styles.leaf : ''} ${largest ? styles.largest : ''}`}>
      <div className={styles.name}>
        <Definition metric={node.key}>{name(node.key)}</Definition>
        {largest && <Tag color="gold" variant="filled" className={styles.mover} style={{ color: onGold }}>{t('overview.mover')}</Tag>}
      </div>
      <div className={styles.value}>
        <span title={t('overview.after')}>{value(node.key, node.after)}</span>
        <Change before={node.before} after={node.after} goodWhen={node.key === 'refunds' ? 'down' : 'up'} />
      </div>
      <div className={styles.contribution}>
        <span className={styles.before}>{t('overview.before')} {value(node.key, node.before)}</span>
        <span className={tone && styles[`${tone}Text`]}>{contribution > 0 ? '+' : ''}{format.money(contribution)}</span>
      </div>
      <span className={styles.track} aria-hidden>
        <span className={`${styles.bar} ${tone && styles[tone]}`} style={{ width: `${(Math.abs(contribution) / scale) * 100}%` }} />
      </span>
    </div>
  );
}
