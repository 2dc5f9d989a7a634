// Finds a browser for tests: CHROME_PATH, an installed one, or the one that an npm package carries.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { npmPackage } from './npm-package.mjs';

const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const windows = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(Boolean);
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...windows.flatMap((dir) => [
    `${dir}\\Google\\Chrome\\Application\\chrome.exe`,
    `${dir}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
];

/**
 * @typedef {{ path: string, shell: boolean, env: Record<string, string> }} Browser `shell`: it is the headless shell;
 *   `env`: what its process needs
 */

/** @returns {Browser | undefined} a browser that this machine already has */
export function installedBrowser() {
  const { CHROME_PATH, PATH = '' } = process.env;
  if (CHROME_PATH && !existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
  const found =
    CHROME_PATH ||
    names
      .flatMap((name) => PATH.split(delimiter).map((dir) => join(dir, name)))
      .concat(places)
      .find((file) => existsSync(file));
  return found ? { path: found, shell: /headless[-_]shell/.test(found), env: {} } : undefined;
}

/** @returns {Promise<Browser>} the browser inside an npm package (65 MB; Linux on x64 only) */
export async function packagedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('No Chrome, Chromium or Edge found. Install one, or set CHROME_PATH to its program file.');
  const entry = createRequire(join(npmPackage('@sparticuz/chromium', '143.0.4'), 'x.js')).resolve(
    '@sparticuz/chromium',
  );
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'; // before the import: makes it unpack the NSS libraries it carries
  const { default: chromium } = await import(pathToFileURL(entry).href);
  const path = await chromium.executablePath();
  const LD_LIBRARY_PATH = [join(tmpdir(), 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  process.env.LD_LIBRARY_PATH = LD_LIBRARY_PATH; // launchers hand our environment on
  return { path, shell: true, env: { LD_LIBRARY_PATH } };
}

/** @returns {Promise<Browser>} */
export async function findBrowser() {
  return installedBrowser() ?? packagedBrowser();
}

/** Start options that keep a test browser quiet; web security stays on. @param {Browser} browser */
export const browserArgs = (browser) => [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(browser.shell ? ['--no-zygote'] : []),
];
