import { translated } from '@jiceng/core/definition/translated.js';
import { strayTranslations, stretched } from '@jiceng/core/definition/translations.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Json } from '@jiceng/core/json/json.js';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { Edit } from '../document/edit.ts';
import { titleAt } from '../document/title-at.ts';
import { lockOf } from '../locks/lock-of.ts';
import type { BuilderSession } from '../session/session.ts';
import { SessionElement } from '../session/session-element.ts';
import { showPlace } from '../session/show-pane.ts';
import {
  kindOfText,
  languagesOf,
  namesLost,
  narrowed,
  removeStray,
  setText,
  setTranslation,
  textRows,
  type TextRow,
} from './text-rows.ts';
import { messages, type Messages } from './texts.messages.ts';
import styles from './texts.styles.ts';

/** So many rows are shown at a time. */
const PAGE = 60;

/** Chinese characters in a line of a cell, about. */
const LINE = 22;

/** Languages that are offered besides those that the definition speaks. */
const OFFERED = ['en', 'bo', 'ug', 'mn', 'za', 'ii'];

/**
 * All texts of the definition side by side with their translations, changed in place; missing ones are counted, and the
 * form is shown with long texts.
 *
 * @customElement jc-texts
 *
 * @fires {CustomEvent<ShowPane>} jc-pane-show - The place of a text is wanted.
 * @csspart base - Everything.
 */
export class Texts extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private locale = 'en';
  @state() private search = '';
  @state() private isMissingOnly = false;
  @state() private shown = PAGE;
  @state() private long: '' | 'zh-CN' | 'translation' = '';

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const document = session.value.value;
    const rows = textRows(document, this.locale);
    const missing = rows.filter(({ translation }) => translation === '').length;
    const wanted = narrowed(rows, this.search, this.isMissingOnly);
    const stray = strayTranslations(document, this.locale).length;
    return html`<div class="base" part="base">
      <h3>${text.table}</h3>
      ${
        rows.length === 0
          ? html`<p class="empty">${text.nothing}</p>`
          : html`
        <div class="bar">
          <div class="field"><label for="locale">${text.language}</label><select id="locale"
            @change=${(event: Event) => this.narrow({ locale: valueOf(event) })}>${[
              ...new Set([...languagesOf(document), ...OFFERED]),
            ].map(
              (tag) => html`<option value=${tag}
            ?selected=${tag === this.locale}>${text.names[tag] ?? tag}</option>`,
            )}</select></div>
          <div class="field"><label for="search">${text.search}</label><input id="search" type="search"
            .value=${live(this.search)} @input=${(event: Event) => this.narrow({ search: valueOf(event) })}></div>
          <label class="tick"><input type="checkbox" .checked=${live(this.isMissingOnly)}
            @change=${(event: Event) => this.narrow({ isMissingOnly: (event.target as HTMLInputElement).checked })}>${text.missingOnly}</label>
          <span role="status">${text.missing(missing, rows.length)}</span>
        </div>
        ${
          stray === 0
            ? nothing
            : html`<p class="note">${text.stray(stray)} <button class="link" type="button"
          @click=${() => this.edit(session, 'removeTitle', removeStray(document, this.locale))}>${text.removeStray}</button></p>`
        }
        ${
          wanted.length === 0
            ? html`<p class="empty"
          role="status">${text.none}</p>`
            : this.table(session, document, wanted, text)
        }
        ${this.trial(session, text)}`
      }
    </div>`;
  }

  private table(session: BuilderSession, document: Json, rows: readonly TextRow[], text: Messages): TemplateResult {
    const rest = rows.length - this.shown;
    return html`<div class="scroll" role="group" tabindex="0" aria-label=${text.table}><table>
        <thead><tr><th scope="col" class="where">${text.where}</th><th scope="col">${text.chinese}</th><th scope="col">${text.translation}</th></tr></thead>
        <tbody>${rows.slice(0, this.shown).map((row) => this.row(session, document, row, text))}</tbody>
      </table></div>
      ${
        rest > 0
          ? html`<div class="bar"><button class="button" type="button" @click=${() => {
              this.shown += PAGE;
            }}>${text.more(Math.min(rest, PAGE))}</button></div>`
          : nothing
      }`;
  }

  private row(session: BuilderSession, document: Json, row: TextRow, text: Messages): TemplateResult {
    const { pointer, text: own, translation } = row;
    const lost = namesLost(row);
    const kind = kindOfText(pointer)[this.language === 'zh-CN' ? 'zh' : 'en'];
    const holder =
      titleAt(
        translated(document as unknown as Definition, this.language),
        pointer.slice(0, pointer.lastIndexOf('/')),
      ) || text.whole;
    const lock = lockOf(session, pointer)?.[this.language];
    const name = `${holder} ${kind}`;
    const cell = (
      label: string,
      value: string,
      isLocked: boolean,
      edits: (value: string) => Edit[],
      what: 'textTitle' | 'translationTitle',
    ): TemplateResult => html`<textarea rows=${Math.min(6, Math.ceil((value.length * (/[\u4e00-\u9fff]/.test(value) ? 1 : 0.5)) / LINE) || 1)}
      aria-label=${`${name} ${label}`} title=${lock ?? ''} ?readonly=${isLocked} .value=${live(value)}
      @change=${(event: Event) => {
        if (!this.edit(session, what, edits(valueOf(event)))) (event.target as HTMLTextAreaElement).value = value;
      }}></textarea>`;
    return html`<tr>
      <th scope="row"><button class="link" type="button" aria-label=${`${text.go} ${name}`} @click=${() => {
        session.select([pointer]);
        showPlace(this, pointer);
      }}>${holder}</button> <span class="weak">${kind}</span></th>
      <td>${cell(text.chinese, own, lock !== undefined, (value) => (value.trim() === '' ? [] : setText(pointer, value)), 'textTitle')}</td>
      <td class=${translation === '' ? 'missing' : ''}>${cell(text.translation, translation, lock !== undefined, (value) => setTranslation(document, this.locale, pointer, value), 'translationTitle')}${lost.length === 0 ? nothing : html`<span class="weak">${text.lost(lost)}</span>`}</td>
    </tr>`;
  }

  private trial(session: BuilderSession, text: Messages): TemplateResult {
    const definition = session.definition.value;
    if (!definition) return html``;
    const choice = (value: typeof this.long, label: string): TemplateResult =>
      html`<button class="button" type="button" aria-pressed=${this.long === value ? 'true' : 'false'} @click=${() => {
        this.long = this.long === value ? '' : value;
      }}>${label}</button>`;
    const locale = this.long === 'translation' ? this.locale : 'zh-CN';
    return html`<h3>${text.long}</h3><p class="weak">${text.longHelp}</p>
      <div class="bar">${choice('zh-CN', text.inChinese)}${choice('translation', text.names[this.locale] ?? this.locale)}</div>
      ${
        this.long === ''
          ? nothing
          : html`<div class="long"><jc-form lang=${locale} locale=${locale} .drafts=${null}
        .definition=${guard([definition, locale], () => stretched(translated(definition, locale)))}></jc-form></div>`
      }`;
  }

  private narrow(to: { readonly locale?: string; readonly search?: string; readonly isMissingOnly?: boolean }): void {
    this.locale = to.locale ?? this.locale;
    this.search = to.search ?? this.search;
    this.isMissingOnly = to.isMissingOnly ?? this.isMissingOnly;
    this.shown = PAGE;
  }

  private edit(
    session: BuilderSession,
    what: 'textTitle' | 'translationTitle' | 'removeTitle',
    edits: readonly Edit[],
  ): boolean {
    return (
      edits.length > 0 && session.edit({ title: { 'zh-CN': messages('zh-CN')[what], en: messages('en')[what] } }, edits)
    );
  }
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
