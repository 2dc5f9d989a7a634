import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { embedFiles, HOSTS, inMarkup } from './embed.ts';

const definition = {
  id: 'visit-2025',
  version: '1.0.0',
  title: '</script><b>${user}#{x}&amp;',
  record: { type: 'object', properties: {} },
} as unknown as Definition;

describe('embedFiles', () => {
  it('writes JSON that no page can take for markup or for an expression', () => {
    const json = inMarkup(definition);
    assert.deepEqual(JSON.parse(json), definition);
    assert.doesNotMatch(json, /[<>&]|\$\{|#\{/);
  });

  it('has code for every kind of page, with the definition in it or beside it', () => {
    for (const host of HOSTS) {
      const files = embedFiles(host, definition);
      assert.match(files[0]!.code, /jiceng\.js/, host);
      assert.ok(
        files.some(({ code }) => code.includes('<jc-form')),
        host,
      );
      const beside = files.find(({ name }) => name === 'visit-2025.json');
      if (beside) assert.deepEqual(JSON.parse(beside.code), definition);
      else assert.match(files[0]!.code, /slot="definition"/);
    }
    assert.match(embedFiles('jsp', definition)[0]!.code, /src="\$\{ctx\}\/kit\/jiceng\.js"/);
    assert.match(embedFiles('react', definition)[1]!.code, /function Visit2025\(/);
    assert.match(embedFiles('react', { ...definition, id: 'x' }, '/a/b')[0]!.code, /src="\/a\/b\/jiceng\.js"/);
  });
});
