// Generated formulas for the comparison with LibreOffice: a grammar as data, and a seeded choice.
import { TEMPLATES } from './formula-templates.ts';

/** One formula; `theirs` is what LibreOffice calculates instead, where it lacks a function. */
export interface Case {
  readonly group: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Rules of the grammar: each text is a choice, `<x>` goes on with rule x. Bounded by depth: beyond it only the first
 * entries are taken.
 */
const RULES: Readonly<Record<string, { readonly plain: readonly string[]; readonly deep: readonly string[] }>> = {
  n: {
    plain: [
      'members',
      'fullMembers',
      'score',
      'target',
      'rate',
      'loss',
      'half',
      '1',
      '2',
      '3',
      '10',
      '0.1',
      '0.2',
      '2.5',
      '100',
      '7',
      '12.5',
      '-3',
      '0.75',
    ],
    deep: [
      '(<n>+<n>)',
      '(<n>-<n>)',
      '<n>*<n>',
      '(<n>/<n>)',
      '-<n>',
      '<n>%',
      'ROUND(<n>,<i>)',
      'IF(<b>,<n>,<n>)',
      'MIN(<n>,<n>)',
      'MAX(<n>,<n>,0)',
      'ABS(<n>)',
      'SUM(<n>,<n>)',
      'INT(<n>)',
    ],
  },
  i: { plain: ['0', '1', '2', '3', '1', '2', '-1'], deep: ['LEN(<t>)'] },
  k: { plain: ['1', '2', '3', '4', '5'], deep: [] },
  t: {
    plain: ['title', 'code', '名称', '"abc"', '"Hello World"', '"党员大会"', 'spaced', '""', '"a,b"', '"x"'],
    deep: ['<t>&<t>', 'LEFT(<t>,<k>)', 'UPPER(<t>)', 'IF(<b>,<t>,<t>)', 'MID(<t>,<k>,<k>)', '<t>&<k>'],
  },
  b: {
    plain: ['done', 'late', 'TRUE', 'members>30', 'score>=85', 'nothing=0', 'half<0.5'],
    deep: ['<n>><n>', '<n><=<n>', '<t>=<t>', 'AND(<b>,<b>)', 'OR(<b>,<b>)', 'NOT(<b>)', '<n>=<n>', '<n><><n>'],
  },
  d: {
    plain: ['startOn', 'dueOn', 'heldOn', 'DATE(2025,12,31)', 'DATE(2024,2,29)', 'DATE(2026,1,1)'],
    deep: ['EDATE(<d>,<i>)', 'EOMONTH(<d>,<i>)', '(<d>+<k>)'],
  },
  c: { plain: ['items.points', 'items.weight', 'items.rising', 'items.points', 'items.mixed'], deep: [] },
  p: { plain: ['items.points', 'items.weight', 'items.rising'], deep: ['(<p>*<p>)', '(<p>+<k>)', '(<p>><k>)*<p>'] },
  crit: {
    plain: [
      '">3"',
      '">=4"',
      '"<5"',
      '"<>8"',
      '"=2.5"',
      '8',
      '2',
      '"meeting"',
      '"lect*"',
      '"?ote"',
      '"<>meeting"',
      '"<>"',
      '"x"',
      '">"&<k>',
      '"*e*"',
      '"o~*r"',
    ],
    deep: [],
  },
  any: { plain: ['items.kind', 'items.points', 'items.mixed', 'items.rising', 'items.weight'], deep: [] },
  v: {
    plain: ['nothing', 'members', 'title', 'done', '1/0', 'NA()', '"7"', 'loss', 'digits'],
    deep: ['<n>', '<t>', '<b>'],
  },
};

/** Numbers from 0 to 1 in a row that `seed` fixes (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** At least `count` different formulas, spread evenly over the templates. */
export function makeCases(seed: number, count: number): Case[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const templates = Object.entries(TEMPLATES).flatMap(([group, texts]) => texts.map((text) => ({ group, text })));
  const found = new Map<string, Case>();
  const expand = (text: string, depth: number): string =>
    text.replace(/<([a-z]+)>/g, (_, rule: string) => {
      const { plain, deep } = RULES[rule] as (typeof RULES)[string];
      return expand(pick(depth > 0 && deep.length > 0 && next() < 0.45 ? deep : plain), depth - 1);
    });
  /** Both sides of `⇒` must make the same choices: a slot is filled once per rule and place. */
  const expandPair = (text: string): [string, string] => {
    const filled = new Map<string, string>();
    const fill = (side: string): string => {
      const seen = new Map<string, number>();
      return side.replace(/<([a-z]+)>/g, (slot, rule: string) => {
        const at = seen.get(rule) ?? 0;
        seen.set(rule, at + 1);
        const key = `${rule}${at}`;
        if (!filled.has(key)) filled.set(key, expand(slot, 2));
        return filled.get(key) as string;
      });
    };
    const [ours = '', theirs = ours] = text.split(' ⇒ ');
    return [fill(ours), fill(theirs)];
  };
  for (let round = 0; found.size < count && round < 200; round++) {
    for (const { group, text } of templates) {
      const [ours, theirs] = expandPair(text);
      if (ours.length < 400) found.set(ours, { group, ours, theirs });
    }
  }
  return [...found.values()];
}
