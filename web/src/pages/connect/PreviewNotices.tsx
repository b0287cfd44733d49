import { Alert, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { UploadPreview } from '../../api/types';
import { useFormat } from '../../format/useFormat';
import { usePresetName } from './usePresetName';

type Props = { preview: UploadPreview; needsCheck: boolean; checked: boolean; onChecked: (checked: boolean) => void };

/** What a person should know before anything else: whether the file came before, who mapped it, what should be looked at. */
export function PreviewNotices({ preview, needsCheck, checked, onChecked }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const presetName = usePresetName();
  const { recognised, alreadyImported } = preview;
  return (
    <>
      {alreadyImported && (
        <Alert
          type="info"
          showIcon
          title={t('importing.already', { when: format.instant(alreadyImported.at) })}
          action={<Link to={`/data/imports/${alreadyImported.importId}`}>{t('importing.seeIt')}</Link>}
        />
      )}
      {recognised.mapping !== null && <Alert type="success" showIcon title={t('importing.recognisedMapping', { name: recognised.mapping })} />}
      {recognised.mapping === null && recognised.preset === null && <Alert type="info" showIcon title={t('importing.unknown')} />}
      {needsCheck && recognised.preset !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('importing.partTitle', { name: presetName(recognised.preset) })}
          description={(
            <>
              <p style={{ margin: '0 0 8px' }}>{t('importing.partNote')}</p>
              <Checkbox checked={checked} onChange={(event) => onChecked(event.target.checked)}>{t('importing.partChecked')}</Checkbox>
            </>
          )}
        />
      )}
    </>
  );
}
