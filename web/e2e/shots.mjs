// Pictures of every page on the demo shop: 2 languages × 2 themes × 2 sizes into docs/shots, and with --readme the README's own.
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { acts, importSteps } from './shots-acts.mjs';
import { bringIn } from './shots-data.mjs';
import { shootEmpty } from './shots-empty.mjs';
import { ownerCookie, startServer, untilFresh } from './server.mjs';

const docs = resolve(dirname(fileURLToPath(import.meta.url)), '../../docs');
const readme = process.argv.includes('--readme');
const after = (flag) => process.argv[process.argv.indexOf(flag) + 1 || process.argv.length];
// `--only zh-light-1440` takes one of the eight sets, `--page customers` what begins so.
const [only, begins] = [after('--only'), after('--page') ?? ''];
const languages = { zh: 'zh-CN', en: 'en-GB' };
const sizes = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

const server = process.env.HUITOU_E2E_URL ? null : await startServer({ demo: true });
const url = process.env.HUITOU_E2E_URL ?? server.url;
const browser = await chromium.launch({ executablePath: process.env.HUITOU_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const cookie = await ownerCookie(url);
  await untilFresh(url, { cookie });
  // The README's own show the demo shop as it comes.
  const { customer, imported, rejecting, undone, failed, view } = readme ? {} : await bringIn(url, cookie);
  const pages = {
    today: '/today', customers: '/customers', 'customers-view': `/customers?view=${view}&r=silent&f=fan`, 'customers-none': '/customers?minOrders=900', duplicates: '/customers/duplicates', bin: '/customers/bin', prune: '/customers/prune?months=1&maxOrders=5',
    'prune-none': '/customers/prune?maxOrders=0&maxNetSales=0', customer: `/customers/${customer}`, overview: '/insights/overview', 'overview-alone': '/insights/overview?period=last30&compare=none',
    grid: '/insights/grid', 'grid-cell': '/insights/grid?cell=silent-fan', 'grid-flows': `/insights/grid?since=${new Date(Date.now() - 90 * 86_400_000).toISOString().slice(0, 10)}`, rfm: '/insights/rfm', 'rankings-customers': '/insights/rankings',
    'rankings-products': '/insights/rankings?of=products', rhythm: '/insights/rhythm', touches: '/insights/touches', imports: '/data/imports', import: `/data/imports/${imported}`, 'import-rejects': `/data/imports/${rejecting}`, 'import-undone': `/data/imports/${undone}`, 'import-failed': `/data/imports/${failed}`,
    'import-new': '/data/imports/new', exports: '/data/exports', mappings: '/data/mappings', 'settings-rates': '/settings/rates', 'settings-shops': '/settings/shops', 'settings-counts': '/settings/counts', 'settings-limits': '/settings/limits', 'settings-levels': '/settings/levels',
    'settings-identity': '/settings/identity', 'settings-users': '/settings/users', 'settings-tokens': '/settings/tokens', 'settings-audit': '/settings/audit', 'not-found': '/nowhere',
  };
  if (readme) {
    await mkdir(join(docs, 'images'), { recursive: true });
    for (const [language, ending] of [['en', 'png'], ['zh', 'zh.png']])
      await shoot({ language, theme: 'light', size: sizes[0], pages: { grid: pages.grid, overview: pages.overview }, file: (name) => join(docs, 'images', `${name}.${ending}`) });
  } else {
    await inEachSet((set, file) => shoot({ ...set, pages, file }));
    if (!begins) await shootEmpty((look) => inEachSet(async (set, file) => {
      const context = await newContext(set);
      await look(await context.newPage(), file);
      await context.close();
    }));
  }
} finally {
  await browser.close();
  await server?.stop();
}

async function inEachSet(act) {
  for (const language of Object.keys(languages))
    for (const theme of ['light', 'dark'])
      for (const size of sizes) {
        const set = `${language}-${theme}-${size.width}`;
        if (only && only !== set) continue;
        const folder = join(docs, 'shots', set);
        await mkdir(folder, { recursive: true });
        await act({ language, theme, size }, (name) => join(folder, `${name}.png`));
      }
}

async function newContext({ language, theme, size }) {
  const context = await browser.newContext({ viewport: size, locale: languages[language], timezoneId: 'Asia/Shanghai', colorScheme: theme, reducedMotion: 'reduce', deviceScaleFactor: readme ? 2 : 1 });
  await context.addInitScript(([chosenLanguage, chosenTheme]) => {
    localStorage.setItem('huitou.language', chosenLanguage);
    localStorage.setItem('huitou.theme', chosenTheme);
  }, [language, theme]);
  return context;
}

async function shoot({ language, theme, size, pages, file }) {
  const context = await newContext({ language, theme, size });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => console.error(`${language} ${theme}: ${error.message}`));
  for (const [name, path] of Object.entries(pages).filter(wanted)) {
    await open(page, path);
    await page.screenshot({ path: file(name), fullPage: !readme && name !== 'grid-cell' });
  }
  if (!readme) {
    for (const [name, [of, act]] of Object.entries(acts).filter(wanted)) {
      await open(page, pages[of]);
      try {
        await act(page);
        await page.waitForTimeout(400);
        await page.screenshot({ path: file(name) });
      } catch (error) {
        console.error(`${language} ${theme} ${size.width}: ${name}: ${error.message}`);
        process.exitCode = 1;
      }
    }
    if ('import-'.startsWith(begins) || begins.startsWith('import-')) await importSteps(page, url, pages.import, file);
  }
  await context.close();
}

function wanted([name]) {
  return name.startsWith(begins);
}

async function open(page, path) {
  await page.goto(url + path);
  await page.waitForLoadState('networkidle');
  // Charts draw in for 200 ms after their data came.
  await page.waitForTimeout(500);
}
