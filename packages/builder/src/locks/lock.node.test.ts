import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { template } from '@jiceng/core/definition/fixtures/templates.js';
import type { LocalPart } from '@jiceng/core/generated/local-part.js';
import { writeJson } from '../document/write-json.ts';
import { BuilderSession } from '../session/session.ts';
import { drawnPart, openLocalPart } from './local-session.ts';
import { lockOf } from './lock-of.ts';

const part = JSON.parse(
  readFileSync(new URL('../../../../schemas/locals/organisation-life-liudai.json', import.meta.url), 'utf8'),
) as LocalPart;
const core = template(part.extends.id);
const title = { 'zh-CN': '修改', en: 'Change' };

describe('locks', () => {
  it('let a township draw its own part of the county’s form, and nothing else', () => {
    const session = openLocalPart(core, part);
    assert.deepEqual(session.problems.value, []);
    const view = core.view?.length ?? 0;
    assert.equal(lockOf(session, '/view/0')?.en.includes('level above'), true);
    assert.equal(lockOf(session, `/view/${view}`), undefined);
    assert.equal(
      session.edit({ title }, [
        { set: '/record/properties/x_more', value: { type: 'string', title: '补充' } },
        { insert: `/view/${view}/fields/-`, value: '/x_more' },
      ]),
      true,
    );
    const text = session.document.text.value;
    assert.equal(session.edit({ title }, [{ set: '/title', value: '改' }]), false);
    assert.match(session.said.value, /上级统一规定/);
    for (const edit of [
      { remove: '/record/properties/x_more' },
      { rename: '/record/properties/x_more', to: 'more' },
    ] as const)
      assert.equal(session.edit({ title }, [edit]), 'remove' in edit);
    assert.equal(session.edit({ title }, [{ move: `/view/${view}`, to: '/view/0' }]), false);
    assert.notEqual(session.document.text.value, text);
    assert.equal(drawnPart(session)?.id, part.id);
    assert.ok(!session.document.text.value.includes('"title": "改"'));
  });
  it('tell of a core that was changed as text', () => {
    const session = openLocalPart(core, part);
    session.document.setText(
      { title },
      session.document.text.value.replace(`"title": "${core.title}"`, '"title": "改"'),
    );
    assert.deepEqual(
      session.problems.value.map(({ code }) => code),
      ['locked'],
    );
  });
  it('hold the county’s parameters for those below it', () => {
    const standard = template('branch-standard');
    const open = (level?: 'township' | 'county') =>
      new BuilderSession(writeJson(standard as never), level === undefined ? {} : { level });
    const change = [{ set: '/parameters/secretaryHours/value', value: 60 }] as const;
    assert.equal(open('township').edit({ title }, change), false);
    assert.equal(open('township').edit({ title }, [{ remove: '/parameters' }]), false);
    assert.equal(open('township').edit({ title }, [{ set: '/parameters/staleDays/value', value: 90 }]), true);
    assert.equal(open('county').edit({ title }, change), true);
    assert.equal(open().edit({ title }, change), true);
  });
});
