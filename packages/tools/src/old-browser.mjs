// Chromium 80 and 86, as npm packages carry them. Today's drivers do not speak their protocol, so they are started by
// hand on one page, which reports by itself.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { npmPackage } from './npm-package.mjs';
import { cache } from './root.mjs';
import { untar } from './untar.mjs';

const versions = { 80: '2.1.1', 86: '5.3.1' };

/**
 * Unpacks an old browser on first use.
 * @param {'80' | '86'} version of Chromium
 * @returns {Promise<import('./browser.mjs').Browser>}
 */
export async function oldBrowser(version) {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('Old engines run on Linux x64 only');
  const bin = join(npmPackage('chrome-aws-lambda', versions[version]), 'bin');
  const folder = cache('old-browsers', version);
  const path = join(folder, 'chromium');
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    for (const pack of ['aws.tar.br', 'swiftshader.tar.br'])
      untar(brotliDecompressSync(readFileSync(join(bin, pack))), folder);
    await pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(`${path}.part`),
    );
    chmodSync(`${path}.part`, 0o755);
    renameSync(`${path}.part`, path); // last, so that a broken unpacking is done again
  }
  const libraries = [folder, join(folder, 'lib'), join(folder, 'aws/lib'), process.env.LD_LIBRARY_PATH];
  return { path, shell: true, env: { LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') } };
}

/**
 * Opens one page in a browser without a driver.
 * @param {import('./browser.mjs').Browser} browser
 * @param {string} url
 * @returns {{ close(): Promise<void>, log(): string, exited: Promise<number | null> }}
 */
export function openPage(browser, url) {
  const profile = mkdtempSync(join(tmpdir(), 'jiceng-old-'));
  const args = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--single-process',
    '--no-zygote',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    '--window-size=1366,768',
    url,
  ];
  const child = spawn(browser.path, args, {
    env: { ...process.env, ...browser.env, HOME: profile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      log += chunk;
    });
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      log += error.message;
      resolve(null);
    });
    child.once('exit', resolve);
  });
  return {
    exited,
    log: () => log,
    async close() {
      child.kill('SIGKILL');
      await exited;
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
