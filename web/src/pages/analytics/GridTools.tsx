import { AppstoreOutlined, DownloadOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { GridAnswer } from '../../api/types';
import { downloadCsv } from '../../parts/download';

type Props = { data: GridAnswer | undefined; asTable: boolean; onTable: (asTable: boolean) => void };

export function GridTools({ data, asTable, onTable }: Props) {
  const { t } = useTranslation();
  const toggle = asTable ? t('grid.asGrid') : t('grid.asTable');
  const download = () =>
    data && downloadCsv(`grid-${data.asOf}`, [
      [t('customers.r'), t('customers.f'), t('metrics.customers'), t('metrics.orders'), t('metrics.grossSales'), t('metrics.netSales')],
      ...data.cells.map((cell) => [
        t(`r.${cell.r}`), t(`f.${cell.f}`), cell.customers, cell.orders,
        cell.grossSales / 10 ** data.currency.digits, cell.netSales / 10 ** data.currency.digits,
      ]),
    ]);
  return (
    <>
      <Tooltip title={toggle}>
        <Button type="text" aria-label={toggle} icon={asTable ? <AppstoreOutlined /> : <TableOutlined />} onClick={() => onTable(!asTable)} />
      </Tooltip>
      <Tooltip title={t('charts.download')}>
        <Button type="text" aria-label={t('charts.download')} icon={<DownloadOutlined />} disabled={!data} onClick={download} />
      </Tooltip>
    </>
  );
}
