import { expect, test, type Page } from '@playwright/test';
import { csv, runImport, setUp, upload } from './files';
import { startServer, untilFresh, type Server } from './server.mjs';

/** Sub-accounts: a service user of one of two shops, and a reader who sees no person. Each step stands on the one before. */
test.describe.configure({ mode: 'serial' });

const password = 'a long enough password';
const columns = 'Order no,Paid at,Buyer id,Phone,Buyer name,Product code,Quantity,Unit price';

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

const menu = () => page.getByRole('navigation').getByRole('menuitem');

async function signInAs(name: string) {
  await page.context().clearCookies();
  await page.goto('/signin');
  await page.getByLabel(/User name|用户名/).fill(name);
  await page.getByLabel(/Password|密码/, { exact: true }).fill(password);
  await page.getByRole('button', { name: /Sign in|登录/ }).click();
  await expect(menu().first()).toBeVisible();
}

async function addUser(name: string, role: string, shop: string) {
  await page.getByRole('button', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByLabel('User name').fill(name);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByLabel('Role').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: role }).first().click();
  await dialog.getByRole('radio', { name: 'These shops' }).check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByText('Choose at least one shop')).toBeVisible();
  await dialog.getByRole('checkbox', { name: shop }).check();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('an owner with two shops gives one of them to a service user and a reader', async () => {
  await page.goto('/settings/shops');
  await page.getByRole('button', { name: 'Add a shop' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Hats North');
  await page.getByRole('dialog').getByRole('button', { name: /Add|Save/ }).click();
  await expect(page.getByText('Hats North').first()).toBeVisible();
  await upload(page, csv('scarves.csv', columns, ['S1,2026-03-01 10:00:00,ann,+8613800000001,Ann Lee,SKU1,1,20.00', 'S2,2026-03-02 10:00:00,bob,+8613800000002,Bob Day,SKU1,1,30.00']));
  await runImport(page);
  await page.goto('/data/imports/new');
  await page.getByRole('main').getByRole('combobox').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: 'Hats North' }).click();
  await page.locator('input[type=file]').setInputFiles(csv('hats.csv', columns, ['H1,2026-03-03 10:00:00,h1,+8613800000001,Annie Wu,HAT1,1,90.00', 'H2,2026-03-04 10:00:00,h2,+8613800000003,Carla Fox,HAT2,1,50.00']));
  await expect(page.getByRole('heading', { name: 'Which column is what' })).toBeVisible();
  await runImport(page);
  await untilFresh(server.url, { cookie: await cookies() });

  await page.goto('/settings/users');
  await addUser('mei', 'Service', 'Hats North');
  await addUser('rui', 'Reader', 'Hats North');
  await expect(page.getByRole('row', { name: /mei/ })).toContainText('Hats North');
});

test('the service user sees the customers of that shop, a name only when asked for, and takes nothing out', async () => {
  await signInAs('mei');
  await expect(page).toHaveURL(/\/customers/);
  await expect(page.getByText('2 customers.', { exact: true })).toBeVisible();
  await expect(page.getByRole('banner').or(page.locator('header')).getByText('Hats North').first()).toBeVisible();
  await expect(menu()).toHaveText(['Customers']);
  await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0);
  // Names are masked: Annie and Carla are there, and no Bob.
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['A***', 'C***'], { useInnerText: true });

  // Ann bought in both shops: here she is who the hat shop says, with what she bought there.
  await page.getByRole('link', { name: 'A***' }).click();
  await expect(page.getByRole('heading', { name: 'A***' })).toBeVisible();
  await expect(page.getByText('Order H1').first()).toBeVisible();
  await expect(page.getByText('Order S1')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(page.getByText('Annie Wu').first()).toBeVisible();
  await expect(page.getByText('Ann Lee')).toHaveCount(0);

  for (const [address, says] of [['/data/exports', 'Your role does not include this page'], ['/settings/users', 'Your role does not include this page'], ['/today', 'Your role does not include this page']] as const) {
    await page.goto(address);
    await expect(page.getByText(says)).toBeVisible();
  }
});

test('a reader sees the reports of that shop and no person, in Chinese', async () => {
  await signInAs('rui');
  await page.getByRole('button', { name: /Language|语言/ }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(menu().filter({ hasText: '今天' })).toBeVisible();
  await expect(menu().filter({ hasText: /^客户$/ })).toHaveCount(0);
  await page.goto('/insights/rankings');
  await expect(page.getByText('HAT1').first()).toBeVisible();
  await expect(page.getByText('SKU1')).toHaveCount(0);
  await page.goto('/customers');
  await expect(page.getByText('你的角色不能查看这个页面')).toBeVisible();
});

test('a link that names another shop, and a page of the settings that is not theirs, say so', async () => {
  await page.goto('/insights/overview?shops=1&period=life');
  await expect(page.getByText('这个链接里有不存在的店铺')).toBeVisible();
  await expect(page.getByRole('heading', { name: '净销售额走势' })).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'invalid_field' })).toHaveCount(0);
  await page.goto('/settings/users');
  await expect(page.getByText('你的角色不能查看这个页面')).toBeVisible();
});

test('rights that are taken away while somebody works are gone from their page at the next question', async ({ browser }) => {
  const owner = await browser.newContext({ baseURL: server.url });
  await owner.request.post('/api/v1/session', { data: { name: 'anna', password } });
  const { antiforgery } = await (await owner.request.get('/api/v1/session')).json();
  const users: { id: number; name: string }[] = await (await owner.request.get('/api/v1/users')).json();
  const mei = users.find((user) => user.name === 'mei');
  const shops = [2];
  const give = (role: string) => owner.request.put(`/api/v1/users/${mei?.id}`, { headers: { 'X-CSRF': antiforgery }, data: { role, shops } });
  await signInAs('mei');
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('button', { name: /Show in full|显示完整资料/ })).toBeVisible();
  expect((await give('reader')).ok()).toBe(true);
  await page.getByRole('button', { name: /Show in full|显示完整资料/ }).click();
  await expect(page.getByText(/Your role does not include this page|你的角色不能查看这个页面/)).toBeVisible();
  await expect(menu().filter({ hasText: /^(Customers|客户)$/ })).toHaveCount(0);
  expect((await give('service')).ok()).toBe(true);
  await owner.close();
});

test('the owner reads who looked, and opens the other shop to the service user', async () => {
  await signInAs('anna');
  await page.getByRole('button', { name: /Language|语言/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await page.goto('/settings/audit');
  await expect(page.getByRole('row', { name: /Name shown.*mei/ })).toBeVisible();
  await page.goto('/settings/users');
  await page.getByRole('row', { name: /mei/ }).getByRole('button', { name: 'Change access' }).click();
  const dialog = page.getByRole('dialog', { name: 'Access of mei' });
  await dialog.getByRole('radio', { name: 'All shops' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /mei/ })).toContainText('All shops');
  await signInAs('mei');
  await expect(page.getByText('3 customers.', { exact: true })).toBeVisible();
});

async function cookies() {
  return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
}
