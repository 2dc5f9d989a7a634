import { html, type TemplateResult } from 'lit';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { pointerParts, valueAt } from '@jiceng/core/json/pointer.js';
import { blockTitle } from './acts.ts';
import { titleOf } from './model/zones.ts';
import { reportEdits, reportForm, reportThing, type ReportForm } from './properties.ts';
import { messages } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/** The settings of what is selected, in a form of ours. It stays the same form as long as its fields do, so that typing goes on. */
export class Settings {
  private held: { readonly key: string; readonly form: ReportForm } | undefined;

  draw(session: ReportSession, pointer: string, definitions: readonly Definition[], locale: string): TemplateResult {
    const texts = messages(locale);
    const value = session.value.value;
    const thing = reportThing(value, pointer);
    if (!thing) return html`<h3 class="side-title">${texts.properties}</h3><p class="weak">${texts.noProperties}</p>`;
    const form = reportForm(value, thing, session.language.value, definitions, texts.of(nameOf(value, pointer, locale)));
    const key = `${pointer} ${JSON.stringify(form.definition.record)}`;
    if (this.held?.key !== key) this.held = { key, form };
    const shown = this.held.form;
    return html`<jc-form bare .definition=${shown.definition} .value=${form.data} .locale=${locale}
      @jc-change=${(event: CustomEvent<{ readonly pointer: string }>) => set(session, pointer, shown, event)} @focusout=${() => session.document.closeGroup()}></jc-form>`;
  }
}

/** What people call the thing whose settings are open. */
function nameOf(report: Json, pointer: string, locale: string): string {
  if (pointer === '') return messages(locale).wholeReport;
  if (pointer.startsWith('/blocks')) return blockTitle(report, pointer, locale);
  const part = valueAt(report, pointer);
  return titleOf(report, pointer.startsWith('/dimensions') ? 'dimension' : 'measure', String(isObject(part) ? own(part, 'id') : ''));
}

/** A property was changed in the form: it becomes a step of undo, letters typed in a row one. */
function set(session: ReportSession, pointer: string, form: ReportForm, event: CustomEvent<{ readonly pointer: string }>): void {
  event.stopPropagation();
  const [key = ''] = pointerParts(event.detail.pointer);
  const thing = reportThing(session.value.peek(), pointer);
  if (!thing) return;
  const held = (event.currentTarget as HTMLElement & { value: Json | undefined }).value;
  const schema = valueAt(form.definition.record as unknown as Json, `/properties/${key}`);
  const words = isObject(schema) ? String(own(schema, 'title') ?? key) : key;
  const title = { 'zh-CN': messages('zh-CN').did.set(words), en: messages('en').did.set(words) };
  const edits = reportEdits(thing, form, key, isObject(held) ? own(held, key) : undefined);
  if (edits.length > 0) session.edit({ title, group: `${pointer} ${key}` }, edits);
}
