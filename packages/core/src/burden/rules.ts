import type { Definition } from '../generated/definition.ts';
import { itemsInForce } from '../score/plan.ts';
import { problem, type Problem } from '../text/problem.ts';
import { isFile, kindsOf, measureBurden } from './measure.ts';
import { countedFields, sittingsOf } from './sittings.ts';

/** What a rule found: nothing, or problems that warn or block. */
export interface Findings {
  readonly blocked?: readonly Problem[];
  readonly warned?: readonly Problem[];
}

const round = (share: number) => String(Math.round(share * 10) / 10);

/** B02: short score cards. */
export function shortCards(definition: Definition): Findings {
  const { score } = definition;
  if (!score || score.over) return {};
  const items = Math.max(...kindsOf(definition).map((kind) => itemsInForce(score, kind).length));
  const many = problem('/score/dimensions', 'burden-items', `指标 ${items} 项，建议不超过 25 项。`, `${items} items; at most 25 are advised`);
  const warned: Problem[] = [];
  const dimensions = score.dimensions.filter(({ adjust }) => adjust !== true).length;
  if (items > 25) warned.push(many);
  if (dimensions > 5) warned.push(problem('/score/dimensions', 'burden-dimensions', `维度 ${dimensions} 个，建议不超过 5 个。`, `${dimensions} dimensions; at most 5 are advised`));
  const { computedShare } = measureBurden(definition);
  if (computedShare !== null && computedShare < 60) {
    warned.push(problem('/score/dimensions', 'burden-computed', `自动计算的指标只占 ${round(computedShare)}%，建议不少于 60%。`, `only ${round(computedShare)}% of the items are computed; at least 60% are advised`));
  }
  return items > 40 ? { blocked: [many] } : { warned };
}

/** B03: short forms. */
export function shortForms(definition: Definition): Findings {
  const { typedFields, fields, minutes } = measureBurden(definition);
  const typed = problem('/record', 'burden-typed-fields', `一次需手工填写 ${typedFields} 项，建议不超过 15 项。`, `${typedFields} fields are typed at one time; at most 15 are advised`);
  if (typedFields > 60) return { blocked: [typed] };
  const warned: Problem[] = typedFields > 15 ? [typed] : [];
  if (fields > 40) warned.push(problem('/record', 'burden-fields', `共 ${fields} 个字段，建议不超过 40 个。`, `${fields} fields; at most 40 are advised`));
  if (minutes > 10) warned.push(problem('/record', 'burden-minutes', `一次填写约需 ${round(minutes)} 分钟，建议不超过 10 分钟。`, `about ${round(minutes)} minutes at one time; at most 10 are advised`));
  return { warned };
}

const MOST_FILES = 3;

/** B04: evidence is optional, and at most three files at one time. */
export function optionalEvidence(definition: Definition): Findings {
  const fields = countedFields(definition);
  const blocked: Problem[] = [];
  for (const { node, pointer } of fields) {
    if (isFile(node) && node.required && node.parent?.parent === undefined) {
      blocked.push(problem(pointer, 'burden-file-required', `附件“${node.title}”不能设为必填，请改为选填。`, `the file field ${node.title} must be optional`));
    }
  }
  for (const sitting of sittingsOf(definition, fields)) {
    const files = sitting.fields.filter(({ node, typed, inRows }) => typed && !inRows && isFile(node));
    const most = files.reduce((sum, { node }) => sum + (node.item() ? (typeof node.schema.maxItems === 'number' ? node.schema.maxItems : Infinity) : 1), 0);
    if (most > MOST_FILES) {
      blocked.push(problem(files[0]?.pointer ?? sitting.pointer, 'burden-files',
        `一次最多上传 ${MOST_FILES} 个附件，请用 maxItems 限制数量。`, `at most ${MOST_FILES} files at one time; set maxItems`));
    }
  }
  return { blocked };
}

/** Traces of work that can never be scored (B05, B06), by what facts and fields are called. */
const TRACES: readonly RegExp[] = [/photo|picture|screenshot|studyNote|logIn|login|onlineMinutes|onlineHours|documentSent|pressMention|wordCount/i, /照片|拍照|截图|笔记|登录次数|在线时长|发文数|简报数|报道数|留痕/];

/** B05: counts do not buy points, on score cards of organisations. */
export function countsBuyNothing(definition: Definition): Findings {
  const { score } = definition;
  if (!score || score.over || definition.subject === 'person') return {};
  const blocked: Problem[] = [];
  const { countingShare } = measureBurden(definition);
  if (countingShare > 20) {
    blocked.push(problem('/score', 'burden-counting', `按次计分的指标占满分的 ${round(countingShare)}%，不得超过 20%。`, `counting items make ${round(countingShare)}% of the maximum; at most 20% are allowed`));
  }
  score.dimensions.forEach(({ items }, at) => items.forEach((item, index) => {
    const pointer = `/score/dimensions/${at}/items/${index}`;
    if (item.method === 'countCap' && item.required === undefined) {
      blocked.push(problem(pointer, 'burden-count-open', `按次计分的指标“${item.title}”须写明应完成次数。`, `the counting item ${item.title} needs a required count`));
    }
    if (TRACES.some((trace) => trace.test(item.title) || trace.test(item.value ?? ''))) {
      blocked.push(problem(pointer, 'burden-traces', `指标“${item.title}”以留痕数量计分，不能使用。`, `the item ${item.title} scores traces of work, which is not allowed`));
    }
  }));
  return { blocked };
}

/** Kinds of fields that hold facts; rows, texts and files may be asked for again. */
const FACT_KINDS: ReadonlySet<string> = new Set(['number', 'integer', 'boolean', 'date', 'choice', 'choices']);

/** B07: one fact is entered once, across forms of the same period that the same organisations fill in. */
export function askedOnce(definition: Definition, others: readonly Definition[]): Findings {
  const { filing } = definition;
  if (!filing) return {};
  const typedFacts = (form: Definition) => countedFields(form).filter(({ node, typed, known, inRows }) => typed && !known && !inRows && FACT_KINDS.has(node.kind));
  const blocked: Problem[] = [];
  for (const other of others) {
    if (other.id === definition.id || other.filing?.period !== filing.period || !overlaps(filing.by?.orgType, other.filing.by?.orgType) || !overlaps(filing.by?.orgForm, other.filing.by?.orgForm)) continue;
    const names = new Set(typedFacts(other).map(({ field }) => field));
    for (const { node, field, pointer } of typedFacts(definition)) {
      if (!names.has(field)) continue;
      blocked.push(problem(pointer, 'burden-asked-twice', `“${node.title}”已在《${other.title}》中填报，请改为预填并设为只读。`, `${node.title} is already collected by ${other.title}; prefill it and make it read-only`));
    }
  }
  return { blocked };
}

function overlaps(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return a === undefined || b === undefined || a.some((value) => b.includes(value));
}

/** B12: what is done is verified by somebody else before it is closed well. */
export function verifiedClosing({ states, moves }: Definition): Findings {
  const closing = new Set((states ?? []).filter(({ final, tone }) => final === true && tone === 'positive').map(({ id }) => id));
  const blocked = (moves ?? []).flatMap((move, at) => {
    if (move.to === undefined || !closing.has(move.to)) return [];
    const separate = (move.by ?? []).every(({ role, at: place, atAny, except }) =>
      role === 'verifier' || role === 'reviewer' || place === 'parent' || place === 'ancestor' || (except?.length ?? 0) > 0 || atAny?.every((one) => one === 'parent' || one === 'ancestor') === true);
    if (separate && (move.by?.length ?? 0) > 0) return [];
    return [problem(`/moves/${at}/by`, 'burden-self-verified', `“${move.title}”须由承办单位以外的人员核验。`, `${move.title} must be done by somebody outside the responsible organisation`)];
  });
  return { blocked };
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
    blocked.push(problem('/version', 'burden-changed-version', `内容与已发布的 ${other.version} 版不同，请提高版本号。`, `it differs from the published version ${other.version}; raise the minor or major version`));
  }
  return { blocked };
}

/** What numbers depend on: the data, the parameters and the score, without words. */
function meaning({ record, parameters, score, filing }: Definition): string {
  return JSON.stringify([record, parameters, score, filing], (key, value: unknown) => (key === 'title' || key === 'description' ? undefined : value));
}

/** Names of repeated fields that hold plans. */
const PLANS = /^(measures|planItems|actions|tasks|commitments|targets)$/;
const OWNER = /(By|Id|Name)$|owner|responsible|leader/i;

/** B20: no measure without owner, date and result. */
export function ownedMeasures(definition: Definition): Findings {
  const rows = new Map<string, ReturnType<typeof countedFields>>();
  for (const field of countedFields(definition)) {
    const parent = field.field.split('/*')[0] ?? '';
    if (field.inRows && PLANS.test(parent.slice(parent.lastIndexOf('/') + 1))) rows.set(parent, [...(rows.get(parent) ?? []), field]);
  }
  const blocked = [...rows].flatMap(([parent, columns]) => {
    const owner = columns.some(({ node }) => node.format === 'person' || node.format === 'organisation' || OWNER.test(node.key));
    const date = columns.some(({ node }) => node.kind === 'date' || node.kind === 'dateTime');
    const result = columns.some(({ node }) => FACT_KINDS.has(node.kind) && node.kind !== 'date');
    if (owner && date && result) return [];
    return [problem(`/record/properties${parent}`, 'burden-empty-promise', '计划表每一行须有责任人、完成时限和可核验的结果。', 'each row of a plan needs an owner, a due date and a result that can be checked')];
  });
  return { blocked };
}

/** B24: the local part (names that start with `x_`) has at most a fifth of the fields and of the points. */
export function smallLocalPart(definition: Definition): Findings {
  const blocked: Problem[] = [];
  const fields = countedFields(definition);
  const local = fields.filter(({ field }) => field.startsWith('/x_')).length;
  if (local * 5 > fields.length) blocked.push(problem('/record/properties', 'burden-local-fields', '自设字段超过全部字段的 20%。', 'local fields are more than 20% of all'));
  const { score } = definition;
  for (const kind of score && !score.over ? kindsOf(definition) : []) {
    const items = itemsInForce(score as NonNullable<typeof score>, kind).map(({ item }) => item);
    const points = items.reduce((sum, { max }) => sum + max, 0);
    if (items.reduce((sum, { id, max }) => sum + (id.startsWith('x_') ? max : 0), 0) * 5 > points) {
      blocked.push(problem('/score', 'burden-local-points', '自设指标的分值超过总分的 20%。', 'local items have more than 20% of the points'));
      break;
    }
  }
  return { blocked };
}
