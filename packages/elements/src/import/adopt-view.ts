import type { Bilingual, Language } from '@jiceng/core/text/problem.js';
import type { ColumnChoice, LeftOut, SheetDraft } from '@jiceng/sheet/draft/result.js';
import { html, nothing, type TemplateResult } from 'lit';
import { completeRows, type Adopting } from './adopting.ts';
import { columnsList, isDoubtful } from './columns-list.ts';
import { fileLine } from './file-pick.ts';
import type { ImportMessages } from './import.messages.ts';
import { rawCells } from './raw-cells.ts';

/** Lines that a list of what is left out has at most. */
const MOST_LEFT = 200;
/** Rows of the preview. */
export const PREVIEW_ROWS = 100;

export interface AdoptViewInput {
  readonly adopting: Adopting;
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  readonly onlyDoubts: boolean;
  readonly badNames: ReadonlySet<number>;
  readonly preview: 'ledger' | 'form';
  /** The ledger or form with the data in it; nothing while its code is being loaded. */
  readonly previewed: (draft: SheetDraft) => TemplateResult | typeof nothing;
  /** Whose the rows are, where the page knows organisations; `isOpen`: something must be answered first. */
  readonly belonging: { readonly view: TemplateResult; readonly isOpen: boolean } | undefined;
  readonly busy: boolean;
  readonly chooseSheet: (name: string) => void;
  readonly rename: (title: string) => void;
  readonly moveHeader: (top: number, bottom: number) => void;
  readonly takeRow: (row: number, isTaken: boolean) => void;
  readonly changeColumn: (column: number, choice: ColumnChoice) => void;
  readonly refuseName: (column: number) => void;
  readonly showDoubts: (only: boolean) => void;
  readonly showPreview: (which: 'ledger' | 'form') => void;
  readonly again: () => void;
  /** Reads the file once more, in another encoding. */
  readonly read: (encoding: string) => void;
  readonly adopt: (draft: SheetDraft) => void;
}

/** An Excel ledger with everything that was guessed about it, and what would come of it. */
export function adoptView(input: AdoptViewInput): TemplateResult {
  const { adopting, text, language, prefix, chooseSheet, rename } = input;
  const { book, fileName, sheet: name, drafts, passedOver } = adopting;
  const sheet = book.sheets.find((each) => each.name === name)!;
  const draft = drafts.get(name);
  const over = passedOver.find((each) => each.sheet === name);
  const isEmpty = sheet.rows.length === 0;
  return html`<h2 class="title" tabindex="-1">${text.adoptTitle}</h2>
    ${fileLine(fileName, book.encoding, input)}
    ${noticesOf(
      book.notices.map((notice) => notice.text),
      text.notices,
      language,
    )}
    <div class="row-of-fields">
      ${
        book.sheets.length > 1
          ? html`<label class="field"
        for=${`${prefix}-sheet`}><span>${text.sheet}</span><select id=${`${prefix}-sheet`} class="input"
        @change=${(event: Event) => chooseSheet((event.target as HTMLSelectElement).value)}>${book.sheets.map(
          (each) => html`<option value=${each.name}
        .selected=${each.name === name}>${each.name}${each.hidden ? text.sheetHidden : ''}</option>`,
        )}</select></label>`
          : nothing
      }
      ${
        draft
          ? html`<label class="field wide" for=${`${prefix}-title`}><span>${text.ledgerTitle}</span><input id=${`${prefix}-title`}
          class="input" maxlength="60" .value=${draft.title.value} @change=${(event: Event) => {
            const title = (event.target as HTMLInputElement).value.trim();
            if (title !== '') rename(title);
          }}></label>`
          : nothing
      }
    </div>
    ${
      draft
        ? nothing
        : html`<div class="refusal"
      role="alert">${isEmpty ? nothing : text.noTable}${over ? html`<ul><li>${over.reason[language]}</li>${(over.problems ?? []).slice(0, 5).map(({ reason }) => html`<li>${reason[language]}</li>`)}</ul>` : nothing}</div>`
    }
    ${isEmpty ? nothing : html`<section><h3>${text.header}</h3><p class="weak">${text.headerHint}</p>${rawCells({ book, sheet, draft, text, language, prefix: `${prefix}-raw`, moveHeader: input.moveHeader, takeRow: input.takeRow })}</section>`}
    ${draft ? drafted(draft, input) : nothing}`;
}

function drafted(
  draft: SheetDraft,
  {
    text,
    language,
    prefix,
    onlyDoubts,
    badNames,
    preview,
    previewed,
    belonging,
    busy,
    changeColumn,
    refuseName,
    showDoubts,
    showPreview,
    adopt,
  }: AdoptViewInput,
): TemplateResult {
  const doubts = draft.columns.filter(isDoubtful).length;
  const rows = completeRows(draft);
  const fields = draft.columns.filter(({ skipped }) => !skipped).length;
  const tab = (which: 'ledger' | 'form', title: string) =>
    html`<button type="button" class="button" aria-pressed=${preview === which ? 'true' : 'false'}
      @click=${() => showPreview(which)}>${title}</button>`;
  return html`
    <section><h3>${text.columns}</h3><p class="weak">${text.columnsHint}</p>
      ${
        doubts > 0
          ? html`<label class="check"><input type="checkbox" .checked=${onlyDoubts}
        @change=${(event: Event) => showDoubts((event.target as HTMLInputElement).checked)}>${text.onlyDoubts(doubts)}</label>`
          : html`<p class="weak">${text.noDoubts}</p>`
      }
      ${columnsList({ draft, text, language, prefix: `${prefix}-column`, onlyDoubts: onlyDoubts && doubts > 0, badNames, change: changeColumn, refuseName })}</section>
    <section>${
      draft.incomplete.length > 0
        ? html`<details class="note"
      open><summary>${text.incomplete(draft.incomplete.length)}</summary><p class="weak">${text.incompleteHint}</p><ul>${draft.incomplete.slice(0, 20).map(({ row, problems }) => html`<li>${text.rowPlace(row)}${text.marks.colon}${problems.map((reason) => reason[language]).join(text.marks.list)}</li>`)}</ul>${draft.incomplete.length > 20 ? html`<p class="weak">${text.moreOf(draft.incomplete.length - 20)}</p>` : nothing}</details>`
        : nothing
    }
      ${leftList(draft.leftOut, text, language)}</section>
    <section><h3>${text.preview}</h3><p class="tabs">${tab('ledger', text.asLedger)}${tab('form', text.asForm)} <span class="weak">${preview === 'ledger' ? text.previewOf(Math.min(PREVIEW_ROWS, rows.length), rows.length) : ''}</span></p>${previewed(draft)}</section>
    ${rows.length > 0 ? (belonging?.view ?? nothing) : nothing}
    <div class="foot"><span>${text.adoptSum(fields, rows.length)}</span><button type="button" class="button primary"
      ?disabled=${busy || fields === 0 || (belonging?.isOpen ?? false)}
      @click=${() => adopt(draft)}>${text.adopt(rows.length)}</button></div>`;
}

/** What a reading person should know about the file. */
export function noticesOf(
  notices: readonly Bilingual[],
  title: string,
  language: Language,
): TemplateResult | typeof nothing {
  return notices.length === 0
    ? nothing
    : html`<div class="notices" role="note"><strong>${title}</strong><ul>${notices.map((notice) => html`<li>${notice[language]}</li>`)}</ul></div>`;
}

function leftList(left: readonly LeftOut[], text: ImportMessages, language: Language): TemplateResult {
  if (left.length === 0) return html`<p class="weak">${text.leftNone}</p>`;
  return html`<details class="left"><summary>${text.leftOut(left.length)}</summary><div class="scroll" tabindex="0"
    role="region" aria-label=${text.leftOut(left.length)}><table class="list"><thead><tr><th scope="col">${text.place}</th><th scope="col">${text.content}</th><th scope="col">${text.reason}</th></tr></thead>
    <tbody>${left.slice(0, MOST_LEFT).map(({ place, text: words, reason }) => html`<tr><td>${/^\d+$/.test(place) ? text.rowPlace(Number(place)) : place}</td><td>${words.length > 100 ? `${words.slice(0, 100)}…` : words}</td><td>${reason[language]}</td></tr>`)}</tbody></table></div>
    ${left.length > MOST_LEFT ? html`<p class="weak">${text.moreOf(left.length - MOST_LEFT)}</p>` : nothing}</details>`;
}
