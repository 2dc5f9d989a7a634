import type { Definition } from '../generated/definition.ts';
import { problem, type Problem } from '../text/problem.ts';
import { round, type Findings } from './findings.ts';
import { isFact, isFile, measureBurden, secondsOf } from './measure.ts';
import { countedFields, sittingsOf, type CountedField } from './sittings.ts';

/** B03: short forms. */
export function shortForms(definition: Definition): Findings {
  const { typedFields, fields, minutes } = measureBurden(definition);
  const typed = problem(
    '/record',
    'burden-typed-fields',
    `一次需手工填写 ${typedFields} 项，建议不超过 15 项。`,
    `${typedFields} fields are typed at one time; at most 15 are advised`,
  );
  if (typedFields > 60) return { blocked: [typed] };
  const warned: Problem[] = typedFields > 15 ? [typed] : [];
  if (fields > 40)
    warned.push(
      problem(
        '/record',
        'burden-fields',
        `共 ${fields} 个字段，建议不超过 40 个。`,
        `${fields} fields; at most 40 are advised`,
      ),
    );
  if (minutes > 10)
    warned.push(
      problem(
        '/record',
        'burden-minutes',
        `一次填写约需 ${round(minutes)} 分钟，建议不超过 10 分钟。`,
        `about ${round(minutes)} minutes at one time; at most 10 are advised`,
      ),
    );
  return { warned };
}

const MOST_FILES = 3;

/** B04: evidence is optional, and at most three files at one time. */
export function optionalEvidence(definition: Definition): Findings {
  const fields = countedFields(definition);
  const blocked: Problem[] = [];
  for (const { node, pointer } of fields) {
    if (isFile(node) && node.required && node.parent?.parent === undefined) {
      blocked.push(
        problem(
          pointer,
          'burden-file-required',
          `附件“${node.title}”不能设为必填，请改为选填。`,
          `the file field ${node.title} must be optional`,
        ),
      );
    }
  }
  for (const sitting of sittingsOf(definition, fields)) {
    const files = sitting.fields.filter(({ node, typed, inRows }) => typed && !inRows && isFile(node));
    const most = files.reduce(
      (sum, { node }) =>
        sum + (node.item() ? (typeof node.schema.maxItems === 'number' ? node.schema.maxItems : Infinity) : 1),
      0,
    );
    if (most > MOST_FILES) {
      blocked.push(
        problem(
          files[0]?.pointer ?? sitting.pointer,
          'burden-files',
          `一次最多上传 ${MOST_FILES} 个附件，请写明附件最多几个。`,
          `at most ${MOST_FILES} files at one time; say how many the field takes`,
        ),
      );
    }
  }
  return { blocked };
}

/** Names of repeated fields that hold plans. */
const PLANS = /^(measures|planItems|actions|tasks|commitments|targets)$/;
const OWNER = /(By|Id|Name)$|owner|responsible|leader/i;

/** B20: no measure without owner, date and result. */
export function ownedMeasures(definition: Definition): Findings {
  const rows = new Map<string, ReturnType<typeof countedFields>>();
  for (const field of countedFields(definition)) {
    const parent = field.field.split('/*')[0] ?? '';
    if (field.inRows && PLANS.test(parent.slice(parent.lastIndexOf('/') + 1)))
      rows.set(parent, [...(rows.get(parent) ?? []), field]);
  }
  const blocked = [...rows].flatMap(([parent, columns]) => {
    const owner = columns.some(
      ({ node }) => node.format === 'person' || node.format === 'organisation' || OWNER.test(node.key),
    );
    const date = columns.some(({ node }) => node.kind === 'date' || node.kind === 'dateTime');
    const result = columns.some(({ node }) => isFact(node) && node.kind !== 'date');
    if (owner && date && result) return [];
    return [
      problem(
        `/record/properties${parent}`,
        'burden-empty-promise',
        '计划表每一行须有责任人、完成时限和可核验的结果。',
        'each row of a plan needs an owner, a due date and a result that can be checked',
      ),
    ];
  });
  return { blocked };
}

/** B01: a form says what its results are for. */
export function namedUse({ purpose, title }: Definition): Findings {
  const decision = purpose.decision.trim();
  if (decision.length >= 6 && decision !== title) return {};
  return {
    blocked: [
      problem(
        '/purpose/decision',
        'burden-no-use',
        '请写明结果由谁看、用来作什么决定或提供什么帮助。',
        'say in a sentence which decision or help the results serve',
      ),
    ],
  };
}

/** B08: from the second period on most of a periodic form is known before anybody types. */
export function reusedData(definition: Definition): Findings {
  const { prefillShare, fields } = measureBurden(definition);
  if (!definition.filing || fields === 0 || prefillShare >= 60) return {};
  return {
    warned: [
      problem(
        '/prefill',
        'burden-prefill',
        `预填和自动计算的字段只占 ${round(prefillShare)}%，建议不少于 60%。`,
        `only ${round(prefillShare)}% of the fields are prefilled or computed; at least 60% are advised`,
      ),
    ],
  };
}

const TOTAL = /^(合计|总计|小计|共计)|(合计|总计|小计)$|^total\b/i;

/** The rows that a total which people type adds up: the first repeated field of the same object with numbers in it. */
export function rowsOfTotal({
  node,
  typed,
  inRows,
}: CountedField): { readonly rows: string; readonly column: string } | undefined {
  if (!typed || inRows || (node.kind !== 'number' && node.kind !== 'integer') || !TOTAL.test(node.title))
    return undefined;
  for (const sibling of node.parent?.children() ?? []) {
    const column = sibling
      .item()
      ?.children()
      .find(({ kind }) => kind === 'number' || kind === 'integer');
    if (sibling.kind === 'rows' && column) return { rows: sibling.key, column: column.key };
  }
  return undefined;
}

/** B09: nobody types a total where its rows stand in the same form. */
export function computedTotals(definition: Definition): Findings {
  return {
    blocked: countedFields(definition)
      .filter(rowsOfTotal)
      .map(({ node, pointer }) =>
        problem(
          pointer,
          'burden-typed-total',
          `“${node.title}”由人填写，而明细就在表中，请改为自动合计。`,
          `${node.title} is typed although its rows are in the form; let it be computed`,
        ),
      ),
  };
}

/** B10: no field exists only for a board. */
export function noBoards(definition: Definition): Findings {
  return {
    warned: countedFields(definition)
      .filter(({ node }) => /上墙(照片|内容|材料|版面)|展板|墙报|宣传栏/.test(node.title))
      .map(({ node, pointer }) =>
        problem(
          pointer,
          'burden-board',
          `“${node.title}”只为上墙展示，上墙内容可由数据导出，建议去掉。`,
          `${node.title} only serves a board; boards are exports of the data`,
        ),
      ),
  };
}

/** Most fields, and seconds, of a record that a person keeps about himself. */
const OWN = { fields: 6, seconds: 60 } as const;

/**
 * B17: what persons record about themselves, as they first open it, fits a phone and a minute. Long answers, and what
 * others may enter for them, are only told.
 */
export function phoneSize(definition: Definition): Findings {
  const { subject, create = [], filing, score } = definition;
  if (subject !== 'person' || filing || score || create[0]?.is !== 'subject') return {};
  const typed = (sittingsOf(definition, countedFields(definition))[0]?.fields ?? []).filter((field) => field.typed);
  const seconds = typed.reduce((sum, field) => sum + secondsOf(field), 0);
  const found = problem(
    '/record',
    'burden-phone',
    `本人一次要填 ${typed.length} 项、约 ${seconds} 秒，不应超过 ${OWN.fields} 项、${OWN.seconds} 秒。`,
    `a person fills in ${typed.length} fields in about ${seconds} seconds; ${OWN.fields} and ${OWN.seconds} are the limits`,
  );
  if (typed.length > OWN.fields && create.every(({ is }) => is === 'subject')) return { blocked: [found] };
  return typed.length > OWN.fields || seconds > OWN.seconds ? { warned: [found] } : {};
}

/** B18: the share that is covered stands beside the share that works. */
export function bothCoverages(definition: Definition): Findings {
  const fields = countedFields(definition);
  const only = fields.find(
    ({ node }) => /^orgCoverageRate$|组织覆盖率/.test(`${node.key}`) || /组织覆盖率/.test(node.title),
  );
  if (!only || fields.some(({ node }) => node.key === 'effectiveCoverageRate' || /有效覆盖率/.test(node.title)))
    return {};
  return {
    warned: [
      problem(
        only.pointer,
        'burden-one-coverage',
        `“${only.node.title}”旁边请同时列出有效覆盖率。`,
        `show the rate of effective coverage beside ${only.node.title}`,
      ),
    ],
  };
}

/** B25: records of meetings and activities say their topic. */
export function topics(definition: Definition): Findings {
  const fields = countedFields(definition);
  const kind = fields.find(
    ({ node, inRows }) =>
      !inRows && (node.kind === 'choice' || node.kind === 'choices') && /(会议|活动)(类型|类别|形式)$/.test(node.title),
  );
  if (
    !kind ||
    fields.some(({ node }) => /Topic$|Title$|^topic/.test(node.key) || /主题|议题|内容|名称/.test(node.title))
  )
    return {};
  return {
    warned: [
      problem(
        kind.pointer,
        'burden-topic',
        `有“${kind.node.title}”，还应有一项写主题。`,
        `besides ${kind.node.title} there should be a topic`,
      ),
    ],
  };
}
