import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { changeOf } from '../format/format';
import { useFormat } from '../format/useFormat';
import styles from './Change.module.css';

type Props = { before: number | null | undefined; after: number | null | undefined; goodWhen?: 'up' | 'down' | 'neither' };

/** How a value moved, by arrow and sign as well as by colour. */
export function Change({ before, after, goodWhen = 'up' }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = changeOf(before, after);
  if (change === null) return <span className={styles.none}>{t('figures.noComparison')}</span>;
  const text = format.change(change);
  const direction = text === format.percent(0) ? 'flat' : change > 0 ? 'up' : 'down';
  const tone = direction === 'flat' || goodWhen === 'neither' ? 'flat' : direction === goodWhen ? 'good' : 'bad';
  const Arrow = { up: ArrowUpOutlined, down: ArrowDownOutlined, flat: MinusOutlined }[direction];
  return (
    <span className={`${styles.change} ${styles[tone]}`}>
      <Arrow aria-hidden /> {text}
    </span>
  );
}
