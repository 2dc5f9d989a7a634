import type { AppliesTo, Definition, NumberOrFormula, Score, ScoreItem } from '../../generated/definition.ts';
import { toPointer } from '../../json/pointer.ts';
import { itemsInForce, type OrgKind } from '../../score/plan.ts';
import { toUnits, toPoints } from '../../score/units.ts';
import { problem, type Bilingual, type Problem } from '../../text/problem.ts';

/** What each method needs besides the value, and what that is called. */
const NEEDS: Readonly<
  Partial<Record<ScoreItem['method'], { readonly key: keyof ScoreItem; readonly words: Bilingual }>>
> = {
  countCap: { key: 'required', words: { 'zh-CN': '应完成多少', en: 'how many are required' } },
  threshold: { key: 'steps', words: { 'zh-CN': '达到多少得多少分', en: 'what earns how many points' } },
};

/**
 * What is wrong with the score of an admitted document: sums, ids, replacements, references, parts that a method needs.
 */
export function checkScore(definition: Definition): Problem[] {
  const { score } = definition;
  if (!score) return [];
  return [
    ...checkIds(score),
    ...checkItems(score),
    ...checkReferences(score),
    ...checkSums(score, definition.filing?.by),
  ];
}

interface Placed {
  readonly item: ScoreItem;
  readonly pointer: string;
  readonly dimension: number;
}

function placedItems(score: Score): Placed[] {
  return score.dimensions.flatMap(({ items }, at) =>
    items.map((item, index) => ({
      item,
      dimension: at,
      pointer: toPointer(['score', 'dimensions', at, 'items', index]),
    })),
  );
}

function checkIds(score: Score): Problem[] {
  const problems: Problem[] = [];
  const unique = (entries: readonly { readonly id: string; readonly pointer: string }[]) => {
    const seen = new Set<string>();
    for (const { id, pointer } of entries) {
      if (seen.has(id))
        problems.push(
          problem(
            `${pointer}/id`,
            'score-duplicate-id',
            `编号“${id}”重复，请改用不同的编号。`,
            `the id ${id} is used twice; give each its own`,
          ),
        );
      seen.add(id);
    }
  };
  const listed = (key: 'dimensions' | 'veto' | 'bands') =>
    (score[key] ?? []).map(({ id }, at) => ({ id, pointer: toPointer(['score', key, at]) }));
  unique(placedItems(score).map(({ item, pointer }) => ({ id: item.id, pointer })));
  unique(listed('dimensions'));
  unique(listed('veto'));
  unique(listed('bands'));
  return problems;
}

function checkItems(score: Score): Problem[] {
  return placedItems(score).flatMap(({ item, pointer }) => {
    const problems: Problem[] = [];
    const need = NEEDS[item.method];
    if (need && item[need.key] === undefined && !score.over) {
      problems.push(
        problem(
          pointer,
          'score-method-needs',
          `请为“${item.title}”填写${need.words['zh-CN']}。`,
          `“${item.title}”: say ${need.words.en}`,
        ),
      );
    }
    if (item.method === 'auto' && item.value === undefined && !score.over) {
      problems.push(
        problem(
          pointer,
          'score-method-needs',
          '自动计算的指标需要填写取值公式。',
          'an automatic item needs a value formula',
        ),
      );
    }
    if (item.method === 'manual' && item.value !== undefined) {
      problems.push(
        problem(
          `${pointer}/value`,
          'score-manual-value',
          '人工评分的指标不能有取值公式。',
          'a manual item has no value formula',
        ),
      );
    }
    if (!score.over && score.entries === undefined && (item.method === 'manual' || item.value === undefined)) {
      problems.push(
        problem(
          pointer,
          'score-no-entries',
          '需要人工填写的指标要先指定评分录入字段 entries。',
          'items that people answer need the field for entries',
        ),
      );
    }
    if (item.method === 'deduct' && item.direction === 'up') {
      problems.push(
        problem(
          `${pointer}/direction`,
          'score-direction',
          '扣分制指标的取值越高得分越低，不能设为“越高越好”。',
          'a deduction pays less for a higher value',
        ),
      );
    }
    for (const [index, step] of (item.steps ?? []).entries()) {
      if (typeof step.points === 'number' && step.points > item.max) {
        problems.push(
          problem(
            `${pointer}/steps/${index}/points`,
            'score-step-above-max',
            `得分 ${step.points} 超过本项分值 ${item.max}。`,
            `${step.points} points are more than the item's ${item.max}`,
          ),
        );
      }
    }
    if (item.method === 'ratio' && item.direction === 'down' && above(item.full, 100)) {
      problems.push(
        problem(
          `${pointer}/full`,
          'score-full',
          '越低越好的比例，满分值须小于 100。',
          'where less is better the full value must be below 100',
        ),
      );
    }
    return problems;
  });
}

function above(value: NumberOrFormula | undefined, limit: number): boolean {
  return typeof value === 'number' && value >= limit;
}

function checkReferences(score: Score): Problem[] {
  const items = new Map(placedItems(score).map((placed) => [placed.item.id, placed]));
  const bands = new Set((score.bands ?? []).map(({ id }) => id));
  const problems: Problem[] = [];
  for (const { item, pointer, dimension } of items.values()) {
    if (item.replaces === undefined) continue;
    const replaced = items.get(item.replaces);
    const at = `${pointer}/replaces`;
    if (!replaced || replaced.item === item)
      problems.push(
        problem(
          at,
          'score-unknown-item',
          `没有可替换的指标“${item.replaces}”。`,
          `there is no item ${item.replaces} to replace`,
        ),
      );
    else if (replaced.dimension !== dimension)
      problems.push(
        problem(
          at,
          'score-replaces-elsewhere',
          `替换指标须与“${item.replaces}”在同一维度。`,
          `a replacement stands in the same dimension as ${item.replaces}`,
        ),
      );
    if (!item.appliesTo)
      problems.push(
        problem(
          at,
          'score-replaces-everywhere',
          '替换指标须写明适用的组织范围，否则原指标永远不会使用。',
          'a replacement must say to whom it applies, or the replaced item is never used',
        ),
      );
  }
  (score.veto ?? []).forEach(({ band }, at) => {
    if (band !== undefined && !bands.has(band)) {
      problems.push(
        problem(
          toPointer(['score', 'veto', at, 'band']),
          'score-unknown-band',
          `没有档次“${band}”。`,
          `there is no band ${band}`,
        ),
      );
    }
  });
  return problems;
}

/**
 * For every kind of organisation that the score tells apart, the items in force add up to the maximum. Kinds that it
 * does not name are all alike, so one stands for them; `filers` says which kinds fill it in at all. Scores over many
 * records start from a base and are not checked.
 */
function checkSums(score: Score, filers: AppliesTo | undefined): Problem[] {
  if (score.over) return [];
  const places = score.places ?? 2;
  const wanted = toUnits(score.max, places);
  const kinds = kindsOf(score, filers);
  /** Kinds of organisation by what is wrong for them. */
  const wrong = new Map<number, string[]>();
  for (const kind of kinds) {
    const sums = score.dimensions.map(() => 0);
    for (const { item, dimension } of itemsInForce(score, kind))
      sums[dimension] = (sums[dimension] ?? 0) + toUnits(item.max, places);
    const sum = score.dimensions.reduce((total, { adjust, cap }, at) => {
      const units = sums[at] ?? 0;
      return adjust === true ? total : total + (cap === undefined ? units : Math.min(units, toUnits(cap, places)));
    }, 0);
    if (sum === wanted) continue;
    const named = [kind.orgType, kind.orgForm, kind.orgLevel].filter((part) => part !== '').join(' / ');
    wrong.set(sum, [...(wrong.get(sum) ?? []), named]);
  }
  return [...wrong].map(([sum, named]) => {
    const points = toPoints(sum, places);
    const isAll = named.length === kinds.length || named.includes('');
    return problem(
      '/score/max',
      'score-sum',
      `${isAll ? '' : `组织“${named.join('、')}”的`}指标分值合计 ${points} 分，与满分 ${score.max} 分不一致。`,
      `items${isAll ? '' : ` for ${named.join(', ')}`} add up to ${points}, not to the maximum of ${score.max}`,
    );
  });
}

/** At most so many kinds are tried; more combinations than any score names. */
const MOST_KINDS = 2000;

function kindsOf(score: Score, filers: AppliesTo | undefined): OrgKind[] {
  const named = (key: 'orgType' | 'orgForm' | 'orgLevel'): string[] => {
    const given = filers?.[key];
    if (given) return given;
    const values = new Set<string>(['']);
    for (const { item } of placedItems(score)) (item.appliesTo?.[key] ?? []).forEach((value) => values.add(value));
    return [...values];
  };
  const kinds = named('orgType').flatMap((orgType) =>
    named('orgForm').flatMap((orgForm) => named('orgLevel').map((orgLevel) => ({ orgType, orgForm, orgLevel }))),
  );
  return kinds.slice(0, MOST_KINDS);
}
