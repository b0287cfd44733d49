import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Form, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ServiceLevel } from '../../api/types';
import { EmptyState } from '../../parts/EmptyState';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { useSaveServiceLevels, useServiceLevels } from '../../resources/useServiceLevels';
import { useCan } from '../../session/SessionContext';
import { LevelFields, type LevelRow } from './LevelFields';
import styles from './settings.module.css';

type Rows = { levels: LevelRow[] };

/** Which level of service holds for which classes of customers. */
export function LevelsSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useServiceLevels();
  return (
    <Panel title={t('settings.levels')}>
      <p className={styles.note}>{t('levels.note')}</p>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error && <Skeleton active paragraph={{ rows: 4 }} />}
      {data && <LevelsForm key={data.version} levels={data.levels.levels} version={data.version} />}
    </Panel>
  );
}

function LevelsForm({ levels, version }: { levels: ServiceLevel[]; version: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const { message } = App.useApp();
  const save = useSaveServiceLevels();
  const mayWrite = can('settingsWrite');
  const keep = (rows: Rows) => save.mutate({ version, levels: (rows.levels ?? []).map(written) }, { onSuccess: () => void message.success(t('actions.saved')) });
  return (
    <Form<Rows> layout="vertical" requiredMark={false} disabled={!mayWrite} initialValues={{ levels: levels.map(read) }} onFinish={keep}>
      {save.error && <Form.Item><ErrorNote error={save.error} /></Form.Item>}
      <Form.List name="levels">
        {(fields, { add, remove, move }) => (
          <>
            {fields.length === 0 && <EmptyState title={t('levels.empty')}>{t('levels.emptyNote')}</EmptyState>}
            {fields.map(({ key, name }, place) => <LevelFields key={key} name={name} place={place} count={fields.length} mayWrite={mayWrite} onRemove={() => remove(name)} onMove={(to) => move(place, to)} />)}
            {mayWrite && (
              <div className={styles.buttons}>
                <Button icon={<PlusOutlined />} disabled={fields.length >= 20} onClick={() => add({ name: '', promise: '', groups: [], cells: [] })}>{t('levels.add')}</Button>
                <Button type="primary" htmlType="submit" loading={save.isPending}>{t('actions.save')}</Button>
              </div>
            )}
          </>
        )}
      </Form.List>
    </Form>
  );
}

/** Cells are chosen as one word each. */
const read = (level: ServiceLevel): LevelRow => ({ ...level, cells: level.cells.map(({ r, f }) => `${r}:${f}`) });

function written(row: LevelRow): ServiceLevel {
  return { ...row, promise: row.promise ?? '', cells: row.cells.map((cell) => { const [r, f] = cell.split(':'); return { r, f } as ServiceLevel['cells'][number]; }) };
}
