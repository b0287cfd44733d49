import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv, orders, runImport, setUp, tryOut, upload } from './files';
import { startServer, untilFresh, type Server } from './server.mjs';

/** Files on their way in and out again: mapped by hand, tried out, mended, taken out. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

const changed = () => page.getByRole('table', { name: 'What would change' });
const count = (key: string) => page.locator(`[data-count=${key}] dd`).first();

test('maps an unknown file by hand, saves the mapping and is offered it next time', async () => {
  const till = csv('till.csv', 'Beleg;Wann;Wer;Ware;Menge;Preis', ['B1;03.05.2026 10:00;K1;Muetze;2;9,50', 'B2;04.05.2026 11:00;K2;Muetze;1;9,50']);
  await upload(page, till);
  await expect(page.getByText('This layout is new')).toBeVisible();
  await expect(page.getByText('Still needed: Order no.')).toBeVisible();
  await choose(page, /^Order no/, 'Beleg');
  await choose(page, /^Paid at/, 'Wann');
  await choose(page, /^Unit price/, 'Preis');
  await choose(page, /^Quantity/, 'Menge');
  await choose(page, /^Buyer id/, 'Wer');
  await expect(page.getByText('1 column is not read')).toBeVisible();
  await page.getByRole('heading', { name: 'How the file is read' }).click();
  await choose(page, /^Dates are/, 'Day–month–year');
  await choose(page, /^Decimal mark/, 'Comma 1,5');
  await expect(page.getByText('2 orders, 2 with a buyer; 0 rows would be rejected')).toBeVisible();
  await page.getByLabel('Save this mapping as').fill('Till');
  await tryOut(page);
  await expect(count('new')).toHaveText('2');
  await runImport(page, 'Start import');
  await expect(page.getByText(/^2 new orders/)).toBeVisible();

  await upload(page, csv('till-2.csv', 'Beleg;Wann;Wer;Ware;Menge;Preis', ['B3;05.05.2026 10:00;K1;Muetze;1;9,50']));
  await expect(page.getByText('saved mapping “Till”')).toBeVisible();
  await expect(page.getByText('1 order, 1 with a buyer')).toBeVisible();
  await page.goto('/data/mappings');
  await expect(page.getByRole('cell', { name: 'Till' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No saved mappings')).toBeVisible();
});

test('tries a changed file out, and shows what would change before and after', async () => {
  await upload(page, orders('march.csv', 30));
  await runImport(page);
  await upload(page, orders('march-again.csv', 32, (row, n) => (n === 4 ? row.replace('24.00', '14.50') : row)));
  await tryOut(page);
  await expect(page.getByText('An import would bring 2 new orders, change 1 and leave 29 as they are.')).toBeVisible();
  const row = changed().getByRole('row', { name: /Order amount/ });
  await expect(changed().getByRole('rowheader', { name: 'A1004' })).toBeVisible();
  await expect(row).toContainText('24.00');
  await expect(row).toContainText('14.50');
  await expect(page.getByRole('list', { name: 'What would be new' })).toContainText('A1030');
  await page.getByRole('button', { name: 'Back to the columns' }).click();
  await page.goto('/data/imports');
  await expect(page.getByRole('row', { name: /march\.csv/ })).toBeVisible();
  await expect(page.getByText('march-again.csv')).toHaveCount(0);
});

test('gives rejected rows back, and takes them in once they are mended', async () => {
  await upload(page, orders('april.csv', 12, (row, n) => {
    const april = row.replace(/^A/, 'C').replace('2026-03', '2026-04');
    return n === 2 ? april.replace('22.00', 'cheap') : n === 3 ? april.replace('2026-04-04 10:00:00', 'some day') : april;
  }));
  await tryOut(page);
  await expect(count('rejected')).toHaveText('2');
  await expect(page.getByRole('table', { name: 'The first of them' }).getByRole('row', { name: /cheap/ })).toContainText('The unit price is no number');
  await runImport(page, 'Start import');
  await expect(page.getByText(/^10 new orders/)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download rejected rows' }).click()]);
  const mended = (await readFile(await download.path(), 'utf8')).replace('cheap', '22.00').replace('some day', '2026-04-04 10:00:00');
  await page.getByRole('link', { name: 'Upload the mended file' }).click();
  await expect(page.getByText('The mended rows of april.csv')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'april-mended.csv', mimeType: 'text/csv', buffer: Buffer.from(mended) });
  await expect(page.getByText('2 orders, 2 with a buyer; 0 rows would be rejected')).toBeVisible();
  await runImport(page);
  await expect(page.getByText(/^2 new orders/)).toBeVisible();
  await expect(page.getByText('No row was rejected')).toBeVisible();
});

test('takes an import out, so that the overview says what it said before', async () => {
  const sales = async () => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await untilFresh(server.url, { cookie });
    await page.goto('/insights/overview?period=life');
    await expect(page.getByRole('main').getByText('Net sales').first()).toBeVisible();
    await expect(page.locator('.ant-skeleton')).toHaveCount(0);
    return (await page.getByRole('main').innerText()).split('\n').filter((line) => /\d[\d,.]*/.test(line)).slice(0, 12).join('|');
  };
  const before = await sales();
  await upload(page, orders('may.csv', 15, (row) => row.replace(/^A/, 'D').replace('2026-03', '2026-05').replace('buyer', 'guest')));
  await runImport(page);
  await expect(page.getByText(/^15 new orders/)).toBeVisible();
  await expect(page.getByText(/^7 new customers/)).toBeVisible();
  const address = page.url();
  await expect.poll(sales, { timeout: 60_000 }).not.toBe(before);
  await page.goto(address);
  await page.getByRole('button', { name: 'Take this import out' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('15 orders');
  await expect(dialog).toContainText('Refusals of marketing stay refused');
  await dialog.getByRole('button', { name: 'Take it out' }).click();
  await expect(page.getByText('The import was taken out again')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Take this import out' })).toHaveCount(0);
  await expect(page.getByText('Taken out by')).toBeVisible();
  await expect.poll(sales, { timeout: 60_000 }).toBe(before);
  await page.goto('/data/imports');
  await expect(page.getByRole('row', { name: /may\.csv/ })).toContainText('Taken out');
});

test('tells a file of customers from one of orders, and counts it in its own words', async () => {
  await upload(page, csv('members.csv', 'Buyer id,Phone,Buyer name,City', ['buyer1,13800001234,Chen Xi,Hangzhou', 'member9,13900005678,Li Na,Suzhou']));
  await expect(page.getByText('2 customers; 0 rows would be rejected')).toBeVisible();
  await runImport(page);
  await expect(page.getByText('1 new customer, 1 changed, 0 unchanged')).toBeVisible();
  await expect(page.getByText('1 new customer', { exact: true })).toBeVisible();
  await page.goto('/data/imports');
  await expect(page.getByRole('row', { name: /members\.csv/ })).toContainText('Customers');
});

test('takes in the sample that the README names, with its two mistakes', async () => {
  await upload(page, resolve(import.meta.dirname, '../../docs/samples/orders.csv'));
  await expect(page.getByText('48 orders, 48 with a buyer; 2 rows would be rejected.')).toBeVisible();
  await runImport(page);
  await expect(page.getByText(/^48 new orders/)).toBeVisible();
  await expect(page.getByText('Every order names its buyer.')).toBeVisible();
});

test('says of a file without rows that there is nothing to import', async () => {
  await upload(page, csv('head.csv', 'Order no,Paid at,Buyer id,Product code,Quantity,Unit price', []));
  await expect(page.getByText('The file holds no rows.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import at once' })).toBeDisabled();
});
