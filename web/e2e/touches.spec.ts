import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** Touches from a file to the report, and from there to the people. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;
const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, csv('orders.csv', 'Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price', [
    `A1,${ago(60)} 10:00:00,ann,Ann Lee,SKU1,1,20.00`, `A2,${ago(10)} 10:00:00,ann,Ann Lee,SKU1,1,30.00`, `A3,${ago(60)} 10:00:00,bob,Bob Wu,SKU1,1,3.00`,
  ]));
  await runImport(page);
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

test('says what to do while there are no touches', async () => {
  await page.goto('/insights/touches');
  await expect(page.getByRole('heading', { name: 'No touches in this period' })).toBeVisible();
  await page.getByRole('button', { name: 'Import touches' }).click();
  await expect(page).toHaveURL(/data\/imports\/new/);
});

test('counts kinds, people and who bought after, and opens the people behind a kind', async () => {
  await upload(page, csv('touches.csv', 'Time,Kind,Buyer id,Product code,Rating,Comment', [
    `${ago(20)} 10:15:00,inquiry,ann,SKU1,,`, `${ago(20)} 11:15:00,inquiry,bob,SKU1,,`, `${ago(5)} 19:00:00,review,ann,SKU1,5,fine`, `${ago(5)} 20:00:00,review,ann,SKU1,4,`,
  ]));
  await runImport(page);
  await expect(async () => {
    await page.goto('/insights/touches');
    await expect(page.getByText(/^4 touches between/)).toBeVisible({ timeout: 10_000 });
  }).toPass();
  const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) }).getByRole('cell');
  await expect(row('Inquiry')).toHaveText(['Inquiry', '2', '2', '1', '50.0%', '0', /.*/]);
  await expect(row('Review')).toHaveText(['Review', '2', '1', '0', '0.0%', '2', '4.5']);

  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await expect(page.getByText('Touch: Review')).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter Touch', exact: true }).click();
  await expect(page.getByText('2 customers match.')).toBeVisible();
  await page.goto('/customers?touchKind=review&touched=false');
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await expect(page.getByText('Touched: No')).toBeVisible();
});

test('refuses days of which touches are not kept, and shows the way back', async () => {
  await page.goto('/insights/touches?period=last12m');
  await expect(page.getByRole('heading', { name: 'Touches are kept for 180 days' })).toBeVisible();
  await page.getByRole('button', { name: 'Show the last 90 days' }).click();
  await expect(page.getByText(/^4 touches between/)).toBeVisible();
});
