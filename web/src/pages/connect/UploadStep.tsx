import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Progress, Select, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UploadPreview } from '../../api/types';
import { uploadFile } from '../../api/upload';
import { useFormat } from '../../format/useFormat';
import { ErrorNote } from '../../parts/ErrorNote';
import { Panel } from '../../parts/Panel';
import { usePresets } from '../../resources/useImports';
import { useSession } from '../../session/SessionContext';
import styles from './connect.module.css';

type Props = { shopId: number; onShop: (id: number) => void; onUploaded: (preview: UploadPreview) => void };
type Sending = { name: string; share: number };

export function UploadStep({ shopId, onShop, onUploaded }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { shops } = useSession();
  const { data: presets } = usePresets();
  const [sending, setSending] = useState<Sending | null>(null);
  const [error, setError] = useState<unknown>(null);
  const stop = useRef<AbortController>(null);

  const send = async (file: File) => {
    const abort = new AbortController();
    stop.current = abort;
    setError(null);
    setSending({ name: file.name, share: 0 });
    try {
      onUploaded(await uploadFile(file, (share) => setSending({ name: file.name, share }), abort.signal));
    } catch (problem) {
      if (!abort.signal.aborted) setError(problem);
      setSending(null);
    }
  };

  return (
    <Panel>
      {shops.length > 1 && (
        <Form.Item label={t('importing.shop')} className={styles.shop}>
          <Select aria-label={t('importing.shop')} value={shopId} onChange={onShop} options={shops.map((shop) => ({ value: shop.id, label: shop.name }))} />
        </Form.Item>
      )}
      {error ? <div className={styles.gap}><ErrorNote error={error} /></div> : null}
      {sending ? (
        <div className={styles.sending}>
          <p>{sending.share < 1 ? t('importing.uploading', { name: sending.name, share: format.percent(sending.share, 0) }) : t('importing.reading', { name: sending.name })}</p>
          <Progress percent={Math.floor(sending.share * 100)} status="active" aria-label={t('importing.upload')} />
          <Button onClick={() => stop.current?.abort()}>{t('importing.stop')}</Button>
        </div>
      ) : (
        <Upload.Dragger
          accept=".csv,.tsv,.txt,.xlsx,.gz"
          showUploadList={false}
          beforeUpload={(file) => {
            void send(file);
            return false;
          }}
        >
          <p className={styles.dropIcon}><InboxOutlined aria-hidden /></p>
          <p className={styles.dropTitle}>{t('importing.drop')}</p>
          <p className={styles.note}>{t('importing.dropNote')}</p>
        </Upload.Dragger>
      )}
      {presets && presets.length > 0 && <Presets presets={presets} />}
    </Panel>
  );
}

function Presets({ presets }: { presets: NonNullable<ReturnType<typeof usePresets>['data']> }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  return (
    <section className={styles.presets}>
      <h3>{t('importing.presetsTitle')}</h3>
      <dl>
        {presets.map((preset) => (
          <div key={preset.key}>
            <dt>{preset.name[language]}</dt>
            <dd>{preset.description[language]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
