import { expect, test } from '@playwright/test';
import { ownerCookie, startServer, untilFresh, type Server } from './server.mjs';

/** Journeys on the demo shop: HUITOU_E2E_URL names one that runs already, else one is started. */
let url = process.env.HUITOU_E2E_URL ?? '';
let server: Server | null = null;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  if (!url) {
    server = await startServer({ demo: true });
    url = server.url;
  }
  await untilFresh(url, { cookie: await ownerCookie(url) });
});
test.afterAll(() => server?.stop());

test('opens a cell of the grid, its customers and one of them', async ({ page }) => {
  await page.goto(`${url}/insights/grid`);
  const cell = page.getByRole('button', { name: /^Active × New/ });
  const people = Number((await cell.locator('[title]').first().getAttribute('title'))?.replaceAll(',', ''));
  expect(people).toBeGreaterThan(0);
  await cell.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('row')).toHaveCount(11);
  await drawer.getByRole('link', { name: 'Open as list' }).click();
  await expect(page).toHaveURL(/\/customers\?.*r=active/);
  await expect(page.getByText(`${people.toLocaleString('en-GB')} customers match`)).toBeVisible();
  await page.getByRole('table').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Why this cell' })).toBeVisible();
  await expect(page.getByText('so R Active')).toBeVisible();
});

test('tells who moved through the grid since a day, as bands and as a table', async ({ page }) => {
  await page.goto(`${url}/insights/grid`);
  // The demo signs its visitor in by itself; the cookie is there once the page shows figures.
  await expect(page.getByRole('button', { name: /^Active × New/ })).toBeVisible();
  const { asOf } = await (await page.request.get(`${url}/api/v1/grid`)).json();
  const since = new Date(Date.parse(asOf) - 90 * 86_400_000).toISOString().slice(0, 10);
  const { customers } = await (await page.request.get(`${url}/api/v1/grid/flows?before=${since}`)).json();
  await page.goto(`${url}/insights/grid?since=${since}`);
  await expect(page.getByRole('img', { name: 'How customers moved through the grid between two days' })).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).last().click();
  const table = page.getByRole('table').last();
  await expect(table.getByRole('columnheader', { name: 'Net sales between' })).toBeVisible();
  const people = await table.locator('tbody tr td:nth-of-type(3)').allInnerTexts();
  expect(people.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(customers);
});

test('explains what moved sales, and gives the chart as a table and a file', async ({ page }) => {
  await page.goto(`${url}/insights/overview`);
  await expect(page.getByText('What moved them most')).toBeVisible();
  await expect(page.getByText('moved most', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Show as table' }).first().click();
  await expect(page.getByRole('columnheader', { name: 'Compared period' })).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download CSV' }).first().click()]);
  expect(download.suggestedFilename()).toMatch(/^net-sales-.*\.csv$/);
});

test('speaks Chinese and English, and remembers which', async ({ page }) => {
  await page.goto(`${url}/today`);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('menuitem', { name: '中文' }).click();
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible();
  const paths = ['/insights/overview', '/insights/grid', '/insights/rfm', '/insights/rankings', '/insights/rhythm', '/customers', '/data/imports', '/settings/limits'];
  const titles = ['概览', 'R×F 十六宫格', 'RFM', '排行', '购买节奏', '客户', '导入', '设置'];
  for (const [index, path] of paths.entries()) {
    await page.goto(url + path);
    await expect(page.getByRole('heading', { level: 1, name: titles[index] })).toBeVisible();
  }
  await page.getByRole('button', { name: '语言' }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('finds a customer from anywhere by keyboard', async ({ page }) => {
  await page.goto(`${url}/customers`);
  const name = (await page.getByRole('table').getByRole('link').first().textContent()) ?? '';
  await page.goto(`${url}/today`);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('combobox', { name: 'Search customers' })).toBeFocused();
  await page.keyboard.type(name.slice(0, 1));
  await expect(page.getByRole('option').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Search customers' })).not.toBeFocused();
});

test('sets limits of its own for the grid, and keeps their history', async ({ page }) => {
  await page.goto(`${url}/settings/limits`);
  await page.getByLabel('Active up to (days)').fill('30');
  await page.getByLabel('Silent up to (days)').fill('20');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The days must grow')).toBeVisible();
  await page.getByLabel('Silent up to (days)').fill('60');
  await page.getByLabel('Dormant up to (days)').fill('120');
  await page.getByLabel('Fan from (orders)').fill('6');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('row', { name: /30 60 120 6 demo/ })).toBeVisible();
  await page.goto(`${url}/insights/grid`);
  await expect(page.getByText('Active up to 30 days, silent up to 60, dormant up to 120, then lost. A fan has 6 orders or more. Set by hand')).toBeVisible();
});

test('shows a masked name when asked, and writes that into the audit', async ({ page }) => {
  await page.goto(`${url}/customers`);
  await page.getByRole('table').getByRole('link').first().click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('*');
  await page.getByRole('button', { name: 'Show in full' }).click();
  await expect(title).not.toContainText('*');
  await page.goto(`${url}/settings/audit`);
  await expect(page.getByRole('cell', { name: 'Name shown' }).first()).toBeVisible();
});

test('does not scroll sideways on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const sections = ['shops', 'counts', 'limits', 'identity', 'levels', 'rates', 'users', 'tokens', 'audit'];
  const paths = ['/today', '/customers', '/customers/duplicates', '/customers/prune', '/customers/bin', '/customers/1', '/insights/overview', '/insights/grid', '/insights/rfm', '/insights/rankings', '/insights/rhythm', '/data/imports', '/data/imports/new', '/data/exports', '/data/mappings'];
  for (const path of [...paths, ...sections.map((section) => `/settings/${section}`)]) {
    await page.goto(url + path);
    await page.waitForLoadState('networkidle');
    const extra = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect([path, extra]).toEqual([path, 0]);
  }
});
