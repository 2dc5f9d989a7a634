// A small static server: several folders mounted at paths, one content policy, and in tests a place where pages report
// what they saw.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { policy } from './policy.mjs';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * @typedef {{ kind: 'csp' | 'page', body: any, from: string }} Report what a page reported, or what the browser
 *   reported about it
 */
/**
 * @typedef {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, url: URL) =>
 *   boolean | void | Promise<boolean | void>} Handler answers true when it has taken the request
 */

/**
 * @typedef {object} Options
 * @property {Record<string, string>} mounts folders by path: `{ '/': 'packages/portal/public', '/dist/': '…' }`; the
 *   longest path that fits wins
 * @property {number} [port] 0 for any free port
 * @property {boolean} [test] collect reports of pages and of the policy at /__report
 * @property {string | false} [csp] another policy, or none
 * @property {boolean} [keep] browsers may keep what they got: for files that nobody changes meanwhile
 * @property {Handler} [handle] tried before the files
 */

/**
 * The file that a path means, or nothing: no escape from the mounted folder, not even by a link, and no hidden files.
 * @param {Record<string, string>} mounts
 * @param {string} path
 */
export function fileFor(mounts, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return;
  }
  if (/[\0\\]/.test(decoded) || decoded.split('/').some((part) => part.startsWith('.'))) return;
  const [mount, folder] =
    Object.entries(mounts)
      .filter(([prefix]) => decoded.startsWith(prefix))
      .sort(([a], [b]) => b.length - a.length)[0] ?? [];
  if (mount === undefined || folder === undefined) return;
  try {
    const base = realpathSync(folder);
    let file = join(base, decoded.slice(mount.length));
    if (statSync(file).isDirectory()) file = join(file, 'index.html');
    file = realpathSync(file);
    if ((file === base || file.startsWith(base + sep)) && statSync(file).isFile()) return file;
  } catch {
    /* no such file */
  }
}

/** @param {import('node:http').IncomingMessage} request */
async function bodyOf(request, limit = 5_000_000) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8'))
    if ((body += chunk).length > limit) throw new Error('too large');
  return body;
}

/**
 * Starts the server on 127.0.0.1.
 * @param {Options} options
 */
export async function startServer({ mounts, port = 0, test = false, csp = policy, keep = false, handle }) {
  /** @type {Report[]} */
  const reports = [];
  /** @type {Set<(report: Report) => void>} */
  const waiting = new Set();
  const headers = {
    'x-content-type-options': 'nosniff',
    'cache-control': keep ? 'max-age=3600' : 'no-store',
    'referrer-policy': 'no-referrer',
    ...(csp ? { 'content-security-policy': test ? `${csp}; report-uri /__report` : csp } : {}),
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const end = (/** @type {number} */ status, text = '') =>
      response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end(text);
    try {
      if (test && request.method === 'POST' && url.pathname === '/__report') {
        const body = JSON.parse(await bodyOf(request));
        const kind = /csp-report/.test(request.headers['content-type'] ?? '') || body['csp-report'] ? 'csp' : 'page';
        const report = { kind, body: body['csp-report'] ?? body, from: request.headers.referer ?? '' };
        reports.push(/** @type {Report} */ (report));
        for (const tell of waiting) tell(/** @type {Report} */ (report));
        return void end(204);
      }
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      if (handle && (await handle(request, response, url))) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') return void end(405, 'method not allowed');
      const file = fileFor(mounts, url.pathname);
      if (!file) return void end(404, 'not found');
      // A folder's page needs the slash, or its relative links would lead astray; the page asked for by name does not.
      if (file.endsWith(`${sep}index.html`) && !url.pathname.endsWith('/') && !url.pathname.endsWith('/index.html'))
        return void response.writeHead(302, { location: `${url.pathname}/${url.search}` }).end();
      response.writeHead(200, {
        'content-type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
        'content-length': statSync(file).size,
      });
      if (request.method === 'HEAD') return void response.end();
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else end(error instanceof SyntaxError ? 400 : 500, 'error');
    }
  });
  await new Promise((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined)),
  );
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port: address.port,
    origin: `http://127.0.0.1:${address.port}`,
    reports,
    /** The violations of the policy so far. */
    violations: () => reports.filter((report) => report.kind === 'csp'),
    /** The next report of a page that fits. @param {(body: any) => boolean} fits */
    page(fits = () => true, timeout = 30_000) {
      return new Promise((resolve, reject) => {
        const old = reports.find((report) => report.kind === 'page' && fits(report.body));
        if (old) return resolve(old.body);
        const tell = (/** @type {Report} */ report) => {
          if (report.kind === 'page' && fits(report.body)) done(() => resolve(report.body));
        };
        const timer = setTimeout(
          () => done(() => reject(new Error(`The page did not report within ${timeout} ms`))),
          timeout,
        );
        const done = (/** @type {() => void} */ then) => {
          clearTimeout(timer);
          waiting.delete(tell);
          then();
        };
        waiting.add(tell);
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(undefined));
        server.closeAllConnections();
      }),
  };
}
