import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'node:test';
import { withLocalParts } from '../admit/local-part.ts';
import { template } from './fixtures/templates.ts';
import { withoutLocalParts } from './without-local.ts';

const folder = new URL('../../../../schemas/locals/', import.meta.url);

it('the core of a definition with local parts is what it was before they were added', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'index.json')) {
    const part = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { extends: { id: string } };
    const core = template(part.extends.id);
    const whole = withLocalParts(core, [part]);
    assert.ok(whole.ok);
    assert.notDeepEqual(whole.value, core);
    assert.deepEqual(withoutLocalParts(whole.value), core, name);
    assert.equal(withoutLocalParts(core), core);
  }
});
