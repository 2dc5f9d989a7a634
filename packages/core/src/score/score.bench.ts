import type { Scorable } from './plan.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Formula } from '../formula/tree.ts';
import type { Score, ScoreItem } from '../generated/definition.ts';
import { scoreRecord } from './score.ts';
import type { ScoreScope } from './trace.ts';

/**
 * One card of 25 items, and the cards of 1,640 branches, in milliseconds. Run: node --conditions=@jiceng/source
 * --import tsx score.bench.ts
 */
const methods: readonly Partial<ScoreItem>[] = [
  { method: 'auto', value: 'AND(members>=3,members<=50,FACT("a/posts")>=1)' },
  { method: 'ratio', value: 'FACT("a/rate")', full: 'heldRateFull' },
  {
    method: 'threshold',
    value: 'FACT("a/closed")',
    steps: [
      { at: 90, points: 4 },
      { at: 75, points: 2 },
    ],
  },
  { method: 'countCap', value: 'FACT("a/meetings")', required: 12 },
  { method: 'boolean' },
];
const score: Score = {
  max: 100,
  entries: '/scores',
  dimensions: [0, 1, 2, 3, 4].map((at) => ({
    id: `d${at}`,
    title: `d${at}`,
    items: methods.map((more, index) => ({
      id: `i${at}x${index}`,
      title: 'item',
      max: 4,
      source: 'S000',
      method: 'auto',
      ...more,
    })),
  })),
  veto: [{ id: 'falseData', title: 'veto', when: 'members<1', band: 'notMet' }],
  bands: [
    { id: 'met', title: 'met', min: 85, minShare: 60 },
    { id: 'basicallyMet', title: 'basicallyMet', min: 70 },
    { id: 'notMet', title: 'notMet', min: 0 },
  ],
};
const formulas = new Map<string, Formula>();
const compiled: Scorable = {
  definition: {
    score,
    parameters: { heldRateFull: { title: 'full', value: 90, source: 'S002' } },
  } as unknown as Scorable['definition'],
  parameters: new Map(),
  formula(text) {
    let formula = formulas.get(text);
    if (!formula) {
      const result = parseFormula(text);
      if (!result.ok) throw new Error(text);
      formulas.set(text, (formula = result.value));
    }
    return formula;
  },
};
const scores = Object.fromEntries(
  score.dimensions.flatMap(({ items }) => items.map(({ id }) => [id, { answer: true, evidenceNote: '' }])),
);
const scopeOf = (branch: number): ScoreScope => ({
  today: '2025-09-15',
  name: (name) => (name === 'members' ? (branch * 7) % 60 : name === 'orgType' ? 'rural' : null),
  fact: ({ part }) => (part === 'value' ? 20 + (branch % 80) + 1 / 3 : 24),
  factValue: ({ id }) => ({ id, num: 20, den: 24, value: 83, sources: [] }),
});
const run = (branches: number) => {
  const start = performance.now();
  for (let branch = 0; branch < branches; branch++) scoreRecord(compiled, { data: { scores } }, scopeOf(branch));
  return performance.now() - start;
};
run(3280);
console.log(
  JSON.stringify({
    card: +(run(1000) / 1000).toFixed(4),
    branches1640: +Math.min(run(1640), run(1640), run(1640)).toFixed(1),
  }),
);
