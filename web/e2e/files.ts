import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** A file as a browser would offer it. */
export type Made = { name: string; mimeType: string; buffer: Buffer };

export const csv = (name: string, header: string, rows: string[]): Made =>
  ({ name, mimeType: 'text/csv', buffer: Buffer.from([header, ...rows, ''].join('\n')) });

/** Orders of one line each under plain names; `change` rewrites the nth of them. */
export function orders(name: string, count: number, change: (row: string, n: number) => string = (row) => row): Made {
  const rows = Array.from({ length: count }, (_, n) => {
    const day = String(1 + (n % 28)).padStart(2, '0');
    return change(`A${1000 + n},2026-03-${day} 10:00:00,buyer${n % 7},SKU${n % 3},Scarf,1,${20 + n}.00,paid`, n);
  });
  return csv(name, 'Order no,Paid at,Buyer id,Product code,Product name,Quantity,Unit price,Status', rows);
}

/** A specimen of a real layout; null where the specimens are not on this machine. */
export function specimen(name: string): string | null {
  const data = process.env.HUITOU_TEST_DATA ?? resolve(import.meta.dirname, '../../../shared/data');
  const file = join(data, 'formats', name);
  return existsSync(file) ? file : null;
}

/** Goes through the first day of an installation by its printed link. */
export async function setUp(page: Page, link: string) {
  await page.goto(link);
  await page.getByLabel('User name').fill('anna');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByLabel('Password again').fill('a long enough password');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Name of the shop').fill('Scarves & Co');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('button', { name: 'Import orders' })).toBeVisible();
}

/** Chooses a file on the page for a new import and waits for what was made of it. */
export async function upload(page: Page, file: Made | string, address = '/data/imports/new') {
  await page.goto(address);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByRole('heading', { name: 'Which column is what' })).toBeVisible();
}

/**
 * Says which column of the file a field is, or picks any other choice of a list. Other lists may still be closing, so this one's own
 * options count; a list that was still unfolding may miss a click, as it would a person's.
 */
export async function choose(page: Page, list: RegExp, option: string) {
  const box = page.getByRole('combobox', { name: list });
  await expect(async () => {
    if ((await box.getAttribute('aria-expanded')) !== 'true') await box.click();
    const options = page.locator('.ant-select-dropdown:visible').filter({ has: page.locator(`[id="${await box.getAttribute('aria-controls')}"]`) });
    await options.locator('.ant-select-item-option').filter({ hasText: option }).first().click({ timeout: 5_000 });
    await expect(page.locator('.ant-select').filter({ has: box })).toContainText(option, { timeout: 5_000 });
  }).toPass();
  await expect(page.getByText('Reading again…')).toBeHidden();
}

/** Presses the button that imports and waits until the import is through. */
export async function runImport(page: Page, button: 'Import at once' | 'Start import' = 'Import at once') {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { name: /^Import of/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Details' })).toBeVisible({ timeout: 60_000 });
}

export async function tryOut(page: Page) {
  await page.getByRole('button', { name: 'Try it out' }).click();
  await expect(page.getByRole('heading', { name: 'What an import would do' })).toBeVisible({ timeout: 60_000 });
}
