import { expect } from '@open-wc/testing';
import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { loadGate, verdictOn } from './gate.ts';
import { snapshotOf, Sight } from './sight.ts';
import { PROBLEMS } from './test-definition.ts';

const store = (definition: Definition): Snapshot =>
  snapshotOf(new Sight({ definition, now: '2025-09-15T09:30:00+08:00', locale: 'zh-CN' }), []);

describe('the gate of elements over records', () => {
  it('judges what no store has let in, once it is loaded; what a store holds has been judged', async () => {
    expect(verdictOn(PROBLEMS, undefined), 'not loaded').to.equal(undefined);
    expect(verdictOn(PROBLEMS, store(PROBLEMS))).to.deep.equal({ ok: true, value: PROBLEMS });
    const copy = { ...PROBLEMS, moves: 'none' } as unknown as Definition;
    expect(verdictOn(copy, store(PROBLEMS)), 'of the same id only').to.equal(undefined);
    await loadGate();
    expect(verdictOn(PROBLEMS, undefined)?.ok).to.equal(true);
    expect(verdictOn(copy, store(PROBLEMS))?.ok).to.equal(false);
    expect(verdictOn('problems.json' as unknown as Definition, undefined)?.ok).to.equal(false);
  });
});
