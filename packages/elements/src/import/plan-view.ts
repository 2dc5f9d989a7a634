import type { Language, Problem } from '@jiceng/core/text/problem.js';
import type { Command } from '@jiceng/core/engine/contract.js';
import type { SeveralNamed } from '@jiceng/sheet/ledger/read-cell.js';
import { html, nothing, type TemplateResult } from 'lit';
import { noticesOf } from './adopt-view.ts';
import { belongingView } from './belonging.ts';
import { fileLine } from './file-pick.ts';
import type { ImportMessages } from './import.messages.ts';
import { planRows } from './plan-rows.ts';
import {
  answerKey,
  countsOf,
  decidedAlike,
  PAGE,
  rowsShown,
  toggled,
  type Comparing,
  type Planning,
  type RowsShown,
} from './planning.ts';

export interface PlanViewInput {
  readonly planning: Planning;
  /** What would be stored as decided now, or what is still open. */
  readonly outcome:
    | { readonly ok: true; readonly commands: readonly Command[] }
    | { readonly ok: false; readonly problems: readonly Problem[] };
  readonly text: ImportMessages;
  readonly language: Language;
  readonly prefix: string;
  readonly title: string;
  readonly readonly: boolean;
  /** The store refused: the reasons, before anything else. */
  readonly refusal: TemplateResult | typeof nothing;
  readonly busy: boolean;
  readonly change: (planning: Planning) => void;
  readonly meaningOf: (what: SeveralNamed['what'], id: string) => string;
  /** There is a directory of organisations. */
  readonly hasOrganisations: boolean;
  /** Lets the person choose the organisation of new records; the list opens under `anchor`. */
  readonly chooseOrganisation: (anchor: HTMLElement) => void;
  /** Compares the sheet otherwise. */
  readonly compare: (comparing: Partial<Comparing>) => void;
  readonly again: () => void;
  /** Reads the file once more, in another encoding. */
  readonly read: (encoding: string) => void;
  readonly confirm: () => void;
}

const SHOWN: readonly RowsShown[] = ['all', 'new', 'changed', 'faulty', 'conflicting'];
/** Open questions that are listed. */
const MOST_OPEN = 10;

/** What a filled-in sheet would change, row by row, with what people have to decide. */
export function planView(input: PlanViewInput): TemplateResult {
  const { planning, text, language, prefix, title, refusal, change } = input;
  const { plan, book, fileName } = planning;
  const counts = countsOf(plan);
  const rows = rowsShown(planning);
  return html`<h2 class="title" tabindex="-1">${text.planTitle(title)}</h2>
    ${fileLine(fileName, book.encoding, input)}
    ${refusal}
    ${noticesOf(
      book.notices.map((notice) => notice.text),
      text.notices,
      language,
    )}
    ${plan.isOtherVersion ? html`<p class="notices" role="note">${text.otherVersion}</p>` : nothing}
    ${setup(input)}
    ${counts.new > 0 && input.hasOrganisations ? belongingView({ columns: plan.orgColumns, column: plan.orgColumn, orgId: planning.orgId, text, prefix, meaningOf: input.meaningOf, chooseOrganisation: input.chooseOrganisation, chooseColumn: (orgColumn) => input.compare({ orgColumn }) }) : nothing}
    ${
      counts.all === 0
        ? html`<p class="empty">${text.nothing}</p>`
        : html`
      <div class="tabs" role="group" aria-label=${text.shown.all}>${SHOWN.map((which) =>
        which !== 'all' && counts[which] === 0
          ? nothing
          : html`<button type="button"
        class=${`button ${which}`} aria-pressed=${planning.shown === which ? 'true' : 'false'}
        @click=${() => change({ ...planning, shown: which, most: PAGE })}>${text.shown[which]} <strong>${counts[which]}</strong></button>`,
      )}
        <span class="weak">${counts.same > 0 ? text.same(counts.same) : ''}</span></div>
      ${
        counts.conflicts > 1
          ? html`<p class="tabs"><button type="button" class="button"
        @click=${() => change(decidedAlike(planning, 'file'))}>${text.allFile}</button><button type="button"
        class="button" @click=${() => change(decidedAlike(planning, 'record'))}>${text.allRecord}</button></p>`
          : nothing
      }
      ${rows.length === 0 ? html`<p class="empty">${text.noneShown}</p>` : planRows({ rows: rows.slice(0, planning.most), planning, text, language, prefix, change, meaningOf: input.meaningOf, answer: (several, id) => input.compare({ answers: new Map(planning.comparing.answers).set(answerKey(several), id) }) })}
      ${
        rows.length > planning.most
          ? html`<p><button type="button" class="button"
        @click=${() => change({ ...planning, most: planning.most + PAGE })}>${text.morePage(Math.min(PAGE, rows.length - planning.most))}</button></p>`
          : nothing
      }
      ${foot(input, counts.faulty)}`
    }`;
}

/** How rows are matched, which columns are taken, and what is left out anyway. */
function setup({ planning, text, prefix, change, compare }: PlanViewInput): TemplateResult {
  const { plan, skippedColumns } = planning;
  const { columns, keyColumns, keys, hasIds, unknownColumns, missingColumns, leftOut } = plan;
  return html`<details class="left" ?open=${!hasIds && keys.length === 0}><summary>${text.matching}${text.marks.colon}${
    hasIds
      ? text.byId
      : keys.length > 0
        ? keyColumns
            .filter(({ pointer }) => keys.includes(pointer))
            .map(({ title }) => title)
            .join(text.marks.list)
        : text.byKeys
  }</summary>
    ${
      hasIds
        ? nothing
        : html`<fieldset><legend>${text.byKeys}</legend>${keyColumns.map(
            ({ pointer, title }, at) => html`<label class="check"
      for=${`${prefix}-key-${at}`}><input id=${`${prefix}-key-${at}`} type="checkbox" .checked=${keys.includes(pointer)}
      @change=${(event: Event) => compare({ keys: [...toggled(new Set(keys), pointer, (event.target as HTMLInputElement).checked)] })}>${title}</label>`,
          )}</fieldset>`
    }
    <fieldset><legend>${text.takeColumns}</legend>${columns.map(
      ({ pointer, title }, at) => html`<label class="check"
      for=${`${prefix}-take-${at}`}><input id=${`${prefix}-take-${at}`} type="checkbox"
      .checked=${!skippedColumns.has(pointer)} @change=${(event: Event) => change({ ...planning, skippedColumns: toggled(skippedColumns, pointer, !(event.target as HTMLInputElement).checked) })}>${title}</label>`,
    )}</fieldset>
    ${unknownColumns.length > 0 ? html`<p>${text.unknownColumns}${text.marks.colon}${unknownColumns.join(text.marks.list)}</p>` : nothing}
    ${missingColumns.length > 0 ? html`<p>${text.missingColumns}${text.marks.colon}${missingColumns.join(text.marks.list)}</p>` : nothing}
    ${
      leftOut.length > 0
        ? html`<p>${text.leftRows(leftOut.length)}${text.marks.colon}${leftOut
            .slice(0, 20)
            .map(({ row, text: words }) => `${text.rowPlace(row)} ${words.slice(0, 30)}`)
            .join(text.marks.list)}</p>`
        : nothing
    }</details>`;
}

function foot(
  { planning, outcome, text, language, readonly: fixed, busy, change, confirm }: PlanViewInput,
  faulty: number,
): TemplateResult {
  const commands = outcome.ok ? outcome.commands : [];
  const created = commands.filter(({ kind }) => kind === 'create').length;
  const sum = text.importSum(created, commands.length - created);
  return html`${
    faulty > 0
      ? html`<label class="check"><input type="checkbox" .checked=${planning.withoutFaults}
    @change=${(event: Event) => change({ ...planning, withoutFaults: (event.target as HTMLInputElement).checked })}>${text.withoutFaults}</label>`
      : nothing
  }
    ${
      outcome.ok
        ? nothing
        : html`<div class="open"
      role="status">${text.open(outcome.problems.length)}<ul>${outcome.problems.slice(0, MOST_OPEN).map(({ pointer, reason }) => html`<li>${placeOf(pointer, text)}${text.marks.colon}${reason[language]}</li>`)}</ul>${outcome.problems.length > MOST_OPEN ? text.moreOf(outcome.problems.length - MOST_OPEN) : nothing}</div>`
    }
    <div class="foot"><span role="status">${fixed ? text.readonly : outcome.ok ? (commands.length > 0 ? sum : text.nothingTaken) : ''}</span><button type="button"
      class="button primary" ?disabled=${fixed || busy || commands.length === 0}
      @click=${confirm}>${text.import}</button></div>`;
}

/** `/B5` is a cell, `/7` a row. */
function placeOf(pointer: string, text: ImportMessages): string {
  const place = pointer.slice(1);
  return /^\d+$/.test(place) ? text.rowPlace(Number(place)) : place;
}
