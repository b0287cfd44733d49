// Pictures of every page on the demo shop: 2 languages × 2 themes × 2 sizes into docs/shots, and with --readme the README's own.
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { bringIn, ordersCsv } from './shots-data.mjs';
import { ownerCookie, startServer, untilFresh } from './server.mjs';

const docs = resolve(dirname(fileURLToPath(import.meta.url)), '../../docs');
const readme = process.argv.includes('--readme');
// `--only zh-light-1440` takes one of the eight sets.
const only = process.argv[process.argv.indexOf('--only') + 1 || process.argv.length];
const languages = { zh: 'zh-CN', en: 'en-GB' };
const sizes = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

const server = process.env.HUITOU_E2E_URL ? null : await startServer({ demo: true });
const url = process.env.HUITOU_E2E_URL ?? server.url;
const browser = await chromium.launch({ executablePath: process.env.HUITOU_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const cookie = await ownerCookie(url);
  await untilFresh(url, { cookie });
  const ask = async (path) => (await fetch(`${url}/api/v1${path}`, { headers: { cookie } })).json();
  const [customer] = (await ask('/customers?sort=-orders&limit=1')).items;
  const [imported] = (await ask('/imports?limit=1')).items;
  await bringIn(url, cookie);
  const [undone] = (await ask('/imports?limit=1')).items;
  const pages = {
    today: '/today', customers: '/customers', duplicates: '/customers/duplicates', bin: '/customers/bin', prune: '/customers/prune', customer: `/customers/${customer.id}`, overview: '/insights/overview', grid: '/insights/grid',
    'grid-cell': '/insights/grid?cell=silent-fan', 'grid-flows': `/insights/grid?since=${new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)}`, rfm: '/insights/rfm', 'rankings-customers': '/insights/rankings',
    'rankings-products': '/insights/rankings?of=products', rhythm: '/insights/rhythm', imports: '/data/imports', import: `/data/imports/${imported.id}`, 'import-undone': `/data/imports/${undone.id}`,
    'import-new': '/data/imports/new', exports: '/data/exports', mappings: '/data/mappings', 'settings-rates': '/settings/rates', 'settings-shops': '/settings/shops', 'settings-counts': '/settings/counts', 'settings-limits': '/settings/limits', 'settings-levels': '/settings/levels',
    'settings-users': '/settings/users', 'settings-tokens': '/settings/tokens', 'settings-audit': '/settings/audit',
  };
  if (readme) {
    await mkdir(join(docs, 'images'), { recursive: true });
    for (const [language, ending] of [['en', 'png'], ['zh', 'zh.png']])
      await shoot({ language, theme: 'light', size: sizes[0], pages: { grid: pages.grid, overview: pages.overview }, file: (name) => join(docs, 'images', `${name}.${ending}`) });
  } else {
    for (const language of Object.keys(languages))
      for (const theme of ['light', 'dark'])
        for (const size of sizes) {
          const set = `${language}-${theme}-${size.width}`;
          if (only && only !== set) continue;
          const folder = join(docs, 'shots', set);
          await mkdir(folder, { recursive: true });
          await shoot({ language, theme, size, pages, file: (name) => join(folder, `${name}.png`) });
        }
  }
} finally {
  await browser.close();
  await server?.stop();
}

async function shoot({ language, theme, size, pages, file }) {
  const context = await browser.newContext({ viewport: size, locale: languages[language], timezoneId: 'Asia/Shanghai', colorScheme: theme, reducedMotion: 'reduce', deviceScaleFactor: readme ? 2 : 1 });
  await context.addInitScript(([chosenLanguage, chosenTheme]) => {
    localStorage.setItem('huitou.language', chosenLanguage);
    localStorage.setItem('huitou.theme', chosenTheme);
  }, [language, theme]);
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${language} ${theme}: ${error.message}`));
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(url + path);
    await page.waitForLoadState('networkidle');
    // Charts draw in for 200 ms after their data came.
    await page.waitForTimeout(500);
    await page.screenshot({ path: file(name), fullPage: !readme && name !== 'grid-cell' });
  }
  if (!readme) await shootImport(page, file, pages.import);
  await context.close();
}

/** The states that have no address: the mapping of a known layout, its trial, a layout that is new, the question before an undo. */
async function shootImport(page, file, stays) {
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
    await page.locator('table').waitFor();
  };
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
