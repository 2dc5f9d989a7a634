import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuilderSession } from './session.ts';

const TEXT =
  '{ "$schema": "https://jiceng.dev/schemas/definition/1.json", "id": "a", "version": "1.0.0", "title": "登记表", "subject": "organisation", "purpose": { "readBy": "county", "decision": "联系" }, "record": { "type": "object", "properties": { "phone": { "type": "string", "title": "电话" } } } }';
const did = { title: { 'zh-CN': '改名', en: 'rename' } };

describe('a session', () => {
  it('keeps the last definition that was admitted while the present one is wrong, and says what is', () => {
    const session = new BuilderSession(TEXT);
    assert.equal(session.checked.value.ok, true);
    session.edit(did, [{ set: '/rules', value: [{ field: '/phone', required: 'nobody=1' }] }]);
    assert.match(session.problems.value[0]?.pointer ?? '', /^\/rules\/0/);
    assert.equal(session.definition.value?.rules, undefined);
    session.undo();
    assert.equal(session.checked.value.ok, true);
    assert.equal(session.said.value, '已撤销：改名');
  });

  it('changes nothing while the text is not JSON, and tells where it is broken', () => {
    const session = new BuilderSession(TEXT, {}, 'en');
    session.document.setText(did, TEXT.slice(0, -1));
    assert.equal(session.edit(did, [{ set: '/title', value: 'x' }]), false);
    assert.match(session.said.value, /not JSON at line 1/);
    assert.equal(session.definition.value, undefined);
  });
});
