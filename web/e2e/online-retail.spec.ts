import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer, untilFresh, type Server } from './server.mjs';

/** A year of a real wholesaler goes in through the page, and the grid shows the published groups. */
const data = process.env.HUITOU_TEST_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
const file = join(data, 'online_retail/online_retail.csv.gz');
let server: Server;

test.skip(!existsSync(file), 'The UCI Online Retail file is not here.');
test.beforeAll(async () => { server = await startServer(); });
test.afterAll(() => server?.stop());

test('takes UCI Online Retail in through the page and shows its sixteen cells', async ({ browser }) => {
  test.setTimeout(300_000);
  const page = await browser.newPage({ baseURL: server.url });
  await page.goto(server.link ?? '');
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByLabel('Password again').fill('a long enough password');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the shop').fill('Gifts');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Import orders' }).click();

  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText('UCI Online Retail').first()).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Import at once' }).click();
  await expect(page.getByText('24,562 new orders')).toBeVisible({ timeout: 200_000 });
  await expect(page.getByText('22,190 of 24,562 orders name a buyer')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download rejected rows' })).toBeVisible();

  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  await untilFresh(server.url, { cookie });
  await setLimits(page, [30, 60, 120, 6]);
  await page.goto('/insights/grid?asOf=2011-12-10');
  await expect(page.getByText('4,338 customers', { exact: false }).first()).toBeVisible();
  for (const [cell, people] of Object.entries({ 'active-fan': '654', 'silent-old': '241', 'dormant-second': '167', 'lost-new': '777' }))
    await expect(page.locator(`[data-cell="${cell}"]`).getByText(people, { exact: true })).toBeVisible();
  await page.close();
});

/** Sets the grid's limits from the data's first day on, through the settings page's own door. */
async function setLimits(page: import('@playwright/test').Page, [activeMax, silentMax, dormantMax, fanMin]: number[]) {
  const { antiforgery } = await (await page.request.get('/api/v1/session')).json();
  const answer = await page.request.put('/api/v1/grid/limits', {
    headers: { 'X-CSRF': antiforgery },
    data: { shopId: null, validFrom: '2010-12-01', activeMax, silentMax, dormantMax, fanMin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}
