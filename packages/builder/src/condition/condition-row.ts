import type { Sentence, Term } from '@jiceng/core/logic/sentence.js';
import { kindOf, wordOf } from '@jiceng/core/logic/part-words.js';
import { spoken } from '@jiceng/core/logic/speak.js';
import type { Word } from '@jiceng/core/logic/words.js';
import { nodeOf, textOfTree } from '@jiceng/core/logic/write-sentence.js';
import { html, nothing, type TemplateResult } from 'lit';
import { GROUPS, type FormulaContext, type Subject } from '../formula/formula-context.ts';
import { messages, type Messages } from './condition.messages.ts';
import { basesFor, comparedOf, fixedText, numberTerm, termOfCompared, typedValue } from './objects.ts';
import { hasObject, newRow, relationsFor, sentenceOfRow, withRelation, type Row, type RowRelation } from './rows.ts';

/** What a line of the editor is drawn from. */
export interface RowView {
  readonly context: FormulaContext;
  readonly text: Messages;
  /** Number of the line, for its labels. */
  readonly at: number;
  readonly readonly: boolean;
  readonly change: (next: Sentence) => void;
}

const textOf = (term: Term): string => textOfTree(nodeOf(term));
const picked = (event: Event): string => (event.target as HTMLSelectElement | HTMLInputElement).value;

/** One line: something, how it is compared, and with what. Everything is chosen; numbers and texts are typed. */
export function conditionRow(row: Row, view: RowView): TemplateResult {
  const { context, text, at } = view;
  const word = aboutOf(row.subject, context);
  const known = relationsFor(word);
  const relations: readonly RowRelation[] = known.includes(row.relation) ? known : [row.relation, ...known];
  const send = (next: Row): void => view.change(sentenceOfRow(next, word?.kind));
  const subject = textOf(row.subject);
  return html`
    <select class="subject" aria-label=${text.subject(at)} ?disabled=${view.readonly} @change=${(event: Event) => {
      const chosen = context.subjects.find((each) => each.text === picked(event));
      if (chosen) view.change(sentenceOfRow(newRow(chosen.term, chosen.word), chosen.word.kind));
    }}>
      ${
        context.subjects.some((each) => each.text === subject)
          ? nothing
          : html`<option value=${subject}
        .selected=${true}>${spoken(nodeOf(row.subject), context.words)}</option>`
      }
      ${GROUPS.map((group) =>
        options(
          context.subjects.filter((each) => each.group === group),
          text.groups[group],
          subject,
        ),
      )}
    </select>
    <select aria-label=${text.relation(at)} ?disabled=${view.readonly}
      @change=${(event: Event) => send(withRelation(row, picked(event) as RowRelation, word))}>
      ${relations.map(
        (each) => html`<option value=${each}
        .selected=${each === row.relation}>${(word?.kind === 'date' ? text.dates[each] : undefined) ?? text.relations[each]}</option>`,
      )}
    </select>
    ${hasObject(row.relation) ? object(row.object ?? { type: 'value', value: '' }, word, subject, view, (next) => send({ ...row, object: next })) : nothing}
    ${row.relation === 'between' && row.to ? html`<span aria-hidden="true">${text.to}</span>${object(row.to, word, subject, { ...view, text: { ...text, object: text.upper, fixed: text.upper } }, (next) => send({ ...row, to: next }))}` : nothing}`;
}

/** The word of what a line is about; of a calculation, what kind of value it gives. */
function aboutOf(subject: Term, { words }: FormulaContext): Word {
  const node = nodeOf(subject);
  const word = wordOf(node, words) ?? {
    title: '',
    kind: kindOf(node, words),
    options: [],
    unit: undefined,
    field: undefined,
  };
  const { yes, no } = messages(words.language);
  return word.kind === 'boolean' && word.options.length === 0
    ? {
        ...word,
        options: [
          { value: true, title: yes },
          { value: false, title: no },
        ],
      }
    : word;
}

function options(subjects: readonly Subject[], label: string, chosen: string): TemplateResult | typeof nothing {
  return subjects.length === 0
    ? nothing
    : html`<optgroup label=${label}>${subjects.map(
        ({ text, word }) => html`<option value=${text}
    .selected=${text === chosen}>${word.title}</option>`,
      )}</optgroup>`;
}

function object(
  term: Term,
  word: Word | undefined,
  about: string,
  view: RowView,
  change: (next: Term) => void,
): TemplateResult {
  const { context, text, at } = view;
  if (word && word.options.length > 0) return optionPicker(term, word, view, change);
  const compared = comparedOf(term);
  const fixed = fixedText(compared.base);
  const bases = basesFor(word, context.subjects, about);
  const isDate = word?.kind === 'date';
  const base = textOf(compared.base);
  const isOther = fixed === undefined && compared.base.type !== 'today' && !bases.some((each) => each.text === base);
  const chosen = fixed === undefined ? base : '';
  const rebase = (value: string): void => {
    const found = bases.find((each) => each.text === value);
    change(
      found
        ? termOfCompared({ ...compared, base: found.term })
        : value === 'TODAY()'
          ? termOfCompared({ ...compared, base: { type: 'today' } })
          : typedValue(fixed ?? '', word),
    );
  };
  return html`
    ${
      bases.length === 0 && !isDate && !isOther
        ? nothing
        : html`<select class="object" aria-label=${text.object(at)} ?disabled=${view.readonly}
        @change=${(event: Event) => rebase(picked(event))}>
      <option value="" .selected=${chosen === ''}>${text.fixedValue}</option>
      ${isDate ? html`<option value="TODAY()" .selected=${chosen === 'TODAY()'}>${text.today}</option>` : nothing}
      ${isOther ? html`<option value=${base} .selected=${true}>${text.phrase(spoken(nodeOf(compared.base), context.words))}</option>` : nothing}
      ${GROUPS.map((group) =>
        options(
          bases.filter((each) => each.group === group),
          text.groups[group],
          chosen,
        ),
      )}
    </select>`
    }
    ${
      fixed === undefined
        ? nothing
        : html`<input class=${word?.kind === 'number' ? 'number' : 'object'}
      type=${word?.kind === 'number' ? 'number' : isDate ? 'date' : 'text'} step="any" aria-label=${text.fixed(at)}
      ?disabled=${view.readonly} .value=${fixed}
      @change=${(event: Event) => change(typedValue(picked(event), word))}>${word?.unit === undefined ? nothing : html`<span>${word.unit}</span>`}`
    }
    ${isDate && fixed === undefined && !isOther ? shift(term, view, change) : nothing}`;
}

function optionPicker(
  term: Term,
  word: Word,
  { text, at, readonly, context }: RowView,
  change: (next: Term) => void,
): TemplateResult {
  const value = term.type === 'value' ? String(term.value) : undefined;
  const isKnown = value !== undefined && word.options.some((option) => String(option.value) === value);
  return html`<select class="object" aria-label=${text.object(at)} ?disabled=${readonly}
    @change=${(event: Event) => change(typedValue(picked(event), word))}>
    ${
      isKnown
        ? nothing
        : html`<option value=""
      .selected=${true}>${text.phrase(spoken(nodeOf(term), context.words))}</option>`
    }
    ${word.options.map(
      (option) => html`<option value=${String(option.value)}
      .selected=${String(option.value) === value}>${option.title}</option>`,
    )}
  </select>`;
}

/** So many days before or after a date; the days are typed, or a parameter. */
function shift(term: Term, { context, text, at, readonly }: RowView, change: (next: Term) => void): TemplateResult {
  const compared = comparedOf(term);
  const days = fixedText(compared.days);
  const parameters = context.subjects.filter(({ group, word }) => group === 'parameters' && word.kind === 'number');
  const chosen = compared.days && days === undefined ? textOf(compared.days) : '';
  return html`<select aria-label=${text.shift(at)} ?disabled=${readonly} @change=${(event: Event) => {
    const sign = picked(event);
    change(termOfCompared({ ...compared, sign: sign === '' ? undefined : (sign as '+' | '-') }));
  }}>
      <option value="" .selected=${compared.sign === undefined}>${text.sameDay}</option>
      <option value="+" .selected=${compared.sign === '+'}>${text.after}</option>
      <option value="-" .selected=${compared.sign === '-'}>${text.before}</option>
    </select>
    ${
      compared.sign === undefined
        ? nothing
        : html`
      ${
        parameters.length === 0
          ? nothing
          : html`<select class="object" aria-label=${text.amount(at)} ?disabled=${readonly}
          @change=${(event: Event) => change(termOfCompared({ ...compared, days: parameters.find((each) => each.text === picked(event))?.term ?? { type: 'value', value: 1 } }))}>
        <option value="" .selected=${chosen === ''}>${text.fixedValue}</option>${options(parameters, text.groups.parameters, chosen)}
      </select>`
      }
      ${
        days === undefined
          ? nothing
          : html`<input class="number" type="number" min="0" aria-label=${text.amount(at)}
        ?disabled=${readonly} .value=${days} @change=${(event: Event) => change(termOfCompared({ ...compared, days: numberTerm(Math.abs(Number(picked(event))) || 0) }))}>`
      }
      <span>${text.days}</span>`
    }`;
}
