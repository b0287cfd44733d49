// How long each page takes in a real browser, from the click to the last figure: `node pace.mjs URL` prints a line of JSON a page. The host is one that lets visitors of this machine in.
import { chromium } from '@playwright/test';
import { ownerCookie, untilFresh } from './server.mjs';

const rounds = 5;
const url = process.argv[2];
const cookie = await ownerCookie(url);
await untilFresh(url, { cookie });
const ask = async (path) => (await fetch(`${url}/api/v1${path}`, { headers: { cookie } })).json();
const { items } = await ask('/customers?sort=-orders&limit=50');
const [imported] = (await ask('/imports?limit=1')).items;
const since = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const pages = [
  ['today', () => '/today'],
  ['overview', () => '/insights/overview'],
  ['grid', () => '/insights/grid'],
  ['grid and who moved', (round) => `/insights/grid?since=${since(90 + round)}`],
  ['RFM', () => '/insights/rfm'],
  ['rhythm', () => '/insights/rhythm'],
  ['rankings', () => '/insights/rankings'],
  ['rankings of products', () => '/insights/rankings?of=products'],
  ['customers', () => '/customers'],
  ['customers, sorted', (round) => `/customers?sort=${round % 2 ? '' : '-'}netSales`],
  ['customers, a page deep down', (round) => `/customers?page=${5_000 + round}`],
  ['customers, a name', (round) => `/customers?search=${encodeURIComponent('王李陈刘张'[round % 5])}`],
  ['a customer', (round) => `/customers/${items[round % items.length].id}`],
  ['prune list', () => '/customers/prune'],
  ['duplicates', () => '/customers/duplicates'],
  ['bin', () => '/customers/bin'],
  ['imports', () => '/data/imports'],
  ['an import', () => `/data/imports/${imported.id}`],
  ['exports', () => '/data/exports'],
  ['settings, limits', () => '/settings/limits'],
  ['audit', () => '/settings/audit'],
];

const browser = await chromium.launch({ executablePath: process.env.HUITOU_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  await page.addInitScript(watchRequests);
  await page.goto(`${url}/today`);
  await page.waitForLoadState('networkidle');
  const times = new Map(pages.map(([name]) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const [name, path] of pages) times.get(name).push(await page.evaluate(visit, path(round)));
  for (const [name, [first, ...warm]] of times) {
    warm.sort((a, b) => a - b);
    console.log(JSON.stringify({ page: name, first, median: warm[Math.floor(warm.length / 2)], longest: warm.at(-1) }));
  }
} finally {
  await browser.close();
}

/** Counts what the page has asked for and not yet heard of. */
function watchRequests() {
  window.waiting = 0;
  const { fetch } = window;
  window.fetch = async (...args) => {
    window.waiting++;
    try {
      return await fetch(...args);
    } finally {
      window.waiting--;
    }
  };
}

/** Goes to a page as a click does, and tells after how many milliseconds it stood still: nothing asked for, nothing loading. */
function visit(path) {
  const start = performance.now();
  history.pushState(null, '', path);
  window.dispatchEvent(new PopStateEvent('popstate'));
  return new Promise((done) => {
    let quietSince = 0;
    const look = () => {
      const now = performance.now();
      const busy = window.waiting > 0 || document.querySelector('.ant-skeleton, .ant-spin-spinning') !== null;
      quietSince = busy ? 0 : quietSince || now;
      // A page may ask once more for what the first answer named.
      if (quietSince && now - quietSince > 150) done(quietSince - start);
      else if (now - start > 30_000) done(now - start);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
