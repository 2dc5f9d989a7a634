import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Json } from '../json/json.ts';
import { processOf } from '../record/process.ts';
import { recordScope } from '../record/scope.ts';
import type { Outcome } from './contract.ts';
import { fixture } from './fixtures/definitions.ts';
import { Store } from './fixtures/store.ts';
import { Workspace } from './workspace.ts';

const process = fixture('two-by-four');
const NOW = '2025-03-20T09:00:00+08:00';

function opened(): Store {
  const to = new Store([process], NOW);
  const outcome = to.run(
    {
      kind: 'create',
      recordId: 'p',
      definitionId: 'two-by-four',
      orgId: 'village1',
      subject: { id: 'x1', title: '林某' },
      data: {},
    },
    'filler1',
  );
  assert.ok(outcome.ok);
  return to;
}

function step(
  to: Store,
  name: string,
  by: string,
  values: Record<string, Json> = {},
  more: { action?: 'done' | 'return'; reason?: string } = {},
): Outcome {
  const { action = 'done', ...rest } = more;
  return to.run(
    {
      kind: 'step',
      recordId: 'p',
      revision: to.get('p').revision,
      step: name,
      action,
      changes: Object.keys(values).map((key) => ({ pointer: `/${key}`, value: values[key] })),
      ...rest,
    },
    by,
  );
}

function refused(outcome: Outcome): string {
  if (outcome.ok) assert.fail('it was carried out');
  return `${outcome.refusal.code} ${outcome.refusal.problems.map(({ pointer, reason }) => pointer + reason['zh-CN']).join(' ')}`;
}

function view(to: Store): string[] {
  const record = to.get('p');
  const found = processOf(
    process,
    record,
    recordScope(new Workspace(to.snapshot(), null, to.now).scopeInput(process, record)),
  );
  return (found?.steps ?? []).map(
    ({ step: { id }, status, delayDays }) => `${id} ${status}${delayDays ? ` ${delayDays}` : ''}`,
  );
}

function done(outcome: Outcome): void {
  if (!outcome.ok) assert.fail(refused(outcome));
}

describe('a process of two stages with four steps each', () => {
  it('opens steps in order, with their dates, and derives what is overdue', () => {
    const to = opened();
    assert.deepEqual(view(to), [
      'apply active',
      'talk pending',
      'file pending',
      'contact pending',
      'select pending',
      'watch pending',
      'vote pending',
      'decide pending',
    ]);
    assert.match(refused(step(to, 'talk', 'filler1', { talkedOn: '2025-03-01' })), /guard 须先完成“递交申请”/);
    assert.match(refused(step(to, 'apply', 'filler1')), /invalid \/appliedOn请填写“申请日期”/);
    assert.match(refused(step(to, 'apply', 'filler1', { appliedOn: '2025-04-01' })), /不能晚于今天/);
    done(step(to, 'apply', 'filler1', { appliedOn: '2025-02-10' }));
    assert.equal(view(to)[1], 'talk overdue 10');
    assert.match(refused(step(to, 'talk', 'filler1', { talkedOn: '2025-02-09' })), /最早可在 2025-02-10/);
    done(step(to, 'talk', 'filler1', { talkedOn: '2025-03-15' }));
    assert.deepEqual(view(to).slice(1, 5), ['talk done 5', 'file active', 'contact active', 'select pending']);
    assert.deepEqual([to.get('p').steps?.['talk']?.on, to.get('p').data['doneCount']], ['2025-03-15', 2]);
  });

  it('lets side-by-side steps be done in any order, by those who may, and sets the state', () => {
    const to = opened();
    done(step(to, 'apply', 'filler1', { appliedOn: '2025-03-01' }));
    done(step(to, 'talk', 'filler1', { talkedOn: '2025-03-10' }));
    done(step(to, 'contact', 'filler1'));
    assert.match(refused(step(to, 'file', 'filler1', { filedNo: '1' })), /forbidden 须由上级组织的审核人员办理/);
    done(step(to, 'file', 'reviewerA', { filedNo: '备〔2025〕1号' }));
    assert.equal(view(to)[5], 'watch active', 'it opens as soon as the step before it is active');
    done(step(to, 'select', 'filler1'));
    assert.equal(to.get('p').state, 'candidate');
    assert.match(refused(step(to, 'select', 'filler1')), /已经完成/);
    done(step(to, 'watch', 'filler1'));
    assert.match(refused(step(to, 'vote', 'filler1', { votesFor: 2 })), /guard 赞成票须不少于 3 票/);
    done(step(to, 'vote', 'filler1', { votesFor: 3 }));
    done(step(to, 'decide', 'reviewerC', { decidedOn: '2025-03-20' }));
    assert.deepEqual([to.get('p').state, view(to)[7], to.get('p').data['doneCount']], ['decided', 'decide done', 8]);
    const record = to.get('p');
    const found = processOf(
      process,
      record,
      recordScope(new Workspace(to.snapshot(), null, to.now).scopeInput(process, record)),
    );
    assert.deepEqual(
      found?.warnings.map((text) => text['zh-CN']),
      ['一天内办理超过 3 步，请核对是否补录。'],
    );
    assert.equal(found?.current, undefined);
  });

  it('returns a step with a reason, the last one first, and falls back to the state before', () => {
    const to = opened();
    for (const [name, by, values] of [
      ['apply', 'filler1', { appliedOn: '2025-03-01' }],
      ['talk', 'filler1', { talkedOn: '2025-03-10' }],
      ['contact', 'filler1', {}],
      ['file', 'reviewerA', { filedNo: '1' }],
      ['select', 'filler1', {}],
    ] as const)
      done(step(to, name, by, values));
    assert.match(
      refused(step(to, 'contact', 'filler1', {}, { action: 'return', reason: '联系人有误' })),
      /须先退回后续步骤“确定对象”/,
    );
    assert.match(refused(step(to, 'select', 'filler1', {}, { action: 'return', reason: '误' })), /不少于 5 个字/);
    const long = refused(step(to, 'select', 'filler1', {}, { action: 'return', reason: '补'.repeat(1001) }));
    assert.match(long, /理由最多 1000 个字/);
    done(step(to, 'select', 'filler1', {}, { action: 'return', reason: '公示材料缺失' }));
    assert.deepEqual(
      [to.get('p').state, view(to)[4], to.get('p').history[to.get('p').history.length - 1]?.act],
      ['applicant', 'select returned', 'return:select'],
    );
    done(step(to, 'contact', 'filler1', {}, { action: 'return', reason: '联系人有误' }));
    assert.equal(view(to)[4], 'select pending');
  });

  it('rests in the states that say so', () => {
    const to = opened();
    const outcome = to.run(
      { kind: 'move', track: 'item', move: 'suspend', recordId: 'p', revision: 0, reason: '本人长期外出' },
      'filler1',
    );
    assert.ok(outcome.ok);
    assert.match(refused(step(to, 'apply', 'filler1', { appliedOn: '2025-03-01' })), /当前为“中止”，流程暂停/);
  });
});
