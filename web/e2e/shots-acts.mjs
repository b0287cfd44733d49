import { ordersCsv } from './shots-data.mjs';

/** The states that have no address: on which page, and what is done there. Nothing asks for words, since they are in two languages. */
export const acts = {
  'shell-search': ['today', async (page) => { await page.keyboard.press('/'); await page.keyboard.type('李'); await page.locator('.ant-select-item-option').first().waitFor(); }],
  'shell-user': ['today', (page) => page.locator('header .anticon-user').click()],
  'shell-password': ['today', async (page) => { await page.locator('header .anticon-user').click(); await page.locator('.ant-dropdown-menu-item:visible').nth(-3).click(); await page.locator('.ant-modal').waitFor(); }],
  'shell-navigation': ['today', async (page) => { const menu = page.locator('header .anticon-menu'); if (await menu.isVisible()) await menu.click(); }],
  'scope-bar': ['overview', (page) => chooseScope(page)],
  'figure-definition': ['overview', async (page) => page.locator('main [tabindex="0"]').first().focus()],
  'overview-table': ['overview', (page) => page.locator('.anticon-table').first().click()],
  'grid-table': ['grid', (page) => page.locator('.anticon-table').first().click()],
  'grid-flows-table': ['grid-flows', async (page) => { await page.locator('.anticon-table').last().click(); await page.locator('table').last().scrollIntoViewIfNeeded(); }],
  'customers-views': ['customers', (page) => page.locator('main button:has(.anticon-down)').first().click()],
  'customers-view-new': ['customers-none', (page) => page.locator('main .ant-btn-text:not(:has(.anticon))').first().click()],
  'customers-view-menu': ['customers-view', (page) => page.locator('main button:has(.anticon-more)').first().click()],
  'customers-filters': ['customers', (page) => page.locator('main button:has(.anticon-filter)').last().click()],
  'customers-columns': ['customers', (page) => page.locator('main button:has(.anticon-table)').click()],
  'customers-chosen': ['customers', chooseTwo],
  'customers-tag': ['customers', (page) => ofChosen(page, 0)],
  'customers-consent': ['customers', (page) => ofChosen(page, 1)],
  'customers-export': ['customers', (page) => ofChosen(page, 2)],
  'prune-chosen': ['prune', chooseTwo],
  'bin-erase': ['bin', async (page) => { await page.locator('main .ant-table-row [type=checkbox], main li [type=checkbox]').last().check(); await page.locator('main .ant-btn-dangerous').first().click(); }],
  'customer-menu': ['customer', (page) => page.locator('main button:has(.anticon-more)').click()],
  'customer-erase': ['customer', async (page) => { await page.locator('main button:has(.anticon-more)').click(); await page.locator('.ant-dropdown-menu-item-danger').click(); }],
  'customer-edit': ['customer', async (page) => { await page.locator('main section header button').first().click(); }],
  'customer-revealed': ['customer', (page) => page.locator('main button:has(.anticon-eye)').click()],
  'exports-new': ['exports', (page) => page.locator('main .ant-btn-primary').first().click()],
  'settings-rates-new': ['settings-rates', newRow],
  'settings-shops-new': ['settings-shops', newRow],
  'settings-users-new': ['settings-users', async (page) => { await newRow(page); await page.locator('.ant-modal .ant-radio-input, .ant-modal .ant-segmented-item').last().click(); }],
  'settings-users-access': ['settings-users', (page) => page.locator('main li button, main tr button').nth(3).click()],
  'settings-tokens-new': ['settings-tokens', newRow],
  'settings-levels-new': ['settings-levels', (page) => page.locator('button:has(.anticon-plus)').last().click()],
};

/** The steps of an import: the mapping of a layout that is new, that of a known one, its trial, the question before an undo. */
export async function importSteps(page, url, stays, file) {
  const { width, height } = page.viewportSize();
  // What sticks to the window's foot would stand in the middle of a picture of the whole page.
  const shoot = async (name) => {
    await page.setViewportSize({ width, height: Math.max(height, await page.evaluate(() => document.documentElement.scrollHeight)) });
    await page.waitForTimeout(400);
    await page.screenshot({ path: file(name) });
    await page.setViewportSize({ width, height });
  };
  const upload = async (text) => {
    await page.goto(`${url}/data/imports/new`);
    await page.locator('input[type=file]').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('table, [role=alert]').first().waitFor();
  };
  await upload('PK\u0003\u0004 this is half a workbook');
  await shoot('import-broken');
  await upload('Beleg;Wann;Wer;Ware;Preis\nB1;03.05.2026 10:00;K1;Muetze;9,50\nB2;04.05.2026 11:00;K2;Schal;19,50\n');
  await shoot('import-unknown');
  await upload(ordersCsv(true));
  await shoot('import-mapping');
  await page.locator('button.ant-btn-primary').last().click();
  await page.locator('[data-count=new]').waitFor();
  await shoot('import-trial');
  await page.goto(url + stays);
  await page.locator('header button:has(.anticon-rollback)').click();
  await page.locator('.ant-modal-footer').waitFor();
  await shoot('import-undo');
}

async function chooseTwo(page) {
  const boxes = page.locator('main .ant-table-row [type=checkbox], main li [type=checkbox]');
  await boxes.nth(0).check();
  await boxes.nth(1).check();
}

/** Presses the nth button beside those who were chosen. */
async function ofChosen(page, nth) {
  await chooseTwo(page);
  await page.locator('main [role=region] button:not(.ant-btn-link)').nth(nth).click();
}

async function newRow(page) {
  await page.locator('main section header button').first().click();
}

async function chooseScope(page) {
  await page.locator('main .ant-select, main button:has(.anticon-control)').first().click();
}
