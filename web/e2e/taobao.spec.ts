import { expect, test } from '@playwright/test';
import { runImport, setUp, specimen, upload } from './files';
import { startServer, untilFresh } from './server.mjs';

/** Orders and their goods stand in two files of which either may come first. */
for (const [first, second] of [['list', 'details'], ['details', 'list']] as const)
  test(`takes Taobao's ${first} and then its ${second}`, async ({ browser }) => {
    const files = { list: specimen('taobao_ExportOrderList_SPECIMEN_gbk.csv'), details: specimen('taobao_ExportOrderDetailList_SPECIMEN_gbk.csv') };
    test.skip(!files.list || !files.details, 'The specimens are not here.');
    const fresh = await startServer();
    const own = await browser.newPage({ baseURL: fresh.url });
    await setUp(own, fresh.link ?? '');
    for (const part of [first, second]) {
      await upload(own, files[part] ?? '');
      await expect(own.getByText(part === 'list' ? 'Taobao / Tmall order list' : 'Taobao / Tmall order details').first()).toBeVisible();
      await expect(own.getByText('recognised', { exact: true })).toBeVisible();
      await runImport(own);
      await expect(own.getByText(/^3 new/)).toBeVisible();
      await expect(own.getByText('No row was rejected')).toBeVisible();
    }
    const cookie = (await own.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await untilFresh(fresh.url, { cookie });
    await own.goto('/customers?asOf=2017-12-31');
    await expect(own.getByRole('table').getByText('Guangdong').first()).toBeVisible();
    await own.getByRole('table').getByRole('link').first().click();
    await expect(own.getByText('Guangdong · 广州').first()).toBeVisible();
    await expect(own.getByText('样例刀').first()).toBeVisible();
    await expect(own.getByText('样例锅，含“引号”与,逗号').first()).toBeVisible();
    await own.close();
    await fresh.stop();
  });
