import { html, type TemplateResult } from 'lit';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { duplicated, moved, placeIn, removed } from '../lists/list-edits.ts';
import { DID } from '../lists/lists.messages.ts';
import { carryOut } from '../lists/row-tools.ts';
import { ENVELOPE_WORDS } from '../panel/choices.messages.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './ledger.messages.ts';
import { columnMoved, fieldsLeft, grouped, headOf, ungrouped, withColumn } from './ledger-model.ts';

/** The selected columns and groups, in the order of the document. */
export function chosenColumns(session: BuilderSession): string[] {
  return session.selection
    .peek()
    .filter(
      (pointer) => pointer.startsWith('/ledger/columns/') && valueAt(session.value.peek(), pointer) !== undefined,
    );
}

function nameOf(session: BuilderSession, pointer: string): string {
  return headOf(session.value.peek(), session.language.peek()).reduce<string>(
    (found, row) => row.find((cell) => cell.pointer === pointer)?.title ?? found,
    '',
  );
}

export function moveColumn(
  session: BuilderSession,
  pointer: string,
  by: number,
  name = nameOf(session, pointer),
): void {
  carryOut(session, messages(session.language.peek()).moved(name), moved(session.value.peek(), pointer, by));
}

/** Takes a column out of its group, to stand behind it. */
export function takeOut(session: BuilderSession, pointer: string, name = nameOf(session, pointer)): void {
  const { list } = placeIn(pointer);
  if (list === '/ledger/columns') return;
  const group = placeIn(list.slice(0, list.lastIndexOf('/')));
  carryOut(
    session,
    messages(session.language.peek()).moved(name),
    columnMoved(session.value.peek(), pointer, group.list, group.at + 1),
  );
}

/** What can be done with the selected columns, for buttons and commands alike. */
export const columnActs = {
  left: (session: BuilderSession) => {
    const [pointer] = chosenColumns(session);
    if (pointer !== undefined) moveColumn(session, pointer, -1);
  },
  right: (session: BuilderSession) => {
    const [pointer] = chosenColumns(session);
    if (pointer !== undefined) moveColumn(session, pointer, 1);
  },
  group: (session: BuilderSession) => {
    const text = messages(session.language.peek());
    carryOut(
      session,
      { 'zh-CN': '并为一组', en: 'Columns grouped' },
      grouped(session.value.peek(), chosenColumns(session), text.newGroup),
    );
  },
  ungroup: (session: BuilderSession) => {
    const [pointer] = chosenColumns(session);
    if (pointer !== undefined)
      carryOut(session, { 'zh-CN': '取消分组', en: 'Columns ungrouped' }, ungrouped(session.value.peek(), pointer));
  },
  copy: (session: BuilderSession) => {
    const [pointer] = chosenColumns(session);
    if (pointer !== undefined)
      carryOut(session, DID.copy(nameOf(session, pointer)), duplicated(session.value.peek(), pointer, new Set()));
  },
  remove: (session: BuilderSession) => {
    const [pointer] = chosenColumns(session);
    if (pointer !== undefined)
      carryOut(session, DID.remove(nameOf(session, pointer)), removed(session.value.peek(), pointer, false));
  },
};

/** Whether the selected things can be put under one heading. */
export const canGroup = (session: BuilderSession): boolean =>
  grouped(session.value.peek(), chosenColumns(session), '') !== undefined;

/** Whether one group is selected. */
export function isGroupChosen(session: BuilderSession): boolean {
  const chosen = chosenColumns(session);
  const value = valueAt(session.value.peek(), chosen[0] ?? '/');
  return chosen.length === 1 && isObject(value) && own(value, 'columns') !== undefined;
}

/** Buttons for the selected columns, and a list to add one. */
export function columnTools(session: BuilderSession): TemplateResult {
  const text = messages(session.language.value);
  void session.selection.value;
  const chosen = chosenColumns(session);
  const isOne = chosen.length === 1;
  const at = isOne ? placeIn(chosen[0] as string) : undefined;
  const siblings = at ? valueAt(session.value.value, at.list) : undefined;
  const last = Array.isArray(siblings) ? siblings.length - 1 : 0;
  return html`<div class="tools-bar">
    <select class="add" aria-label=${text.add}
      @change=${(event: Event) => addColumn(session, event.target as HTMLSelectElement)}>
      <option value="">＋ ${text.add}…</option>
      <optgroup label=${text.addField}>${fieldsLeft(session.value.value).map(({ address, title }) => html`<option value=${address}>${title}</option>`)}</optgroup>
      <optgroup label=${text.addSystem}>${Object.keys(ENVELOPE_WORDS).map((name) => html`<option value=${`name:${name}`}>${ENVELOPE_WORDS[name]?.[session.language.value === 'zh-CN' ? 0 : 1]}</option>`)}</optgroup>
      <option value="formula">${text.addFormula}</option>
    </select>
    <button type="button" class="button" ?disabled=${!isOne || at?.at === 0}
      @click=${() => columnActs.left(session)}>← ${text.left}</button>
    <button type="button" class="button" ?disabled=${!isOne || (at?.at ?? 0) >= last}
      @click=${() => columnActs.right(session)}>→ ${text.right}</button>
    <button type="button" class="button" ?disabled=${!canGroup(session)}
      @click=${() => columnActs.group(session)}>${text.group}</button>
    <button type="button" class="button" ?disabled=${!isGroupChosen(session)}
      @click=${() => columnActs.ungroup(session)}>${text.ungroup}</button>
    <button type="button" class="button" ?disabled=${!isOne}
      @click=${() => columnActs.copy(session)}>${text.copy}</button>
    <button type="button" class="button" ?disabled=${!isOne}
      @click=${() => columnActs.remove(session)}>${text.remove}</button>
    <button type="button" class="button" @click=${() => session.select(['/ledger'])}>${text.settings}</button>
  </div>`;
}

function addColumn(session: BuilderSession, select: HTMLSelectElement): void {
  const { value } = select;
  const text = messages(session.language.peek());
  select.value = '';
  if (value === '') return;
  const column: Json =
    value === 'formula'
      ? { value: '""', title: text.addFormula }
      : value.startsWith('name:')
        ? { name: value.slice(5) }
        : value;
  const [behind] = chosenColumns(session);
  carryOut(session, DID.add(text.column), withColumn(session.value.peek(), column, behind));
}
