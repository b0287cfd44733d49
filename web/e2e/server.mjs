import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const binary = process.env.HUITOU_BIN ?? join(root, 'artifacts/bin/Huitou.Cli/release/huitou');
const patience = 120_000;

/** Starts Huitou as it is shipped, on a fresh data folder and a port of the system's choosing; `stop` ends it and removes the folder. */
export async function startServer({ demo = false } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'huitou-e2e-'));
  const child = spawn(binary, ['serve', '--url', 'http://127.0.0.1:0', ...(demo ? ['--demo'] : [])], {
    env: { ...process.env, HUITOU_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((_, fail) => {
    child.once('error', (error) => fail(new Error(`${binary} could not be started: ${error.message}`)));
    child.once('exit', (code) => fail(new Error(`${binary} ended with ${code}:\n${said}`)));
  });
  ended.catch(() => undefined);
  const printed = new Promise((done) => {
    const listen = (chunk) => {
      said += chunk;
      const url = /Huitou is at (\S+)/.exec(said)?.[1];
      const link = /Set it up, once, at (\S+)/.exec(said)?.[1] ?? null;
      if (url && (demo || link)) done({ url, link });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', (chunk) => (said += chunk));
  });
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error(`${binary} printed no address:\n${said}`)), patience).unref());
  const { url, link } = await Promise.race([printed, ended, late]);
  const stop = async () => {
    child.removeAllListeners('exit');
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
    await rm(data, { recursive: true, force: true });
  };
  return { url, link, stop };
}

/** Waits until the reports follow all that was imported. */
export async function untilFresh(url, headers = {}) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await fetch(`${url}/api/v1/freshness`, { headers });
    if (answer.ok) {
      const fresh = await answer.json();
      if (fresh.orders > 0 && fresh.behind === 0 && !fresh.building) return fresh;
    }
    if (Date.now() > end) throw new Error(`The reports did not catch up: ${answer.status}`);
    await new Promise((next) => setTimeout(next, 300));
  }
}

/** A demo server lets visitors of this machine in as its owner; scripts need the cookie that the browser would get. */
export async function ownerCookie(url) {
  const answer = await fetch(`${url}/api/v1/session`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}
