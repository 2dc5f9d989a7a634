import { FORM_KINDS } from './form.ts';
import type { KindSpec } from './kind-spec.ts';
import { LEDGER_KINDS } from './ledger.ts';
import { LIFE_KINDS } from './life.ts';
import { LINK_KINDS } from './links.ts';
import { SCORE_KINDS } from './score.ts';

/**
 * What the panel shows, in which groups and order. What is not named here is left to the JSON view and to other
 * editors.
 */
export const KINDS = {
  ...FORM_KINDS,
  ...SCORE_KINDS,
  ...LEDGER_KINDS,
  ...LIFE_KINDS,
  ...LINK_KINDS,
} satisfies Readonly<Record<string, KindSpec>>;

export type KindName = keyof typeof KINDS;

/** The kind of what stands at a pointer in a definition, by its form. */
const PLACES: readonly (readonly [RegExp, KindName])[] = [
  [/^$|^\/(?:purpose|usual)$/, 'definition'],
  [/^\/record\/(?:.*\/)?(?:properties\/[^/]+)$/, 'field'],
  [/^\/view\/\d+$/, 'section'],
  [/^\/parameters\/[^/]+$/, 'parameter'],
  [/^\/score$/, 'score'],
  [/^\/score\/over$/, 'scoreOver'],
  [/^\/score\/dimensions\/\d+$/, 'scoreDimension'],
  [/^\/score\/dimensions\/\d+\/items\/\d+$/, 'scoreItem'],
  [/^\/score\/veto\/\d+$/, 'scoreVeto'],
  [/^\/score\/bands\/\d+$/, 'scoreBand'],
  [/^\/ledger$/, 'ledger'],
  [/^\/ledger\/lamp\/\d+$/, 'lampRule'],
  [/^\/ledger\/counters\/\d+$/, 'counter'],
  [/^\/states\/\d+$/, 'state'],
  [/^\/moves\/\d+$/, 'move'],
  [/^\/process$/, 'process'],
  [/^\/process\/stages\/\d+$/, 'processStage'],
  [/^\/process\/stages\/\d+\/steps\/\d+$/, 'processStep'],
  [/^\/filing$/, 'filing'],
  [/^\/facts\/\d+$/, 'fact'],
  [/^\/prefill\/\d+$/, 'prefill'],
  [/^\/handovers\/\d+$/, 'handover'],
];

/** The kind of the thing at `pointer` that is `value`; `undefined` where the panel has nothing to show. */
export function kindAt(pointer: string, value: unknown): KindName | undefined {
  const has = (key: string) =>
    typeof value === 'object' && value !== null && Object.prototype.hasOwnProperty.call(value, key);
  if (/^\/rules\/\d+$/.test(pointer)) return has('check') ? 'checkRule' : 'fieldRule';
  if (/^\/ledger\/columns\/\d+(?:\/columns\/\d+)*$/.test(pointer))
    return has('columns') ? 'ledgerGroup' : 'ledgerField';
  return PLACES.find(([form]) => form.test(pointer))?.[1];
}
