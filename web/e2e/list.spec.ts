import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** The list of customers as work is done in it. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, csv('orders.csv', 'Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price', [
    'A1,2026-03-01 10:00:00,ann,Ann Lee,SKU1,1,20.00', 'A2,2026-03-02 10:00:00,ann,Ann Lee,SKU1,1,30.00', 'A3,2021-03-03 10:00:00,bob,Bob Wu,SKU1,1,3.00',
  ]));
  await runImport(page);
  await expect(async () => {
    await page.goto('/customers');
    await expect(page.getByText('2 customers.', { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass();
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

test('keeps a view, shows it again, changes it, and brings it back when it was deleted by mistake', async () => {
  await page.goto('/customers?minOrders=2&sort=-orders');
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Save as view' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Came back');
  await page.getByRole('dialog').getByLabel('For everybody who may see the list').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('button', { name: 'View: Came back' })).toBeVisible();
  await expect(page).toHaveURL(/minOrders=2.*view=\d+/);

  await page.goto('/customers');
  await page.getByRole('button', { name: 'View: All customers' }).click();
  await page.getByRole('menuitem', { name: 'Came back' }).click();
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter Orders' }).click();
  await expect(page.getByText('changed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('changed', { exact: true })).toBeHidden();

  await page.getByRole('button', { name: 'More about this view' }).click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(page.getByText('View “Came back” deleted')).toBeVisible();
  await expect(page.getByRole('button', { name: 'View: All customers' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'View: Came back' })).toBeVisible();
  await page.goto('/settings/audit');
  await expect(page.getByText('Shared view “Came back” deleted')).toBeVisible();
});

test('says what of a view is gone and shows the rest', async () => {
  await page.goto('/customers?tag=vanished&maxOrders=1');
  await page.getByRole('button', { name: 'Save as view' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Vanished');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('You see the rest.')).toBeVisible();
  await page.getByRole('button', { name: 'View: Vanished' }).click();
  await page.getByRole('menuitem', { name: 'Vanished' }).click();
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await expect(page.getByText('Tag: vanished. You see the rest.')).toBeVisible();
});

test('prunes who cannot be reached and brings nothing, and undoes it in place', async () => {
  await page.goto('/customers');
  await page.getByRole('link', { name: 'Prune list' }).click();
  await expect(page.getByText('1 person cannot be reached and brings nothing.')).toBeVisible();
  await expect(page.getByText('No phone · No e-mail').first()).toBeVisible();
  await page.getByLabel('Orders ever, at most').fill('0');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nobody to prune')).toBeVisible();
  await expect(page).toHaveURL(/maxOrders=0/);
  await page.goto('/customers/prune?months=1');
  await page.getByRole('checkbox', { name: 'Choose B***' }).check();
  await page.getByRole('button', { name: 'Do not contact' }).click();
  await expect(page.getByText('1 customer is not to be contacted now')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Also those not to be contacted already' }).click();
  await page.getByRole('link', { name: 'B***' }).click();
  await expect(page.getByText('Not to be contacted: a shop’s mark')).toBeVisible();
  await page.getByRole('button', { name: 'Take back the change of Not to be contacted' }).click();
  await expect(page.getByText('Not to be contacted: a shop’s mark')).toBeHidden();

  await page.goto('/customers/prune?months=1');
  await page.getByRole('checkbox', { name: 'Choose B***' }).check();
  await page.getByRole('button', { name: 'Move to bin' }).click();
  await expect(page.getByText('1 customer moved to the bin')).toBeVisible();
  // A page that is left before the answer takes its question back.
  const undone = page.waitForResponse((response) => response.request().method() !== 'GET' && response.ok());
  await page.getByRole('button', { name: 'Undo' }).click();
  await undone;
  await expect(async () => {
    await page.goto('/customers/prune?months=1');
    await expect(page.getByRole('link', { name: 'B***' })).toBeVisible({ timeout: 10_000 });
  }).toPass();
});

test('exports exactly those who are chosen', async () => {
  await page.goto('/customers');
  await page.getByRole('checkbox', { name: 'Choose A***' }).check();
  await page.getByRole('region', { name: 'Chosen customers' }).getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog').getByText('1 customer chosen')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('link', { name: 'Download' }).click();
  const file = await readFile(await (await coming).path(), 'utf8');
  expect(file.trim().split('\r\n')).toHaveLength(2);
  expect(file).toContain('ann');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
});

test('says what level of service holds for whom, by class and by hand', async () => {
  await page.goto('/settings/levels');
  await page.getByRole('button', { name: 'Add level' }).click();
  await page.getByLabel('Level', { exact: true }).fill('Priority');
  await page.getByLabel('What it promises').fill('Call back within the hour');
  await page.getByRole('combobox', { name: /^Cells of the/ }).fill('Lost · New');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  await page.goto('/customers?serviceLevel=Priority&columns=name,serviceLevel');
  await expect(page.getByText('1 customer matches.')).toBeVisible();
  await expect(page.getByRole('cell', { name: 'Priority' })).toBeVisible();
  await page.getByRole('link', { name: 'B***' }).click();
  await expect(page.getByRole('heading', { name: 'Service level · Priority' })).toBeVisible();
  await expect(page.getByText('Call back within the hour')).toBeVisible();
  await expect(page.getByText('Holds for cell Lost · New.')).toBeVisible();

  await page.goto('/customers');
  await page.getByRole('link', { name: 'A***' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Service level').fill('Priority');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Set for this customer by hand.')).toBeVisible();
  await page.goto('/customers');
  await page.getByRole('button', { name: 'Filters' }).click();
  await choose(page, /Service level/, 'Priority');
  await choose(page, /Can be reached/, 'by no way');
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(page).toHaveURL(/serviceLevel=Priority/);
  await expect(page.getByText('2 customers match.')).toBeVisible();
  await expect(page.getByText('Can be reached: by no way')).toBeVisible();
});
