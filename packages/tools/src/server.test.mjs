import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { policy } from './policy.mjs';
import { fileFor, startServer } from './server.mjs';

const base = mkdtempSync(join(tmpdir(), 'server-'));
mkdirSync(join(base, 'site/sub'), { recursive: true });
mkdirSync(join(base, 'lib'));
writeFileSync(join(base, 'site/index.html'), '<!doctype html>');
writeFileSync(join(base, 'site/.env'), 'hidden');
writeFileSync(join(base, 'site/sub/表 1.json'), '{}');
writeFileSync(join(base, 'lib/a.js'), '1');
writeFileSync(join(base, 'secret.txt'), 'no');
symlinkSync(join(base, 'secret.txt'), join(base, 'site/link.txt'));
const mounts = { '/': join(base, 'site'), '/lib/': join(base, 'lib') };

test('finds files of several mounts, with the longest path first', () => {
  assert.equal(fileFor(mounts, '/lib/a.js'), join(base, 'lib/a.js'));
  assert.equal(fileFor(mounts, '/'), join(base, 'site/index.html'));
  assert.equal(fileFor(mounts, '/sub/%E8%A1%A8%201.json'), join(base, 'site/sub/表 1.json'));
});

test('leaves no folder and shows nothing hidden', () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/lib/../../secret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/.env',
    '/%',
    '/a%00',
    '/sub',
    '/none.js',
  ])
    assert.equal(fileFor(mounts, path), undefined, path);
});

test('sends the policy, types and 404s', async () => {
  const server = await startServer({ mounts });
  const page = await fetch(`${server.origin}/`);
  assert.equal(page.headers.get('content-security-policy'), policy);
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
  assert.match((await fetch(`${server.origin}/lib/a.js`)).headers.get('content-type') ?? '', /^text\/javascript/);
  assert.equal((await fetch(`${server.origin}/lib/b.js`)).status, 404);
  assert.equal((await fetch(`${server.origin}/lib/a.js`, { method: 'POST' })).status, 405);
  assert.equal((await fetch(`${server.origin}/__report`, { method: 'POST', body: '{}' })).status, 405);
  await server.close();
});

test('collects reports in test mode only, and tells pages from the policy', async () => {
  const server = await startServer({ mounts, test: true });
  const send = (/** @type {unknown} */ body, type = 'application/json') =>
    fetch(`${server.origin}/__report`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    });
  const waiting = server.page((body) => body.name === 'b');
  await send({ name: 'a' });
  await send({ 'csp-report': { 'blocked-uri': 'eval' } }, 'application/csp-report');
  await send({ name: 'b', passed: 1 });
  assert.deepEqual(await waiting, { name: 'b', passed: 1 });
  assert.deepEqual(
    server.violations().map((report) => report.body),
    [{ 'blocked-uri': 'eval' }],
  );
  await assert.rejects(
    server.page((body) => body.name === 'c', 10),
    /did not report/,
  );
  assert.match((await fetch(server.origin)).headers.get('content-security-policy') ?? '', /report-uri \/__report$/);
  await server.close();
});

test('lets a handler answer first', async () => {
  const server = await startServer({
    mounts,
    handle: (_request, response, url) => url.pathname === '/api' && Boolean(response.writeHead(200).end('mine')),
  });
  assert.equal(await (await fetch(`${server.origin}/api`)).text(), 'mine');
  await server.close();
});
