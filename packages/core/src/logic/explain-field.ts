import { isBlank } from '../schema/fields/field-value.ts';
import type { FieldModel } from '../form/field.ts';
import type { FormModel } from '../form/form.ts';
import { isTrue } from '../record/judge.ts';
import { FormulaError } from '../formula/value.ts';
import type { Definition } from '../generated/definition.ts';
import type { Language } from '../text/problem.ts';
import { rowsOf } from '../definition/places.ts';
import { EXPLAIN_FIELD } from './explain-field.messages.ts';
import { inputsOf, spokenJson, type Input } from './inputs.ts';
import { effectText, sectionText, type Effect } from './rule-text.ts';
import { spokenFormula } from './speak.ts';
import { wordsOf, type Words } from './words.ts';

/** One reason, as a sentence. */
export interface Reason {
  readonly text: string;
  /** JSON Pointer in the definition of what makes it so; `undefined` where it is not in the definition. */
  readonly pointer?: string;
  /** Whether the rule's condition holds now; `undefined` where there is none or it cannot be told. */
  readonly holds?: boolean | undefined;
  /** What the rule reads, as it is now. */
  readonly inputs: readonly Input[];
}

/** How one side of a field is now, and why. */
export interface Answer {
  readonly is: boolean;
  readonly said: string;
  readonly reasons: readonly Reason[];
}

export interface FieldExplanation {
  readonly title: string;
  readonly shown: Answer;
  readonly required: Answer;
  readonly readonly: Answer;
  /** `is`: nobody types it. */
  readonly value: Answer;
}

export interface ExplainOptions {
  readonly language: Language;
  /** Other definitions, whose facts formulas may read. */
  readonly definitions?: readonly Definition[];
}

/**
 * Why the field at `pointer` (in the data) is shown or hidden, required, open to change, and where its value comes
 * from, with the values that decided. `undefined` where there is no such field. Inside a signal, it follows what it
 * tells.
 */
export function explainField(
  form: FormModel,
  pointer: string,
  { language, definitions }: ExplainOptions,
): FieldExplanation | undefined {
  const field = form.field(pointer);
  if (!field) return undefined;
  const rows = rowsOf(field.node.pointer);
  const words = wordsOf(form.compiled, { language, rows, ...(definitions ? { definitions } : {}) });
  const asked: Asked = { form, words };
  return {
    title: field.label,
    shown: shown(asked, field),
    required: required(asked, field),
    readonly: closed(asked, field),
    value: value(asked, field),
  };
}

interface Asked {
  readonly form: FormModel;
  readonly words: Words;
}

const plain = (text: string, pointer?: string): Reason => ({
  text,
  inputs: [],
  ...(pointer === undefined ? {} : { pointer }),
});

/** A condition with its verdict now. */
function judged({ form, words }: Asked, said: string, formula: string, pointer: string, field: FieldModel): Reason {
  const text = EXPLAIN_FIELD[words.language];
  const result = form.formulas.value(formula, field.row);
  const inputs = inputsOf(form, formula, field.row, words);
  if (result instanceof FormulaError)
    return { text: text.broken(said, result.reason[words.language]), pointer, inputs, holds: undefined };
  return { text: (isTrue(result) ? text.holds : text.fails)(said), pointer, inputs, holds: isTrue(result) };
}

/** The rules with one effect on a field, judged. */
function rulesOn(asked: Asked, field: FieldModel, effect: Exclude<Effect, 'value'>): Reason[] {
  const { pointer } = field.node;
  return (asked.form.compiled.definition.rules ?? []).flatMap((rule, at) => {
    const formula = 'field' in rule && rule.field === pointer ? rule[effect] : undefined;
    return formula === undefined
      ? []
      : [judged(asked, effectText(pointer, effect, formula, asked.words), formula, `/rules/${at}/${effect}`, field)];
  });
}

function shown(asked: Asked, field: FieldModel): Answer {
  const text = EXPLAIN_FIELD[asked.words.language];
  const all: Reason[] = [];
  for (let at: FieldModel | undefined = field; at; at = at.parent) {
    const { pointer } = at.node;
    const inside = at;
    (asked.form.compiled.definition.view ?? []).forEach(({ section, when, fields }, index) => {
      if (when === undefined || !fields.some((ref) => (typeof ref === 'string' ? ref : ref.field) === pointer)) return;
      all.push(judged(asked, sectionText(section, when, asked.words), when, `/view/${index}/when`, inside));
    });
    all.push(...rulesOn(asked, at, 'visible'));
  }
  const is = field.visible.value;
  // What cannot be told does not hide.
  const reasons = is ? all : all.filter(({ holds }) => holds === false);
  return { is, said: is ? text.shown : text.hidden, reasons: reasons.length > 0 ? reasons : [plain(text.noCondition)] };
}

function required(asked: Asked, field: FieldModel): Answer {
  const { form, words } = asked;
  const text = EXPLAIN_FIELD[words.language];
  const is = field.required.value;
  const reasons: Reason[] = [];
  if (field.node.required) reasons.push(plain(text.schemaRequired, schemaPlace(field)));
  const spec = form.layout.specOf(field.node.pointer)?.required;
  if (spec === true) reasons.push(plain(text.viewRequired));
  if (typeof spec === 'string')
    reasons.push(judged(asked, effectText(field.node.pointer, 'required', spec, words), spec, '', field));
  const rules = rulesOn(asked, field, 'required');
  reasons.push(...(is && rules.some(({ holds }) => holds) ? rules.filter(({ holds }) => holds) : rules));
  const why = form.checks?.mustExplain(field.node.pointer);
  if (why) reasons.push(plain(text.toExplain(why[words.language])));
  if (!field.visible.value) reasons.push(plain(text.whileHidden));
  return {
    is,
    said: is ? text.required : text.optional,
    reasons: reasons.length > 0 ? reasons : [plain(text.nobodyAsks)],
  };
}

function closed(asked: Asked, field: FieldModel): Answer {
  const { form, words } = asked;
  const text = EXPLAIN_FIELD[words.language];
  const is = field.readonly.value;
  const reasons: Reason[] = [];
  const { value: formula, prefill } = field.rules;
  if (form.options.readonly) reasons.push(plain(text.wholeReadonly));
  if (field.node.readOnly) reasons.push(plain(text.schemaReadonly, schemaPlace(field)));
  if (formula !== undefined) reasons.push(plain(text.isComputed, ruleAt(form, field, 'value')));
  else if (prefill && !prefill.editable && !isBlank(form.prefilled.get(field.node.pointer)))
    reasons.push(plain(text.isPrefilled, prefillAt(form, field)));
  if (!form.mayEdit(field.node.pointer)) reasons.push(plain(text.mayNot));
  const rules = rulesOn(asked, field, 'readonly');
  reasons.push(...(is ? rules.filter(({ holds }) => holds) : rules));
  if (reasons.length === 0 && is && field.parent) reasons.push(plain(text.around(field.parent.label)));
  return {
    is,
    said: is ? text.readonly : text.editable,
    reasons: reasons.length > 0 ? reasons : [plain(text.nothingForbids)],
  };
}

function value({ form, words }: Asked, field: FieldModel): Answer {
  const text = EXPLAIN_FIELD[words.language];
  const { value: formula, prefill } = field.rules;
  const into = words.at(field.node.pointer);
  const now = field.value.value;
  const result = (): Reason => plain(isBlank(now) ? text.noResult : text.result(spokenJson(now, into, words)));
  if (formula !== undefined) {
    const error = field.computed.value?.error;
    const rule: Reason = {
      text: effectText(field.node.pointer, 'value', formula, words),
      inputs: inputsOf(form, formula, field.row, words),
      ...place(ruleAt(form, field, 'value')),
    };
    return {
      is: true,
      said: text.computed,
      reasons: [rule, error ? plain(text.broken(field.label, error.reason[words.language])) : result()],
    };
  }
  if (!prefill) return { is: false, said: text.typed, reasons: [plain(text.byPerson)] };
  const from: Reason = {
    text: spokenFormula(prefill.from, { ...words, into }),
    inputs: inputsOf(form, prefill.from, field.row, words),
    ...place(prefillAt(form, field)),
  };
  return {
    is: field.source !== undefined,
    said: field.source ? text.prefilled : text.typed,
    reasons: [from, result()],
  };
}

const place = (pointer: string | undefined): Pick<Reason, 'pointer'> => (pointer === undefined ? {} : { pointer });

const schemaPlace = (field: FieldModel): string => `/record${field.node.schemaPointer.replace(/^#/, '')}`;

function ruleAt({ compiled }: FormModel, { node }: FieldModel, effect: Effect): string | undefined {
  const at = (compiled.definition.rules ?? []).findIndex(
    (rule) => 'field' in rule && rule.field === node.pointer && rule[effect] !== undefined,
  );
  return at < 0 ? undefined : `/rules/${at}/${effect}`;
}

function prefillAt({ compiled }: FormModel, { node }: FieldModel): string | undefined {
  const at = (compiled.definition.prefill ?? []).findIndex(({ field }) => field === node.pointer);
  return at < 0 ? undefined : `/prefill/${at}`;
}
