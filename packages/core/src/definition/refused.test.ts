import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { admit } from './admit.ts';

interface Case {
  readonly rule: string;
  readonly definition: unknown;
  readonly expect: readonly { readonly pointer: string; readonly code: string }[];
}

const folder = new URL('../../../../schemas/invalid/', import.meta.url);
const known = new Set(Array.from(readFileSync(new URL('README.md', folder), 'utf8').matchAll(/`([a-z]+(?:-[a-zA-Z]+)*)`/g), ([, code]) => code));

describe('definitions that must be refused', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  assert.ok(files.length > 60);
  for (const file of files) {
    const { rule, definition, expect } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Case;
    it(`${file}: ${rule}`, () => {
      const result = admit(definition);
      const found = result.ok ? [] : result.problems.map(({ pointer, code }) => ({ pointer, code }));
      for (const wanted of expect) {
        assert.ok(found.some(({ pointer, code }) => pointer === wanted.pointer && code === wanted.code), `wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
        assert.ok(known.has(wanted.code) || /^(schema|formula)-/.test(wanted.code), `${wanted.code} is not in the README`);
      }
      if (!result.ok) for (const { reason } of result.problems) assert.ok(reason['zh-CN'].length > 0 && reason.en.length > 0);
    });
  }
});
