import type { AppliesTo, Definition } from '../generated/definition.ts';
import { isLocal } from '../definition/without-local.ts';
import { pointerParts } from '../json/pointer.ts';
import { itemsInForce } from '../score/plan.ts';
import { problem, type Problem } from '../text/problem.ts';
import { round, type Findings } from './findings.ts';
import { burdenOf, concerns } from './calendar.ts';
import { isFact, kindsOf } from './measure.ts';
import { kindsAt } from './kinds.ts';
import { countedFields } from './sittings.ts';

/** A fact that two forms of the same period ask the same organisations for. */
export interface AskedTwice {
  readonly title: string;
  /** Address in the record, and place of the schema in the definition. */
  readonly field: string;
  readonly pointer: string;
  readonly other: Definition;
  readonly otherTitle: string;
}

/**
 * Facts that `definition` asks for although another form of the same period does: plain fields of one name that people
 * type.
 */
export function askedTwice(definition: Definition, others: readonly Definition[]): AskedTwice[] {
  const { filing } = definition;
  if (!filing) return [];
  const typedFacts = (form: Definition) =>
    countedFields(form).filter(({ node, typed, known, inRows }) => typed && !known && !inRows && isFact(node));
  const asked = typedFacts(definition);
  return others.flatMap((other): AskedTwice[] => {
    if (
      asked.length === 0 ||
      other.id === definition.id ||
      other.filing?.period !== filing.period ||
      !meet(filing.by, other.filing.by)
    )
      return [];
    const there = new Map(typedFacts(other).map(({ field, node }) => [field, node.title]));
    return asked.flatMap(({ node, field, pointer }) =>
      there.has(field) ? [{ title: node.title, field, pointer, other, otherTitle: there.get(field) as string }] : [],
    );
  });
}

/** B07: one fact is entered once. */
export function askedOnce(definition: Definition, others: readonly Definition[]): Findings {
  return {
    blocked: askedTwice(definition, others).map(({ title, pointer, other, otherTitle }) =>
      problem(
        pointer,
        'burden-asked-twice',
        `“${title}”已在《${other.title}》的“${otherTitle}”中填报，请改为预填并设为只读。`,
        `${title} is already collected by ${other.title} (${otherTitle}); prefill it and make it read-only`,
      ),
    ),
  };
}

/** Whether some organisation can be in both. */
function meet(a: AppliesTo | undefined, b: AppliesTo | undefined): boolean {
  return overlaps(a?.orgType, b?.orgType) && overlaps(a?.orgForm, b?.orgForm) && overlaps(a?.orgLevel, b?.orgLevel);
}

function overlaps(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value));
}

/** B14: a published version is frozen; what changes the meaning of numbers needs a new minor or major version. */
export function stableVersions(definition: Definition, others: readonly Definition[]): Findings {
  const blocked: Problem[] = [];
  for (const other of others) {
    if (other === definition || other.id !== definition.id) continue;
    const same = meaning(other) === meaning(definition);
    const [major, minor] = definition.version.split('.');
    const [otherMajor, otherMinor] = other.version.split('.');
    if (same || major !== otherMajor || minor !== otherMinor) continue;
    blocked.push(
      problem(
        '/version',
        'burden-changed-version',
        `内容与已发布的 ${other.version} 版不同，请提高版本号。`,
        `it differs from the published version ${other.version}; raise the minor or major version`,
      ),
    );
  }
  return { blocked };
}

/** What numbers depend on: the data, the parameters and the score, without words. */
function meaning({ record, parameters, score, filing }: Definition): string {
  return JSON.stringify([record, parameters, score, filing], (key, value: unknown) =>
    key === 'title' || key === 'description' ? undefined : value,
  );
}

/**
 * B24: what townships have added (`x-local`) is at most a fifth of the fields and of the points. An office's own
 * definition may name its fields as it likes.
 */
export function smallLocalPart(definition: Definition): Findings {
  const blocked: Problem[] = [];
  const fields = countedFields(definition);
  const added = new Set(
    Object.entries(definition.record.properties).flatMap(([name, schema]) => (isLocal(schema) ? [name] : [])),
  );
  const local = fields.filter(({ field }) => added.has(pointerParts(field)[0] ?? ''));
  if (local.length * 5 > fields.length)
    blocked.push(
      problem(
        local[0]?.pointer ?? '/record/properties',
        'burden-local-fields',
        `自选字段有 ${local.length} 个，全部字段 ${fields.length} 个，自选的不得超过 20%。`,
        `${local.length} of ${fields.length} fields are local; at most 20% may be`,
      ),
    );
  const { score } = definition;
  for (const kind of score && !score.over ? kindsOf(definition) : []) {
    const items = itemsInForce(score as NonNullable<typeof score>, kind);
    const points = items.reduce((sum, { item }) => sum + item.max, 0);
    const added = items.filter(({ dimension }) => isLocal(score?.dimensions[dimension]));
    const local = added.reduce((sum, { item }) => sum + item.max, 0);
    if (local * 5 > points) {
      blocked.push(
        problem(
          `/score/dimensions/${added[0]?.dimension ?? 0}`,
          'burden-local-points',
          `自选指标共 ${round(local)} 分，全部 ${round(points)} 分，自选的不得超过 20%。`,
          `local items have ${round(local)} of ${round(points)} points; at most 20% are allowed`,
        ),
      );
      break;
    }
  }
  return { blocked };
}

/**
 * Minutes a month that all forms together may cost a village: from the first on it is told, above the second nothing
 * more is added.
 */
export const VILLAGE_MINUTES = { advised: 60, most: 240 } as const;

/** B26: all forms together, in the busiest month of the kind of village that has most to do. */
export function boundedTotal(definition: Definition, others: readonly Definition[]): Findings {
  const rest = others.filter(({ id }) => id !== definition.id);
  let [most, before] = [0, 0];
  // Kinds that do not fill it in have as much to do as before.
  for (const kind of kindsAt('village', [definition, ...rest]).filter((each) => concerns(definition, each))) {
    const without = burdenOf(rest, kind).months;
    burdenOf([...rest, definition], kind).months.forEach((minutes, month) => {
      const old = without[month] ?? 0;
      if (minutes > old && minutes > most) [most, before] = [minutes, old];
    });
  }
  if (most <= VILLAGE_MINUTES.advised) return {};
  const found = problem(
    definition.filing ? '/filing' : definition.usual ? '/usual' : '/record',
    'burden-total',
    `加上本表，村级最忙的月份要填 ${round(most)} 分钟（原来 ${round(before)} 分钟），每月不得超过 ${VILLAGE_MINUTES.most} 分钟，建议不超过 ${VILLAGE_MINUTES.advised} 分钟。`,
    `with this form the busiest month of a village takes ${round(most)} minutes (${round(before)} before); ${VILLAGE_MINUTES.advised} are advised and ${VILLAGE_MINUTES.most} allowed`,
  );
  return most > VILLAGE_MINUTES.most ? { blocked: [found] } : { warned: [found] };
}
