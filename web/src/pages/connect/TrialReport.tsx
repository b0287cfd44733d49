import { useTranslation } from 'react-i18next';
import type { DryRunReport } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { Panel } from '../../parts/Panel';
import { Sentence } from '../../parts/Sentence';
import styles from './connect.module.css';
import { NewSamples } from './NewSamples';
import { RejectReasons } from './RejectReasons';
import { ChangeSamples } from './ChangeSamples';
import { Tally } from './Tally';
import { TrialRejects } from './TrialRejects';

/** What an import would do: how much, what it would leave out and why, and what would change, before and after. */
export function TrialReport({ report }: { report: DryRunReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { counts, kind, samples } = report;
  const things = (count: number) => t(`kinds.${kind}.things`, { count });
  const changes = samples.filter((sample) => !sample.isNew);
  const news = samples.filter((sample) => sample.isNew);
  const answer = counts.items === 0 ? <Sentence of="trial.answerNone" />
    : counts.itemsNew + counts.itemsChanged === 0 ? <Sentence of="trial.answerNothing" values={{ items: format.full(counts.items), things: things(counts.items) }} />
    : <Sentence of="trial.answer" values={{ new: format.full(counts.itemsNew), things: things(counts.itemsNew), changed: format.full(counts.itemsChanged), unchanged: format.full(counts.itemsUnchanged) }} />;
  return (
    <>
      <Panel title={t('trial.title')} note={t('trial.note')}>
        <p className={styles.answer}>{answer}</p>
        <Tally
          figures={[
            { key: 'new', label: t('trial.new'), value: counts.itemsNew },
            { key: 'changed', label: t('trial.changed'), value: counts.itemsChanged },
            { key: 'unchanged', label: t('trial.unchanged'), value: counts.itemsUnchanged },
            { key: 'rejected', label: t('trial.rejected'), value: counts.rowsRejected, note: t('trial.ofRows', { rows: format.full(counts.rows) }), bad: counts.rowsRejected > 0 },
            { key: 'customersNew', label: t('trial.customersNew'), value: counts.customersNew },
            { key: 'customersTouched', label: t('trial.customersTouched'), value: counts.customersTouched },
          ]}
        />
      </Panel>
      {changes.length > 0 && <ChangeSamples samples={changes} />}
      {counts.rowsRejected > 0 && (
        <Panel title={t('trial.rejects')} note={t('trial.rejectsNote')} flush>
          <RejectReasons rejects={report.rejects} />
          <TrialRejects rows={report.rejectedRows} />
        </Panel>
      )}
      {news.length > 0 && <NewSamples samples={news} />}
    </>
  );
}
