import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { untar } from './untar.mjs';

const entry = (/** @type {string} */ name, body = '', type = '0') => {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(body.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  return Buffer.concat([header, Buffer.from(body), Buffer.alloc((512 - (body.length % 512)) % 512)]);
};

test('writes files and folders', () => {
  const folder = mkdtempSync(join(tmpdir(), 'untar-'));
  untar(Buffer.concat([entry('a/', '', '5'), entry('a/b.txt', 'hello'), Buffer.alloc(1024)]), folder);
  assert.equal(readFileSync(join(folder, 'a/b.txt'), 'utf8'), 'hello');
});

test('refuses an entry outside its folder', () => {
  const outer = mkdtempSync(join(tmpdir(), 'untar-'));
  const folder = join(outer, 'inner');
  mkdirSync(folder);
  assert.throws(() => untar(entry('../out.txt', 'x'), folder), /leaves its folder/);
  assert.ok(!existsSync(join(outer, 'out.txt')));
});
