import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n';
import { useMetrics } from '../resources/useMetrics';
import styles from './Definition.module.css';

/** A figure's name that opens its definition, formula and filter, as the metric dictionary gives them. */
export function Definition({ metric, children }: { metric: string; children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = useMetrics().get(metric);
  if (!found) return <span>{children}</span>;
  return (
    <Popover
      title={found.name[language]}
      content={
        <dl className={styles.terms}>
          <dt>{t('figures.formula')}</dt>
          <dd>{found.formula[language]}</dd>
          {found.filter[language] && <dt>{t('figures.filter')}</dt>}
          {found.filter[language] && <dd>{found.filter[language]}</dd>}
        </dl>
      }
    >
      <span tabIndex={0} className={styles.name}>{children}</span>
    </Popover>
  );
}
