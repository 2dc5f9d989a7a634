import { readsOf } from '../definition/reads.ts';
import { isBlank } from '../schema/fields/field-value.ts';
import type { FieldModel } from '../form/field.ts';
import type { FormModel } from '../form/form.ts';
import { FormulaError, type Value } from '../formula/value.ts';
import { writeName } from '../formula/write.ts';
import type { Json } from '../json/json.ts';
import { plainText } from '../schema/fields/kinds.ts';
import { EXPLAIN_FIELD } from './explain-field.messages.ts';
import { SPOKEN } from './speak.messages.ts';
import { spokenValue } from './part-words.ts';
import type { Word, Words } from './words.ts';

/** Something that a formula reads, as it is now. */
export interface Input {
  readonly title: string;
  /** The value in words. */
  readonly value: string;
  /** Address of the field; `undefined` for what is no field. */
  readonly field: string | undefined;
}

/** What a formula reads in a form, with the values of this moment; of columns only how long they are. */
export function inputsOf(form: FormModel, formula: string, row: FieldModel | undefined, words: Words): Input[] {
  const { names, cells, columns } = readsOf(form.compiled.formula(formula));
  const held = (model: FieldModel | undefined, word: Word | undefined, name: string): Input => {
    const error = model?.computed.value?.error;
    return {
      title: word?.title ?? name,
      value: error ? error.reason[words.language] : spokenJson(model?.value.value, word, words),
      field: word?.field,
    };
  };
  const named = (name: string): Input => {
    const word = words.name(name);
    if (form.compiled.names.get(name) === 'field') return held(form.root.child(name), word, name);
    return {
      title: word?.title ?? name,
      value: spokenResult(form.formulas.value(writeName(name), row), word, words),
      field: undefined,
    };
  };
  const lists = new Set(
    [...columns]
      .map((column) => column.split('.')[0] as string)
      .filter((list) => form.compiled.names.get(list) === 'field'),
  );
  return [...names, ...lists]
    .map(named)
    .concat([...cells].map((cell) => held(row?.child(cell), words.cell(cell), cell)));
}

function spokenResult(value: Value, word: Word | undefined, words: Words): string {
  return value instanceof FormulaError ? value.reason[words.language] : spokenJson(value, word, words);
}

/** So many choices are named; of more, the number is told. */
const MOST_NAMED = 6;

/** A value of the data in words. */
export function spokenJson(json: Json | undefined, word: Word | undefined, words: Words): string {
  if (json === undefined || json === null || isBlank(json)) return EXPLAIN_FIELD[words.language].blank;
  if (typeof json !== 'object') return spokenValue(json, word, words);
  const plain = Array.isArray(json)
    ? json.filter((each): each is string | number | boolean => typeof each !== 'object')
    : [];
  if (Array.isArray(json))
    return plain.length === json.length && plain.length <= MOST_NAMED
      ? plain.map((each) => spokenValue(each, word, words)).join(SPOKEN[words.language].comma)
      : EXPLAIN_FIELD[words.language].list(json.length);
  return plainText(json);
}
