import { own, type JsonObject } from '@jiceng/core/json/json.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { ColumnChoice, ColumnDraft, SheetDraft } from '@jiceng/sheet/draft/result.js';
import type { ColumnKind } from '@jiceng/sheet/draft/guess.js';
import { html, nothing, type TemplateResult } from 'lit';
import { doubtOf, SURE } from './adopting.ts';
import type { ImportMessages } from './import.messages.ts';
import { letterOf } from './raw-cells.ts';

const KINDS: readonly ColumnKind[] = [
  'text',
  'longText',
  'integer',
  'number',
  'percent',
  'date',
  'dateTime',
  'time',
  'boolean',
  'choice',
  'choices',
];

/** What the gate takes as a field name. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

export interface ColumnsListInput {
  readonly draft: SheetDraft;
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  readonly onlyDoubts: boolean;
  /** Columns whose name was not taken. */
  readonly badNames: ReadonlySet<number>;
  readonly change: (column: number, choice: ColumnChoice) => void;
  readonly refuseName: (column: number) => void;
}

/** Every column with its guess, how sure it is and why; everything can be changed. */
export function columnsList(input: ColumnsListInput): TemplateResult {
  const { draft, onlyDoubts } = input;
  const shown = draft.columns.filter((column) => !onlyDoubts || isDoubtful(column));
  return html`<ul class="columns">${shown.map((column) => columnItem(column, input))}</ul>`;
}

export const isDoubtful = (column: ColumnDraft): boolean => !column.skipped && doubtOf(column).confidence < SURE;

function columnItem(
  column: ColumnDraft,
  { draft, text, language, prefix, badNames, change, refuseName }: ColumnsListInput,
): TemplateResult {
  const { column: at, title, kind, required, options, skipped, formula, name, unit, groups } = column;
  const id = `${prefix}-${at}`;
  const isNumbering = kind.value === 'rowNumber';
  const { confidence, reason } = doubtOf(column);
  const has = options.value.length > 0 || kind.value === 'choice' || kind.value === 'choices';
  const words = (event: Event): string =>
    (event.target as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement).value.trim();
  const ticked = (event: Event): boolean => (event.target as HTMLInputElement).checked;
  const rename = (event: Event): void => {
    const wanted = words(event);
    const isTaken = draft.columns.some(
      (other) => (other.column !== at && !other.skipped && other.name.value === wanted) || other.words?.name === wanted,
    );
    if (NAME.test(wanted) && wanted.length <= 60 && !isTaken) return change(at, { name: wanted });
    (event.target as HTMLInputElement).value = name.value;
    refuseName(at);
  };
  return html`<li class=${skipped ? 'column skipped' : 'column'}>
    <div class="column-head"><label class="check"><input type="checkbox" .checked=${!skipped}
      @change=${(event: Event) => change(at, { skipped: !ticked(event) })}>${text.column(letterOf(at))}</label>
      ${groups.length > 0 ? html`<span class="weak">${groups.join(' / ')}</span>` : nothing}
      <span class="sure ${confidence < SURE && !skipped ? 'doubt' : ''}">${confidence < SURE && !skipped ? html`<strong>${text.doubtful}</strong> ` : nothing}${text.confidence(Math.round(confidence * 100))}${text.marks.colon}${reason[language]}</span></div>
    ${
      skipped
        ? html`<p class="weak">${title.value}</p>`
        : html`<div class="column-fields">
      <label class="field wide" for=${`${id}-title`}><span>${text.columnTitle}</span><input id=${`${id}-title`}
        class="input" maxlength="60" .value=${title.value} @change=${(event: Event) => {
          if (words(event) !== '') change(at, { title: words(event) });
        }}></label>
      <label class="field" for=${`${id}-kind`}><span>${text.kind}</span>${
        isNumbering
          ? html`<span class="fixed">${text.kinds_['rowNumber']}</span>`
          : html`<select id=${`${id}-kind`}
        class="input" @change=${(event: Event) => change(at, { kind: words(event) as ColumnKind })}>${KINDS.map(
          (each) => html`<option value=${each}
        .selected=${each === kind.value}>${text.kinds_[each]}</option>`,
        )}</select>`
      }</label>
      ${
        isNumbering
          ? nothing
          : html`<label class="check"><input type="checkbox" .checked=${required.value}
        ?disabled=${formula !== undefined} @change=${(event: Event) => change(at, { required: ticked(event) })}>${text.required}</label>`
      }
      ${
        formula
          ? html`<label class="check" title=${formula.value}><input type="checkbox" .checked=${true}
        @change=${() => change(at, { computed: false })}>${text.keepFormula}</label>`
          : nothing
      }
      ${unit ? html`<span class="weak">${unit}</span>` : nothing}
    </div>
    ${
      has && !isNumbering
        ? html`<label class="field options" for=${`${id}-options`}><span>${text.options}</span><textarea id=${`${id}-options`}
        class="input" rows=${Math.min(6, Math.max(2, options.value.length))} .value=${options.value.join('\n')}
        @change=${(event: Event) =>
          change(at, {
            options: [
              ...new Set(
                words(event)
                  .split('\n')
                  .map((line) => line.trim())
                  .filter((line) => line !== ''),
              ),
            ],
          })}></textarea></label>`
        : nothing
    }
    ${
      isNumbering
        ? nothing
        : html`<div class="column-foot"><p class="weak samples">${samplesOf(draft, column, text)}</p><details class="more"><summary>${text.more}</summary><label class="field"
        for=${`${id}-name`}><span>${text.fieldName}</span><input id=${`${id}-name`} class="input" spellcheck="false"
        aria-describedby=${`${id}-hint`} aria-invalid=${badNames.has(at) ? 'true' : 'false'} .value=${name.value}
        @change=${rename}></label>
      <p class="weak" id=${`${id}-hint`}>${badNames.has(at) ? html`<span class="bad">${text.nameInvalid}</span>` : html`${text.fieldNameHint}${text.marks.comma}${name.reason[language]}`}</p>${formula ? html`<p class="weak">${text.computed}${text.marks.colon}<code>${formula.value}</code></p>` : nothing}</details></div>`
    }`
    }
  </li>`;
}

/** The first different values of a column, as its ledger will show them. */
function samplesOf(
  { rows, definition }: SheetDraft,
  { name, kind, formula }: ColumnDraft,
  text: ImportMessages,
): string {
  const schema = own(definition.record.properties as JsonObject, name.value) as
    | {
        readonly oneOf?: readonly { readonly const: string; readonly title: string }[];
        readonly 'x-precision'?: string;
      }
    | undefined;
  const found = new Set<string>();
  for (const { data } of rows) {
    const value = own(data, name.value);
    if (typeof value === 'boolean') found.add(value ? text.yes : text.no);
    else if (value !== undefined && value !== null && typeof value !== 'object')
      found.add(
        schema?.oneOf?.find(({ const: code }) => code === value)?.title ??
          String(value).slice(0, schema?.['x-precision'] === 'month' ? 7 : 20),
      );
    if (found.size >= 3) break;
  }
  return found.size > 0
    ? `${text.samples}${[...found].join(text.marks.list)}`
    : formula || kind.value === 'choices'
      ? ''
      : text.noSamples;
}
