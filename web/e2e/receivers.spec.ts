import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, type Server } from './server.mjs';

/** Where a customer's orders went: beside each order, and as a list of addresses that can be taken over. */
test.describe.configure({ mode: 'serial' });

let server: Server;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await startServer();
  page = await browser.newPage({ baseURL: server.url });
  await setUp(page, server.link ?? '');
  await upload(page, csv('orders.csv', 'Order no,Paid at,Buyer id,Buyer name,Product code,Quantity,Unit price,Receiver,Receiver phone,Receiver address', [
    'A1,2026-03-01 10:00:00,ann,Ann Lee,SKU1,1,20.00,Bob Roe,13800000001,浙江省杭州市西湖区文三路1号', 'A2,2026-03-02 10:00:00,ann,Ann Lee,SKU1,1,20.00,Bob Roe,13800000001,浙江省杭州市西湖区文三路1号',
    'A3,2026-03-03 10:00:00,ann,Ann Lee,SKU1,1,20.00,Cy Doe,139****0002,广东省广州市越秀区****']));
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
const addresses = () => panel('Profile').getByRole('list', { name: 'Orders went to' });
const order = (no: string) => panel('Timeline').getByRole('listitem').filter({ hasText: `Order ${no}` });

test('an order opens to show where it went, in full once somebody looked', async () => {
  await expect(order('A1')).not.toContainText('West Lake');
  await order('A1').getByRole('button', { name: 'Where it went' }).click();
  await expect(order('A1')).toContainText('B***');
  await expect(order('A1')).toContainText('+86138****0001');
  await expect(order('A1')).toContainText('西湖区');
  await expect(order('A1')).not.toContainText('文三路');
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(order('A1')).toContainText('Bob Roe · +8613800000001');
  await expect(order('A1')).toContainText('文三路1号');
  await order('A1').getByRole('button', { name: 'Hide where it went' }).click();
  await expect(order('A1')).not.toContainText('文三路1号');
});

test('addresses are listed once, the last used first, and one can be taken over and taken back', async () => {
  await expect(addresses().getByRole('listitem')).toHaveCount(2);
  await expect(panel('Profile').locator('dl')).toContainText('by orders: 2 of 3 in a year went there');
  await expect(addresses().getByRole('listitem').first()).toContainText('1 order, last');
  await expect(addresses().getByRole('listitem').first()).toContainText('广州');
  await expect(addresses().getByRole('listitem').first().getByRole('button')).toBeHidden();
  await expect(addresses().getByRole('listitem').last()).toContainText('2 orders, last');
  await addresses().getByRole('button', { name: 'Take over as address' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: 'Take over' }).click();
  await expect(panel('Timeline')).toContainText('City is now 杭州');
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(panel('Profile').locator('dl')).toContainText('文三路1号');
  await page.getByRole('button', { name: 'Take back the change of Address' }).click();
  await expect(panel('Timeline')).toContainText('Taken back');
  await expect(panel('Profile').locator('dl')).not.toContainText('文三路1号');
});
