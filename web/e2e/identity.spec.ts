import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** Who is who: what evidence joins by itself, what a person decides, and the way back. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, csv('orders.csv', 'Order no,Paid at,Buyer id,Phone,Buyer name,Product code,Quantity,Unit price', [
    'A1,2026-03-01 10:00:00,ann,,Ann Lee,SKU1,1,20.00',
    'A2,2026-03-02 10:00:00,bob,,Bob Lee,SKU1,1,30.00',
    'A3,2026-03-03 10:00:00,,+8613800000009,,SKU1,1,40.00',
    'A4,2026-03-04 10:00:00,cat,+8613800000009,Cat Wu,SKU1,1,50.00',
  ]));
  await runImport(page);
  await upload(page, csv('customers.csv', 'Buyer id,Phone,Member card,Platform nickname,Platform', ['ann,+8613800000001,66220001,A**n,', 'bob,+8613800000001,,bob of the hills,天猫']));
  await runImport(page);
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

/** The reports follow within a second. */
const total = (count: number) => expect(async () => {
  await page.goto('/customers');
  await expect(page.getByText(`${count} customers.`, { exact: true })).toBeVisible({ timeout: 10_000 });
}).toPass();

test('joins by itself who bought under a phone alone and under an id with that phone', async () => {
  // Ann, Bob, and one who is both Cat and the bare phone.
  await total(3);
  await page.getByRole('link', { name: 'Likely duplicates' }).click();
  await expect(page.getByRole('heading', { name: 'Phone +86138****0001' })).toBeVisible();
  await expect(page.getByText('Two ids of one shop')).toBeVisible();
  await expect(page.getByRole('heading', { name: /0009/ })).toBeHidden();
});

test('makes two customers one by hand, and two again', async () => {
  await page.getByRole('button', { name: 'Same person' }).click();
  await expect(page.getByText('They are one customer now.')).toBeVisible();
  await expect(page.getByText('Nobody looks like somebody else')).toBeVisible();
  await total(2);
  await page.goto('/customers/duplicates');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('heading', { name: 'Phone +86138****0001' })).toBeVisible();
  await total(3);
});

test('keeps two apart who are not the same, and proposes them no more', async () => {
  await page.goto('/customers/duplicates');
  await page.getByRole('button', { name: 'Different people' }).click();
  await expect(page.getByText('They stay apart and are not proposed again.')).toBeVisible();
  await expect(page.getByText('Nobody looks like somebody else')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Decisions' })).toContainText('Different people');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back: all is as it was.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Phone +86138****0001' })).toBeVisible();
});

test('says what was done and offers the way back again after one was taken, and leads old links to who they became', async () => {
  const links = page.getByRole('listitem').getByRole('link');
  const were = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(were).toHaveLength(2);
  await page.getByRole('button', { name: 'Same person' }).click();
  await expect(page.getByText('They are one customer now.')).toBeVisible();
  await expect(page.getByText('Taken back: all is as it was.')).toBeHidden();
  for (const address of were) {
    await page.goto(address);
    await expect(page.getByText('Order A1', { exact: true })).toBeVisible();
    await expect(page.getByText('Order A2', { exact: true })).toBeVisible();
  }
  await page.goto('/customers/duplicates');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('heading', { name: 'Phone +86138****0001' })).toBeVisible();
});

test('shows what else a piece of evidence carries, masked until somebody may see it, and finds by the whole', async () => {
  await page.goto('/customers?search=bob of the hills');
  await page.getByRole('table', { name: 'Customer list' }).getByRole('row').nth(1).click();
  const carried = page.getByRole('list', { name: 'Carries besides' });
  await expect(carried.getByRole('listitem')).toHaveText(['Nickname b****lls in Taobao / Tmall', 'Phone +86138****0001 ']);
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(carried.getByText('bob of the hills')).toBeVisible();
  await expect(carried.getByText('+8613800000001')).toBeVisible();
});

test('shows what a source masks, which joins nobody', async () => {
  await page.goto('/customers?search=66220001');
  await page.getByRole('link', { name: /A\*/ }).first().click();
  await expect(page.getByRole('list', { name: 'Also shown as' })).toContainText('Nickname A*** masked by the source; joins nobody');
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(page.getByRole('list', { name: 'Also shown as' })).toContainText('A**n');
});

test('takes from a customer what is somebody else’s, on the customer’s own page', async () => {
  await page.goto('/customers?search=cat');
  await page.getByRole('table', { name: 'Customer list' }).getByRole('row').nth(1).click();
  // The question that was just answered may still name it.
  const phone = page.getByRole('listitem').filter({ hasText: /^Phone \+86138\*{4}0009/ }).filter({ has: page.getByRole('button') });
  await expect(phone).toBeVisible();
  await phone.getByRole('button', { name: 'Somebody else’s' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Somebody else’s' }).click();
  await expect(page.getByText('That is somebody else now.')).toBeVisible();
  await expect(phone).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back: all is as it was.')).toBeVisible();
  await expect(phone).toBeVisible();
  await total(3);
});

test('lets an owner say how many may share a value, and finds out anew who everybody is', async () => {
  await page.goto('/settings/identity');
  const most = page.getByLabel('At most this many buyers may share a value');
  await expect(most).toHaveValue('10');
  await most.fill('12');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Who is who is being found out anew.')).toBeVisible();
  await page.reload();
  await expect(most).toHaveValue('12');
  await total(3);
});

test('recognises a customer by a phone that is written by hand, until it is taken back', async () => {
  const identity = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Identity', exact: true }) });
  const dialog = page.getByRole('dialog');
  await page.goto('/customers?search=bob');
  await page.getByRole('link', { name: /B\*/ }).first().click();
  await identity.getByRole('button', { name: 'Add' }).click();
  await dialog.getByLabel('Value').fill('138****0002');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('no whole phone');
  await dialog.getByLabel('Value').fill('138 0000 0002');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(identity).toContainText('+86138****0002 by hand');
  const address = page.url();
  await upload(page, csv('later.csv', 'Order no,Paid at,Phone,Product code,Quantity,Unit price', ['A5,2026-03-05 10:00:00,13800000002,SKU1,1,60.00']));
  await runImport(page);
  await page.goto(address);
  await expect(page.getByText('Order A5')).toBeVisible();
  await identity.getByRole('button', { name: 'Take back the change of +86138****0002' }).click();
  await expect(identity).not.toContainText('by hand');
  await expect(page.getByText('Order A2')).toBeVisible();
  await expect(page.getByText('Order A5')).toBeHidden();
});
