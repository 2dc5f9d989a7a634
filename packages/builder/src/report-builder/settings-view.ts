import type { Definition } from '@jiceng/core/generated/definition.js';
import { sameJson } from '@jiceng/core/json/changes.js';
import { isObject, own, type Json, type JsonObject } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { html, type TemplateResult } from 'lit';
import { blockTitle } from './acts.ts';
import { titleOf } from './model/zones.ts';
import { reportEdits, reportForm, type ReportForm } from './properties.ts';
import { messages } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';
import { reportThing } from './report-thing.ts';

/**
 * The settings of what is selected, in a form of ours. It stays the same form as long as its fields do, so that typing
 * goes on.
 */
export class Settings {
  private held: { readonly key: string; readonly form: ReportForm } | undefined;
  /**
   * What the form was last given. The same content is the same object: set again, it would take away letters that are
   * not told yet.
   */
  private given: { readonly key: string; readonly data: ReportForm['data'] } | undefined;

  draw(session: ReportSession, pointer: string, definitions: readonly Definition[], locale: string): TemplateResult {
    const texts = messages(locale);
    const value = session.value.value;
    const thing = reportThing(value, pointer);
    if (!thing) return html`<h3 class="side-title">${texts.properties}</h3><p class="weak">${texts.noProperties}</p>`;
    const form = reportForm(
      value,
      thing,
      session.language.value,
      definitions,
      texts.of(nameOf(value, pointer, locale)),
    );
    const key = `${pointer} ${JSON.stringify(form.definition.record)}`;
    if (this.held?.key !== key) this.held = { key, form };
    const shown = this.held.form;
    const content = `${key} ${JSON.stringify(form.data)}`;
    if (this.given?.key !== content) this.given = { key: content, data: form.data };
    return html`<jc-form bare .definition=${shown.definition} .value=${this.given.data} .locale=${locale}
      @input=${(event: Event) => this.take(session, pointer, event)} @jc-change=${(event: Event) => {
        event.stopPropagation();
        this.take(session, pointer, event);
      }} @focusout=${() => session.document.closeGroup()}></jc-form>`;
  }

  /** Takes over what differs, letter by letter: what the session does not know, the next drawing would take away. */
  private take(session: ReportSession, pointer: string, event: Event): void {
    const value = (event.currentTarget as HTMLElement & { value: Json | undefined }).value;
    if (!isObject(value) || !this.held || !this.given) return;
    const { form } = this.held;
    const properties = own(form.definition.record as unknown as JsonObject, 'properties');
    for (const key of Object.keys(isObject(properties) ? properties : {})) {
      if (!sameJson(own(this.given.data as JsonObject, key), own(value, key)))
        set(session, pointer, form, key, own(value, key));
    }
  }
}

/** What people call the thing whose settings are open. */
function nameOf(report: Json, pointer: string, locale: string): string {
  if (pointer === '') return messages(locale).wholeReport;
  if (pointer.startsWith('/blocks')) return blockTitle(report, pointer, locale);
  const part = valueAt(report, pointer);
  return titleOf(
    report,
    pointer.startsWith('/dimensions') ? 'dimension' : 'measure',
    String(isObject(part) ? own(part, 'id') : ''),
  );
}

/** A property was changed in the form: it becomes a step of undo, letters typed in a row one. */
function set(session: ReportSession, pointer: string, form: ReportForm, key: string, value: Json | undefined): void {
  const thing = reportThing(session.value.peek(), pointer);
  if (!thing) return;
  const schema = valueAt(form.definition.record as unknown as Json, `/properties/${key}`);
  const words = isObject(schema) ? String(own(schema, 'title') ?? key) : key;
  const title = { 'zh-CN': messages('zh-CN').did.set(words), en: messages('en').did.set(words) };
  const edits = reportEdits(thing, form, key, value);
  if (edits.length > 0) session.edit({ title, group: `${pointer} ${key}` }, edits);
}
