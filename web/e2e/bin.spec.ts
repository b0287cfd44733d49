import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** Many customers at once, the bin, and the way out for good. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;
const orders = csv('orders.csv', 'Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price', [
  'A1,2026-03-01 10:00:00,ann,Ann Lee,SKU1,1,20.00', 'A2,2026-03-02 10:00:00,bob,Bob Wu,SKU1,1,30.00', 'A3,2026-03-03 10:00:00,cat,Cat Ma,SKU1,1,40.00',
]);

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, orders);
  await runImport(page);
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

/** The reports follow within a second. */
const total = (count: string) => expect(async () => {
  await page.goto('/customers');
  await expect(page.getByText(count, { exact: true })).toBeVisible({ timeout: 10_000 });
}).toPass();

test('tags those who are chosen, takes it back in place, and finds them by the tag', async () => {
  await total('3 customers.');
  await page.getByRole('checkbox', { name: 'Choose A***' }).check();
  await expect(page.getByText(/^1 customer chosen/)).toBeVisible();
  await page.getByRole('button', { name: 'Choose all 3 who match' }).click();
  await page.getByRole('region', { name: 'Chosen customers' }).getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('textbox', { name: 'Add tag' }).fill('spring');
  await page.keyboard.press('Enter');
  await expect(page.getByText('3 customers tagged')).toBeVisible();
  await page.goto('/customers?tag=spring');
  await expect(page.getByText('3 customers match.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Choose B***' }).check();
  await page.getByRole('region', { name: 'Chosen customers' }).getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('textbox', { name: 'Add tag' }).fill('picky');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 customer tagged')).toBeVisible();
  // A page that is left before the answer takes its question back.
  const undone = page.waitForResponse((response) => response.request().method() !== 'GET' && response.ok());
  await page.getByRole('button', { name: 'Undo' }).click();
  await undone;
  await expect(async () => {
    await page.goto('/customers?tag=picky');
    await expect(page.getByText('Nobody matches')).toBeVisible({ timeout: 10_000 });
  }).toPass();
});

test('moves a customer to the bin and back, and sales stay what they were', async () => {
  await total('3 customers.');
  await page.getByRole('link', { name: 'A***' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Move to bin' }).click();
  await expect(page.getByText('In the bin since')).toBeVisible();
  await total('2 customers.');
  await page.goto('/insights/overview?from=2026-03-01&to=2026-03-31');
  await expect(page.getByText(/^\D*90\.00$/).first()).toBeVisible();
  await page.goto('/customers');
  await page.getByRole('link', { name: /\bBin$/ }).click();
  await expect(page.getByText('1 customer is in the bin.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Choose A***' }).check();
  await page.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();
  await total('3 customers.');
});

test('hands out all that is kept of a person, and erases them for good', async () => {
  await page.getByRole('link', { name: 'A***' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export all data of this person' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  expect(JSON.parse(file).profile.map((fact: { text: string }) => fact.text)).toContain('Ann Lee');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Erase for good' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await dialog.getByLabel('Type ERASE to confirm').fill('ERASE');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await total('2 customers.');
  await upload(page, orders);
  await runImport(page);
  await total('2 customers.');
  await page.goto('/insights/overview?from=2026-03-01&to=2026-03-31');
  await expect(page.getByText(/^\D*90\.00$/).first()).toBeVisible();
  await page.goto('/settings/audit');
  await expect(page.getByRole('cell', { name: 'Erasure' })).toBeVisible();
});
