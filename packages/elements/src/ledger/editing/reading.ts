import { idsByName, type IdsByName } from '@jiceng/core/org/ids-by-name.js';
import { planPaste, type Meaning, type Reading } from '@jiceng/core/table/paste.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { FieldNode } from '@jiceng/core/schema/fields/fields.js';
import type { Bilingual } from '@jiceng/core/text/problem.js';
import { refused, type Typed } from '@jiceng/core/typed/typed-number.js';
import { cellText } from '../../record/cell-text.ts';
import type { Sight } from '../../record/sight.ts';
import { peopleNear } from '../../widgets/people.ts';
import { messages } from '../ledger.messages.ts';
import type { LedgerColumn } from '../table/column.ts';
import type { LedgerTable } from '../table/table.ts';
import { isEditable, type Desk, type DeskHost, type EditableColumn } from './desk.ts';
import { answerKey, type PastedDraft, type PasteDraft } from './drafts.ts';
import { cellControl, readCell, sameJson } from './edits.ts';
import { referenceOf, type Reference } from './references.ts';
import { workMessages } from './work.messages.ts';

/** A reading with the value that it is, where it is one. */
type CellReading = Reading & { readonly value?: Json | undefined };

/** The ledger as pasting sees it. */
interface PasteHost extends DeskHost {
  readonly table: LedgerTable;
}

/** What a pasted block means, before it is written. */
export function readBlock({ source, isTaken }: PastedDraft, host: PasteHost, desk: Desk): PasteDraft {
  const { table, sight } = host;
  const {
    target: { rows, columns },
    records,
    block,
    answers,
  } = source;
  const reader = new PasteReader(host, desk);
  const plan = planPaste(
    block,
    rows,
    columns.flatMap(({ id }) => table.column(id) ?? []),
    (column, row) => table.text(column, row),
    (column, row, text) =>
      records[row]
        ? reader.read(records[row], column, text, answers.get(answerKey(column, text.trim())))
        : { kind: 'fixed', reason: workMessages(sight.locale).reading },
  );
  return {
    kind: 'paste',
    source,
    plan,
    taken: new Set(plan.columns.flatMap(({ usable }, at) => (usable && isTaken(at) ? at : []))),
  };
}

/** What pasted texts would become in cells. */
class PasteReader {
  private readonly host: PasteHost;
  private readonly desk: Desk;

  constructor(host: PasteHost, desk: Desk) {
    this.host = host;
    this.desk = desk;
  }

  /** `answer`: which of the people or organisations of that name is meant. */
  read(record: StoredRecord, column: LedgerColumn, text: string, answer?: string): CellReading {
    const { sight } = this.host;
    const { language } = sight.names;
    if (!isEditable(column)) return { kind: 'fixed', reason: '' };
    const obstacle = this.host.obstacle(record, column.pointer);
    if (obstacle) return { kind: 'fixed', reason: obstacle[language] };
    const reference = referenceOf(column.node, sight);
    if (reference && text.trim() !== '') return this.readName(record, column, reference, text.trim(), answer);
    const typed = reference ? { ok: true as const, value: undefined } : readPasted(text, column.node);
    if (typed === undefined) return { kind: 'fixed', reason: '' };
    if (!typed.ok) return { kind: 'wrong', reason: typed.problem.reason[language] };
    return this.readValue(record, column, typed.value);
  }

  private readName(
    record: StoredRecord,
    column: EditableColumn,
    reference: Reference,
    name: string,
    answer: string | undefined,
  ): CellReading {
    const { sight } = this.host;
    const text = workMessages(sight.locale);
    const meanings = meaningsOf(reference, name, record.orgId, sight);
    const [only, second] = meanings;
    if (only === undefined) return { kind: 'wrong', reason: text.unknownName };
    if (second === undefined) return this.readValue(record, column, only.id);
    if (answer === undefined || !meanings.some(({ id }) => id === answer))
      return { kind: 'wrong', reason: text.severalNamed(meanings.length), meanings };
    return { ...this.readValue(record, column, answer), meanings };
  }

  private readValue(record: StoredRecord, { pointer, node }: EditableColumn, value: Json | undefined): CellReading {
    return sameJson(value, this.desk.valueOf(record, pointer))
      ? { kind: 'same' }
      : { kind: 'value', shown: cellText(value, node, this.host.sight), value };
  }
}

const known = new WeakMap<Sight, IdsByName>();

/** What a name may mean in a record of `orgId`, whose own people come before namesakes elsewhere. */
function meaningsOf(reference: Reference, name: string, orgId: string, sight: Sight): readonly Meaning[] {
  const { organisations = [], people = [] } = sight.input;
  let ids = known.get(sight);
  if (ids === undefined) known.set(sight, (ids = idsByName(organisations, people)));
  const { marks } = messages(sight.locale);
  const told = (title: string, note: string | undefined): string =>
    note ? `${title}${marks.open}${note}${marks.close}` : title;
  if (reference === 'organisation')
    return ids.organisation(name).map((id) => {
      const found = sight.organisation(id);
      return { id, title: told(found?.orgName ?? id, found?.orgCode) };
    });
  const found = new Set(ids.person(name, orgId));
  return found.size === 0
    ? []
    : peopleNear({ people, organisations, today: sight.now.slice(0, 10) }, orgId).flatMap(({ id, title, note }) =>
        found.has(id) ? [{ id, title: told(title, note) }] : [],
      );
}

/**
 * A pasted text read for a field: choices and yes or no come as words. `undefined`: such a field is not filled by
 * pasting.
 */
export function readPasted(text: string, node: FieldNode): Typed<Json> | undefined {
  if (cellControl(node) === undefined) return undefined;
  const words = text.trim();
  if (node.kind === 'choice' && words !== '') {
    const option = node.options.find(({ value, title }) => title === words || String(value) === words);
    return option ? { ok: true, value: option.value } : refused('pasted-choice', NO_OPTION);
  }
  if (node.kind === 'boolean' && words !== '') {
    if (/^(是|有|√|✓|对|true|1|yes|y)$/i.test(words)) return { ok: true, value: true };
    return /^(否|无|×|✗|错|false|0|no|n)$/i.test(words)
      ? { ok: true, value: false }
      : refused('pasted-boolean', NO_BOOLEAN);
  }
  return readCell(text, node);
}

const NO_OPTION: Bilingual = { 'zh-CN': '不在可选项之内。', en: 'This is not one of the choices.' };
const NO_BOOLEAN: Bilingual = { 'zh-CN': '请填写“是”或“否”。', en: 'Yes or no is wanted.' };
