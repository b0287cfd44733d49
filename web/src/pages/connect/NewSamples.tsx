import { useTranslation } from 'react-i18next';
import type { MergeSample } from '../../api/types';
import { Panel } from '../../parts/Panel';
import styles from './Samples.module.css';
import { useFieldName } from './useFieldName';
import { useSampleText } from './useSampleText';

/** The first of what is not known yet, each with all that the file says of it. */
export function NewSamples({ samples }: { samples: MergeSample[] }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const text = useSampleText();
  return (
    <Panel title={t('trial.news')} note={t('trial.newsNote')}>
      <ul className={styles.news} aria-label={t('trial.news')}>
        {samples.map((sample) => (
          <li key={sample.key}>
            <strong>{sample.key}</strong>
            <dl>
              {sample.values.filter(({ after }) => after !== null).map(({ field, after }) => (
                <div key={field}><dt>{fieldName(field)}</dt><dd>{text(field, after)}</dd></div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
