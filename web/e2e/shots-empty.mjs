import { startServer } from './server.mjs';

const owner = { name: 'owner', password: 'a long enough password' };

/** A shop before its first order: set-up, sign-in, and what each page says where there is nothing. `inEach` opens a page in every set. */
export async function shootEmpty(inEach) {
  const server = await startServer();
  try {
    await inEach(async (page, file) => {
      await page.goto(server.link);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: file('set-up'), fullPage: true });
      await page.goto(`${server.url}/setup`);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: file('set-up-no-link') });
    });
    await setUp(server);
    await inEach((page, file) => signInAndLook(server.url, page, file));
  } finally {
    await server.stop();
  }
}

async function setUp({ url, link }) {
  const token = new URL(link).searchParams.get('token') ?? new URL(link).hash.split('=').at(-1);
  const body = { token, owner, shop: { name: 'Scarves & Co', timeZone: 'Asia/Shanghai', currency: 'CNY' }, language: null };
  const answer = await fetch(`${url}/api/v1/setup`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`setup: ${answer.status} ${await answer.text()}`);
}

async function signInAndLook(url, page, file) {
  await page.goto(`${url}/signin`);
  await page.locator('input[type=password]').fill('wrong');
  await page.locator('input').first().fill(owner.name);
  await page.keyboard.press('Enter');
  await page.locator('[role=alert]').first().waitFor();
  await page.screenshot({ path: file('sign-in') });
  await page.locator('input[type=password]').fill(owner.password);
  await page.keyboard.press('Enter');
  await page.locator('#content').waitFor();
  const paths = ['today', 'customers', 'customers/duplicates', 'customers/bin', 'customers/prune', 'insights/overview', 'insights/grid', 'insights/rfm', 'insights/rankings', 'insights/rhythm', 'data/imports', 'data/exports', 'data/mappings', 'settings/rates', 'settings/tokens', 'settings/levels', 'settings/limits'];
  for (const path of paths) {
    await page.goto(`${url}/${path}`);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(300);
    await page.screenshot({ path: file(`empty-${path.replace('/', '-')}`) });
  }
}
