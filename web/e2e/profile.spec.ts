import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** One customer's page: what is known and who says so, what they agreed to, what somebody writes. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, csv('orders.csv', 'Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price', ['A1,2026-03-01 10:00:00,ann,Ann Lee,SKU1,1,20.00']));
  await runImport(page);
  await upload(page, csv('customers.csv', 'Buyer id,Phone,Birthday,Address,Tags,SMS consent,Consent proof', ['ann,+8613800000001,1990-05-12,Long Road 1,vip,yes,till form']));
  await runImport(page);
  await expect(async () => {
    await page.goto('/customers');
    await expect(page.getByText('1 customer.', { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass();
  await page.getByRole('link', { name: 'A***' }).first().click();
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
});
test.afterAll(async () => {
  await page?.close();
  await server?.stop();
});

const panel = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });

test('hides what is personal until somebody looks, and writes down who did', async () => {
  await expect(panel('Profile')).toContainText('1990-**-**');
  await expect(panel('Profile')).toContainText('+86138****0001');
  await expect(page.getByText('Long Road 1')).toBeHidden();
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(panel('Profile')).toContainText('1990-05-12');
  await expect(panel('Profile')).toContainText('+8613800000001');
  await expect(panel('Profile')).toContainText('Long Road 1');
  await expect(page.getByRole('heading', { name: 'Ann Lee' })).toBeVisible();
});

test('corrects a profile over what the file says, and takes it back', async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Ann Lee');
  await dialog.getByLabel('Birthday').fill('31 May');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert').first()).toContainText('is no birthday');
  await dialog.getByLabel('Birthday').fill('--02-29');
  await dialog.getByLabel('City').fill('Hangzhou');
  await dialog.getByLabel('Address').fill('Hand Road 9');
  await dialog.getByLabel('Attribute of your own').fill('hobby');
  await dialog.getByLabel('Value', { exact: true }).fill('tea');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(panel('Profile')).toContainText('hobby');
  await expect(panel('Profile')).toContainText('Hangzhou');
  await expect(panel('Timeline')).toContainText('City is now Hangzhou');
  const others = panel('Profile').getByRole('list', { name: 'Other addresses' });
  await expect(others).toContainText('*** From file customers.csv');
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(others).toContainText('Long Road 1');
  await expect(panel('Profile')).toContainText('Hand Road 9');
  await page.getByRole('button', { name: 'Take back the change of City' }).click();
  await expect(panel('Profile')).not.toContainText('Hangzhou');
  await expect(panel('Profile')).not.toContainText('hobby');
  await expect(others).toBeHidden();
  await expect(panel('Timeline')).toContainText('Taken back');
});

test('tags and notes', async () => {
  await expect(panel('Profile')).toContainText('vip');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByRole('textbox', { name: 'Add tag' }).fill('picky');
  await page.keyboard.press('Enter');
  await expect(panel('Timeline')).toContainText('Tagged “picky”');
  await page.getByRole('button', { name: 'Remove tag vip' }).click();
  await expect(panel('Timeline')).toContainText('Took tag “vip” off');
  await expect(page.getByRole('group', { name: 'Tags' })).not.toContainText('vip');
  await page.getByRole('textbox', { name: 'Add note' }).fill('likes green tea');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(panel('Timeline')).toContainText('likes green tea');
  await panel('Timeline').getByText('Orders', { exact: true }).click();
  await expect(panel('Timeline')).not.toContainText('likes green tea');
  await expect(panel('Timeline')).toContainText('Order A1');
  await panel('Timeline').getByText('All', { exact: true }).click();
});

test('withdraws for good, against any file, and agrees again only with a proof', async () => {
  const consents = panel('Consents');
  await expect(consents).toContainText('Agreed');
  await consents.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Withdraw' }).click();
  await expect(consents).toContainText('Refused');
  const address = page.url();
  await upload(page, csv('again.csv', 'Buyer id,SMS consent,Consent proof', ['ann,yes,a newer form']));
  await runImport(page);
  await page.goto(address);
  await expect(consents).toContainText('Refused');
  await expect(consents).not.toContainText('Agreed');
  await consents.getByRole('button', { name: 'Declare' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Declare consent' }).click();
  await expect(dialog).toContainText('Say where they agreed');
  await dialog.getByLabel('Proof').fill('asked at the till, form of March');
  await dialog.getByRole('button', { name: 'Declare consent' }).click();
  await expect(dialog).toBeHidden();
  await expect(consents).toContainText('Agreed');
  await expect(panel('Timeline')).toContainText('asked at the till');
});
