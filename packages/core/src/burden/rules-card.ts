import type { Definition } from '../generated/definition.ts';
import { itemsInForce } from '../score/plan.ts';
import { problem, type Problem } from '../text/problem.ts';
import { round, type Findings } from './findings.ts';
import { kindsOf, measureBurden } from './measure.ts';

/** B02: short score cards. */
export function shortCards(definition: Definition): Findings {
  const { score } = definition;
  if (!score || score.over) return {};
  const items = Math.max(...kindsOf(definition).map((kind) => itemsInForce(score, kind).length));
  const many = problem(
    '/score/dimensions',
    'burden-items',
    `指标 ${items} 项，建议不超过 25 项。`,
    `${items} items; at most 25 are advised`,
  );
  const warned: Problem[] = [];
  const dimensions = score.dimensions.filter(({ adjust }) => adjust !== true).length;
  if (items > 25) warned.push(many);
  if (dimensions > 5)
    warned.push(
      problem(
        '/score/dimensions',
        'burden-dimensions',
        `维度 ${dimensions} 个，建议不超过 5 个。`,
        `${dimensions} dimensions; at most 5 are advised`,
      ),
    );
  const { computedShare } = measureBurden(definition);
  if (computedShare !== null && computedShare < 60) {
    warned.push(
      problem(
        '/score/dimensions',
        'burden-computed',
        `自动计算的指标只占 ${round(computedShare)}%，建议不少于 60%。`,
        `only ${round(computedShare)}% of the items are computed; at least 60% are advised`,
      ),
    );
  }
  return items > 40 ? { blocked: [many] } : { warned };
}

/** B05: counts do not buy points, on score cards of organisations. */
export function countsBuyNothing(definition: Definition): Findings {
  const { score } = definition;
  if (!score || score.over || definition.subject === 'person') return {};
  const blocked: Problem[] = [];
  const { countingShare } = measureBurden(definition);
  if (countingShare > 20) {
    blocked.push(
      problem(
        '/score',
        'burden-counting',
        `按次计分的指标占满分的 ${round(countingShare)}%，不得超过 20%。`,
        `counting items make ${round(countingShare)}% of the maximum; at most 20% are allowed`,
      ),
    );
  }
  score.dimensions.forEach(({ items }, at) =>
    items.forEach((item, index) => {
      const pointer = `/score/dimensions/${at}/items/${index}`;
      if (item.method === 'countCap' && item.required === undefined) {
        blocked.push(
          problem(
            pointer,
            'burden-count-open',
            `按次计分的指标“${item.title}”须写明应完成次数。`,
            `the counting item ${item.title} needs a required count`,
          ),
        );
      }
    }),
  );
  return { blocked };
}

/** Traces of work that can never be scored (B06), by what facts and fields are called. */
const TRACES: readonly RegExp[] = [
  /photo|picture|screenshot|studyNote|logIn|login|onlineMinutes|onlineHours|documentSent|pressMention|wordCount/i,
  /照片|拍照|截图|笔记|登录次数|在线时长|发文数|简报数|报道数|留痕/,
];

/** B06: photos, notes, log-ins, documents sent and press mentions earn no points, whoever is scored. */
export function tracesEarnNothing({ score }: Definition): Findings {
  const blocked: Problem[] = [];
  score?.dimensions.forEach(({ items }, at) =>
    items.forEach((item, index) => {
      if (!TRACES.some((trace) => trace.test(item.title) || trace.test(item.value ?? ''))) return;
      blocked.push(
        problem(
          `/score/dimensions/${at}/items/${index}`,
          'burden-traces',
          `指标“${item.title}”以留痕数量计分，不能使用。`,
          `the item ${item.title} scores traces of work, which is not allowed`,
        ),
      );
    }),
  );
  return { blocked };
}
