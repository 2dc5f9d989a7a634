import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from '@jiceng/core/fixtures/fast-check.js';
import { withOwnEnds, withPlainEnds } from './line-ends.ts';

describe('ends of lines', () => {
  it('stay what they were around a change; new lines end like the first', () => {
    assert.equal(
      withOwnEnds('{\r\n  "a": 1\r\n}\r\n', '{\n  "a": 1,\n  "b": 2\n}\n'),
      '{\r\n  "a": 1,\r\n  "b": 2\r\n}\r\n',
    );
    assert.equal(withOwnEnds('{\n}', '{\n\n}'), '{\n\n}');
  });

  it('are lost nowhere, however they are mixed and whatever is changed', () => {
    const text = fc.array(fc.constantFrom('a', '"', '\n', '\r\n', ' ')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, edited) => {
        const after = withOwnEnds(before, withPlainEnds(edited));
        assert.equal(withPlainEnds(after), withPlainEnds(edited));
        assert.equal(withOwnEnds(before, withPlainEnds(before)), before);
      }),
    );
  });
});
