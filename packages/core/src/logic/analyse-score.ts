import type { ScoreItem } from '../generated/definition.ts';
import { toPointer } from '../json/pointer.ts';
import type { Finding, Study } from './finding.ts';
import { isPlain } from './analyse-rules.ts';
import { fieldsIn } from './reads-fields.ts';

/** Items that never apply or never earn a point, and vetoes, bands and lamps that can never come. */
export function scoreFindings(study: Study): Finding[] {
  const { score, ledger } = study.definition;
  const found: Finding[] = [];
  score?.dimensions.forEach(({ items, adjust }, at) =>
    items.forEach((item, index) => {
      const why = adjust || score.over ? undefined : noPoints(study, item);
      if (!why) return;
      const title = ({ score: said }: Study['definition']): string | undefined =>
        said?.dimensions[at]?.items[index]?.title;
      found.push(
        study.found(
          'item-no-points',
          toPointer(['score', 'dimensions', at, 'items', index, ...why.place]),
          why.formula === undefined ? [] : fieldsIn(study, why.formula),
          (words, say) => [
            study.titled(words, title).slice(1, -1),
            words.language === 'en'
              ? why.en(why.formula === undefined ? '' : say.condition(why.formula))
              : why.zh(why.formula === undefined ? '' : say.condition(why.formula)),
          ],
        ),
      );
    }),
  );
  const never = (
    when: string | undefined,
    pointer: string,
    title: (definition: Study['definition']) => string | undefined,
  ): void => {
    if (when === undefined || isPlain(when)) return;
    const outcome = study.outcomes(when);
    if (outcome && !outcome.holds)
      found.push(
        study.found('condition-never', pointer, fieldsIn(study, when), (words, say) => [
          study.titled(words, title),
          say.condition(when),
        ]),
      );
  };
  (score?.veto ?? []).forEach(({ when }, at) =>
    never(when, `/score/veto/${at}/when`, (each) => each.score?.veto?.[at]?.title),
  );
  (score?.bands ?? []).forEach(({ when }, at) =>
    never(when, `/score/bands/${at}/when`, (each) => each.score?.bands?.[at]?.title),
  );
  (ledger?.lamp ?? []).forEach(({ when }, at) =>
    never(when, `/ledger/lamp/${at}/when`, (each) => each.ledger?.lamp?.[at]?.title),
  );
  (ledger?.counters ?? []).forEach(({ when }, at) =>
    never(when, `/ledger/counters/${at}/when`, (each) => each.ledger?.counters?.[at]?.title),
  );
  return found;
}

interface Why {
  readonly place: readonly (string | number)[];
  readonly formula?: string;
  readonly zh: (condition: string) => string;
  readonly en: (condition: string) => string;
}

/** Why an item can never earn a point; `undefined` where it can, as far as is known. */
function noPoints(study: Study, { max, method, value, applicable, steps, required, full }: ScoreItem): Why | undefined {
  const fails = (formula: string | undefined): boolean =>
    formula !== undefined && study.outcomes(formula)?.holds === false;
  if (max === 0 && method !== 'deduct') return { place: ['max'], zh: () => '分值为 0', en: () => 'it is worth 0' };
  if (applicable !== undefined && fails(applicable))
    return {
      place: ['applicable'],
      formula: applicable,
      zh: (when) => `适用条件不可能成立（${when}）`,
      en: (when) => `it never applies: it cannot be that ${when}`,
    };
  if (method === 'boolean' && value !== undefined && fails(value))
    return {
      place: ['value'],
      formula: value,
      zh: (when) => `条件不可能成立（${when}）`,
      en: (when) => `it cannot be that ${when}`,
    };
  if (method === 'threshold' && (steps ?? []).every(({ points }) => typeof points === 'number' && points <= 0))
    return { place: ['steps'], zh: () => '每一档的得分都是 0', en: () => 'every step gives 0' };
  if (method === 'countCap' && typeof required === 'number' && required <= 0)
    return { place: ['required'], zh: () => '应完成次数为 0', en: () => 'nothing is required' };
  return method === 'ratio' && typeof full === 'number' && full <= 0
    ? { place: ['full'], zh: () => '满分值为 0', en: () => 'the value for all points is 0' }
    : undefined;
}
