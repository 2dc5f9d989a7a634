import type { BurdenFinding } from '@jiceng/core/burden/check.js';
import { isFile } from '@jiceng/core/burden/measure.js';
import { askedTwice } from '@jiceng/core/burden/rules-set.js';
import { rowsOfTotal } from '@jiceng/core/burden/rules-form.js';
import { countedFields } from '@jiceng/core/burden/sittings.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer, valueAt } from '@jiceng/core/json/pointer.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { addDays } from '@jiceng/core/time/date.js';
import type { Edit } from '../document/edit.ts';
import { insertFields } from '../structure/insert.ts';
import { removalOf } from '../structure/remove.ts';
import { compared, toNext } from '../versions/version-edits.ts';

/** A way out of a finding by one click. */
export interface Fix {
  /** What is done, as the button and undo name it. */
  readonly title: Bilingual;
  readonly edits: readonly Edit[];
  /** What is selected afterwards. */
  readonly select?: readonly string[];
}

/** What a fix may look at besides the definition. */
export interface FixContext {
  readonly others?: readonly Definition[];
  readonly today?: string;
}

type Fixer = (definition: Definition, pointer: string, context: FixContext) => Fix | undefined;

const fix = (zh: string, en: string, edits: readonly Edit[], select?: readonly string[]): Fix => ({
  title: { 'zh-CN': zh, en },
  edits,
  ...(select ? { select } : {}),
});
const at = (definition: Definition, pointer: string): Json | undefined =>
  valueAt(definition as unknown as Json, pointer);

/** Adds an item to an optional list at the top of the definition. */
const added = (definition: Definition, list: 'rules' | 'prefill', value: Json): Edit =>
  Array.isArray(definition[list]) ? { insert: `/${list}/-`, value } : { set: `/${list}`, value: [value] };

const FIXERS: Readonly<Record<string, Fixer>> = {
  'burden-file-required': (definition, pointer) => {
    const parts = pointerParts(pointer);
    const list = toPointer([...parts.slice(0, -2), 'required']);
    const required = at(definition, list);
    const index = Array.isArray(required) ? required.indexOf(parts[parts.length - 1] as string) : -1;
    return index < 0 ? undefined : fix('改为选填', 'Make it optional', [{ remove: `${list}/${index}` }], [pointer]);
  },
  'burden-files': (definition) => {
    const lists = countedFields(definition).filter(({ node, typed }) => typed && isFile(node) && node.item());
    const each = Math.floor(3 / lists.length);
    return each < 1
      ? undefined
      : fix(
          `每项最多 ${each} 个附件`,
          `At most ${each} files each`,
          lists.map(({ pointer }): Edit => ({ set: `${pointer}/maxItems`, value: each })),
          lists.map(({ pointer }) => pointer),
        );
  },
  'burden-typed-total': (definition, pointer) => {
    const field = countedFields(definition).find((one) => one.pointer === pointer);
    const total = field && rowsOfTotal(field);
    // formulas name columns of the record's own rows
    if (!field || !total || field.node.parent?.parent) return undefined;
    const rule = { field: field.field, value: `SUM(${named(total.rows)}.${named(total.column)})` };
    return fix('改为自动合计', 'Let it be computed', [added(definition, 'rules', rule)], [pointer]);
  },
  'burden-asked-twice': (definition, pointer, { others = [] }) => {
    const asked = askedTwice(definition, others).find((one) => one.pointer === pointer);
    const fact = asked?.other.facts?.find(
      ({ num, den, of, by }) =>
        den === undefined &&
        of === undefined &&
        by === undefined &&
        [num.last, num.sum].includes(pointerParts(asked.field).join('.')),
    );
    if (!asked || !fact) return undefined;
    return fix(
      `从《${asked.other.title}》自动取数`,
      `Read it from ${asked.other.title}`,
      [added(definition, 'prefill', { field: asked.field, from: `FACT("${fact.id}")` })],
      [pointer],
    );
  },
  'burden-board': (definition, pointer) => {
    const title = at(definition, `${pointer}/title`);
    const { edits, users } = removalOf(definition as unknown as Json, [pointer]);
    return users.length > 0 ? undefined : fix(`去掉“${String(title)}”`, `Remove ${String(title)}`, edits, []);
  },
  'burden-one-coverage': (definition, pointer) => {
    const schema = at(definition, pointer);
    const made = insertFields(
      definition as unknown as Json,
      [{ key: 'effectiveCoverageRate', schema: { ...(schema as JsonObject), title: '有效覆盖率' } }],
      pointer,
    );
    return fix('增加“有效覆盖率”字段', 'Add the rate of effective coverage', made.edits, made.select);
  },
  'burden-changed-version': (definition, _pointer, { others = [] }) => {
    const same = others.find(({ id, version }) => id === definition.id && version === definition.version);
    if (same) return toNext(compared(same, definition));
    const [major = '1', minor = '0'] = definition.version.split('.');
    const next = `${major}.${Number(minor) + 1}.0`;
    return fix(`版本号改为 ${next}`, `Take number ${next}`, [{ set: '/version', value: next }]);
  },
  'burden-self-verified': (_definition, pointer) =>
    fix(
      '改由上级组织的核验人员办理',
      'Let verifiers of a superior organisation do it',
      [{ set: pointer, value: [{ role: 'verifier', at: 'ancestor' }] }],
      [pointer.replace(/\/by$/, '')],
    ),
  'burden-empty-promise': (definition, pointer) => {
    const columns = `${pointer}/items/properties`;
    const there = at(definition, columns);
    if (!isObject(there)) return undefined;
    const missing = (test: (key: string, schema: Json) => boolean) =>
      !Object.keys(there).some((key) => test(key, there[key] as Json));
    const format = (schema: Json) => (isObject(schema) ? schema['format'] : undefined);
    const wanted: readonly (readonly [boolean, string, Json])[] = [
      [
        missing(
          (key, schema) =>
            format(schema) === 'person' ||
            format(schema) === 'organisation' ||
            /(By|Id|Name)$|owner|responsible|leader/i.test(key),
        ),
        'responsiblePerson',
        { type: 'string', title: '责任人', maxLength: 40 },
      ],
      [
        missing((_key, schema) => format(schema) === 'date' || format(schema) === 'date-time'),
        'dueOn',
        { type: 'string', format: 'date', title: '完成时限' },
      ],
      [
        missing(
          (_key, schema) =>
            isObject(schema) &&
            (['number', 'integer', 'boolean'].includes(String(schema['type'])) ||
              schema['oneOf'] !== undefined ||
              schema['enum'] !== undefined),
        ),
        'isDone',
        { type: 'boolean', title: '是否完成' },
      ],
    ];
    const edits = wanted
      .filter(([isMissing, key]) => isMissing && !Object.prototype.hasOwnProperty.call(there, key))
      .map(([, key, value]): Edit => ({ set: `${columns}/${key}`, value }));
    return edits.length === 0
      ? undefined
      : fix('补上责任人、完成时限和结果', 'Add owner, due date and result', edits, [pointer]);
  },
  'burden-notice': (definition) =>
    definition.filing?.opens === undefined
      ? fix('截止日期改为周期结束后第 10 天', 'Make it due ten days after the period', [
          { set: '/filing/due', value: 'periodEndOn+10' },
        ])
      : fix('周期第一天起就可填报', 'Open it on the first day of the period', [{ remove: '/filing/opens' }]),
  'burden-admission': (_definition, _pointer, { today }) => {
    if (today === undefined) return undefined;
    const until = addDays(today, 365);
    return fix(`准入有效期至 ${until}`, `Admit it until ${until}`, [{ set: '/validUntil', value: until }]);
  },
  'burden-idle-level': ({ filing }, pointer) =>
    (filing?.review.length ?? 0) < 2
      ? undefined
      : fix('跳过这一级', 'Skip this level', [{ remove: pointer.replace(/\/does$/, '') }]),
  'burden-topic': (definition, pointer) => {
    if (Object.prototype.hasOwnProperty.call(definition.record.properties, 'topic')) return undefined;
    const holder = (definition.view ?? []).findIndex(({ fields }) =>
      fields.some((ref) => `/record/properties${typeof ref === 'string' ? ref : ref.field}` === pointer),
    );
    return fix(
      '增加“主题”字段',
      'Add a topic',
      [
        { set: '/record/properties/topic', value: { type: 'string', title: '主题', maxLength: 60 } },
        ...(holder < 0 ? [] : [{ insert: `/view/${holder}/fields/-`, value: '/topic' }]),
      ],
      ['/record/properties/topic'],
    );
  },
};

/** A name as formulas write it. */
const named = (name: string): string =>
  /^[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*$/.test(name) ? name : `['${name.replace(/'/g, "''")}']`;

/** The one-click way out of a finding; `undefined` where a person has to decide. */
export function fixOf(definition: Definition, { problem }: BurdenFinding, context: FixContext = {}): Fix | undefined {
  if (!problem || !Object.prototype.hasOwnProperty.call(FIXERS, problem.code)) return undefined;
  return FIXERS[problem.code]?.(definition, problem.pointer, context);
}
