import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** The first day of an installation, from the link in the console on; each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

const owner = { name: 'anna', password: 'a long enough password' };
const reader = { name: 'rita', password: 'another long password' };
let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  // The other journeys ask for less motion; this one has all of it.
  page = await browser.newPage({ baseURL: server.url, reducedMotion: 'no-preference' });
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

/** Twelve orders of eight buyers, one without a buyer, and three rows that cannot be taken. */
function orders() {
  const rows = Array.from({ length: 12 }, (_, i) => `H${100 + i},2026-0${1 + (i % 6)}-1${i % 9} 10:30:00,buyer${i % 8},SKU${i % 3},Scarf,${1 + (i % 2)},19.90,France`);
  return csv('orders.csv', 'InvoiceNo,InvoiceDate,CustomerID,StockCode,Description,Quantity,UnitPrice,Country', [
    ...rows,
    'H200,2026-06-01 09:00:00,,SKU1,Scarf,1,19.90,France',
    'H201,not a day,buyer1,SKU1,Scarf,1,19.90,France',
    'H202,2026-06-01 09:00:00,buyer1,SKU1,Scarf,many,19.90,France',
    'H203,2026-06-01 09:00:00,buyer1,SKU1,Scarf,1,cheap,France',
  ]);
}

async function signIn(user: typeof owner) {
  await page.getByLabel('User name').fill(user.name);
  await page.getByLabel('Password').fill(user.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function signOut(name: string) {
  await page.getByRole('button', { name: 'Account' }).filter({ hasText: name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
}

test('sets up an owner and a shop by the printed link', async () => {
  await setUp(page, server.link ?? '');
  await page.getByRole('button', { name: 'Import orders' }).click();
  await expect(page.getByText('Drop a file here')).toBeVisible();
});

test('imports a file, says what was left out, and gives the rejected rows back', async () => {
  await upload(page, orders());
  await expect(page.getByText('This is no date or time')).toBeVisible();
  await runImport(page);
  await expect(page.getByText(/^13 new orders/)).toBeVisible();
  await expect(page.getByText(/^12 of 13 orders name a buyer/)).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download rejected rows' }).click()]);
  const rejects = await readFile(await download.path(), 'utf8');
  expect(rejects.trim().split('\n')).toHaveLength(4);
  expect(rejects).toContain('H201');
});

test('says that the same file again brings nothing new', async () => {
  await upload(page, orders());
  await expect(page.getByText('This very file was imported')).toBeVisible();
  await runImport(page);
  await expect(page.getByText('Nothing new: all 13 orders were here already')).toBeVisible();
});

test('maps the columns of an unknown file and remembers them', async () => {
  const unknown = csv('belege.csv', 'Beleg;Wann;Wer;Ware;Menge;Stueckpreis', ['B1;03.05.2026 10:00;K1;Muetze;2;9,50', 'B2;04.05.2026 11:00;K2;Muetze;1;9,50']);
  await upload(page, unknown);
  await choose(page, /^Order no/, 'Beleg');
  await choose(page, /^Paid at/, 'Wann');
  await choose(page, /^Unit price/, 'Stueckpreis');
  await choose(page, /^Quantity/, 'Menge');
  await choose(page, /^Buyer id/, 'Wer');
  await page.getByRole('heading', { name: 'How the file is read' }).click();
  await choose(page, /^Dates are/, 'Day–month–year');
  await choose(page, /^Decimal mark/, 'Comma 1,5');
  await expect(page.getByText('2 orders, 2 with a buyer; 0 rows would be rejected')).toBeVisible();
  await page.getByLabel('Save this mapping as').fill('Kasse');
  await runImport(page);
  await expect(page.getByText(/^2 new orders/)).toBeVisible();
  await upload(page, csv('belege-2.csv', 'Beleg;Wann;Wer;Ware;Menge;Stueckpreis', ['B3;05.05.2026 10:00;K1;Muetze;1;9,50']));
  await expect(page.getByText('saved mapping “Kasse”')).toBeVisible();
});

test('signs out and in, and keeps a wrong password out', async () => {
  await page.goto('/today');
  await signOut(owner.name);
  await signIn({ ...owner, password: 'not the password' });
  await expect(page.getByRole('alert')).toContainText('Name or password is wrong');
  await signIn(owner);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
});

test('shows a reader reports and no customer', async () => {
  await page.goto('/settings/users');
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(reader.name);
  await dialog.getByLabel('Password').fill(reader.password);
  await dialog.getByRole('combobox').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: 'Reader' }).first().click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('cell', { name: reader.name })).toBeVisible();
  await signOut(owner.name);
  await signIn(reader);
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await expect(navigation.getByText('R×F grid')).toBeVisible();
  await expect(navigation.getByText('Customers')).toHaveCount(0);
  await page.goto('/customers');
  await expect(page.getByText('Your role does not include this page')).toBeVisible();
  expect((await page.request.get('/api/v1/customers')).status()).toBe(403);
});
