import { RollbackOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { useUndoImport } from '../../resources/useImports';
import styles from './connect.module.css';
import { useImportName } from './useImportName';

/** Takes an import out again, after saying exactly what that does. */
export function UndoButton({ row }: { row: ImportRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const importName = useImportName();
  const undo = useUndoImport();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    undo.reset();
  };
  const things = t(`kinds.${row.kind}.things`, { count: row.counts.items });
  return (
    <>
      <Button icon={<RollbackOutlined />} onClick={() => setAsking(true)}>{t('undo.action')}</Button>
      <Modal
        open={asking}
        title={t('undo.title', { name: importName(row) })}
        okText={t('undo.ok')}
        okButtonProps={{ danger: true, autoFocus: false }}
        confirmLoading={undo.isPending}
        onOk={() => undo.mutate(row.id, { onSuccess: close })}
        onCancel={close}
      >
        {undo.error ? <ErrorNote error={undo.error} /> : null}
        <ul className={styles.will}>
          <li>{t('undo.facts', { items: format.full(row.counts.items), things })}</li>
          <li>{t('undo.later')}</li>
          <li>{t('undo.refusals')}</li>
          <li>{t('undo.reports')}</li>
        </ul>
      </Modal>
    </>
  );
}
