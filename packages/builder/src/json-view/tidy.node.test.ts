import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuilderSession } from '../session/session.ts';
import { tidied, tidyCommand } from './tidy.ts';

describe('tidying up', () => {
  it('changes spaces alone: numbers, order of keys and strangers stay as they are written', () => {
    const text = '{"b":1.50,"$comment":"原样","10":1e3,"2":{"x-odd":[1,2]}}';
    assert.equal(tidied(text).replace(/\s/g, ''), text);
    assert.equal(tidied('{\r\n"a":1}'), '{\r\n  "a": 1\r\n}');
  });

  it('is one step of undo, and is not done where the whole is only for reading', () => {
    const session = new BuilderSession('{"a":1}');
    tidyCommand.run(session);
    assert.equal(session.document.text.peek(), '{\n  "a": 1\n}');
    session.undo();
    assert.equal(session.document.text.peek(), '{"a":1}');
    assert.ok(tidyCommand.refused?.(new BuilderSession('{}', { level: 'township' })));
  });
});
