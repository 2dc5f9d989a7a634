import { compile } from '@jiceng/core/definition/compile.js';
import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { ENVELOPE_TITLES } from '@jiceng/core/logic/envelope.messages.js';
import type { Term } from '@jiceng/core/logic/sentence.js';
import { wordsOf, type Word, type Words } from '@jiceng/core/logic/words.js';
import { nodeOf, textOfTree } from '@jiceng/core/logic/write-sentence.js';
import type { Language } from '@jiceng/core/text/problem.js';

/** Whence something comes that a formula can read. */
export type SubjectGroup = 'row' | 'fields' | 'record' | 'parameters' | 'figures';
export const GROUPS: readonly SubjectGroup[] = ['row', 'fields', 'record', 'parameters', 'figures'];

/** Something that a condition can be about. */
export interface Subject {
  readonly term: Term;
  /** The formula that reads it. */
  readonly text: string;
  readonly word: Word;
  readonly group: SubjectGroup;
}

/** What surrounds a formula that is written: the words for names, and all that can be named. */
export interface FormulaContext {
  readonly compiled: Compiled;
  readonly words: Words;
  readonly subjects: readonly Subject[];
}

export interface ContextOptions {
  readonly language: Language;
  /** The repeated field in whose rows the formula runs. */
  readonly rows?: string | undefined;
  readonly definitions?: readonly Definition[];
  /** Address of the field that the formula computes. */
  readonly into?: string | undefined;
}

/** Names of the envelope that people write conditions about; the others are keys for programs. */
const RECORD_NAMES: readonly string[] = [
  'orgType',
  'orgForm',
  'orgLevel',
  'periodStartOn',
  'periodEndOn',
  'stateSince',
  'isLate',
  'lateDays',
  'returnCount',
  'createdOn',
];

/** The context of a formula in a definition that may be half made; `undefined` where it cannot be read at all. */
export function contextOf(value: Json, options: ContextOptions): FormulaContext | undefined {
  if (!isObject(value)) return undefined;
  try {
    const compiled = compile(translated(value as unknown as Definition, options.language));
    const { language, rows, definitions, into } = options;
    const words = wordsOf(compiled, {
      language,
      rows,
      ...(definitions ? { definitions } : {}),
      ...(into === undefined ? {} : { into }),
    });
    return { compiled, words, subjects: subjectsOf(compiled, words, rows) };
  } catch {
    return undefined;
  }
}

function subjectsOf(compiled: Compiled, words: Words, rows: string | undefined): Subject[] {
  const { definition } = compiled;
  const subjects: Subject[] = [];
  const add = (group: SubjectGroup, term: Term, word: Word | undefined): void => {
    if (word) subjects.push({ term, text: textOfTree(nodeOf(term)), word, group });
  };
  const cells = rows === undefined ? [] : (compiled.field(`${rows}/*`)?.children() ?? []);
  for (const { key } of cells) add('row', { type: 'cell', column: key }, words.cell(key));
  for (const key of Object.keys(definition.record.properties)) {
    const word = words.name(key);
    if (word && word.kind !== 'unknown') add('fields', { type: 'name', name: key }, word);
  }
  if (definition.states) add('record', { type: 'name', name: compiled.statusName }, words.name(compiled.statusName));
  if (definition.filing) add('record', { type: 'name', name: 'submissionStatus' }, words.name('submissionStatus'));
  for (const name of RECORD_NAMES)
    if (ENVELOPE_TITLES.has(name)) add('record', { type: 'name', name }, words.name(name));
  for (const name of Object.keys(definition.parameters ?? {})) {
    const word = words.name(name);
    if (word && word.kind !== 'list') add('parameters', { type: 'name', name }, word);
  }
  for (const { id } of definition.facts ?? [])
    add('figures', { type: 'fact', read: 'FACT', id, args: [] }, words.fact(id));
  return subjects;
}
