import type { JsonObject } from '@jiceng/core/json/json.js';
import type { FormSubmitDetail } from '@jiceng/elements/form/form-events.js';
import { Belonging } from './belonging.ts';
import { button, byId, make } from './page-parts.ts';
import { refusalText, type Portal } from './shell.ts';
import { keep, newId, stored } from './storage.ts';

const markOf = ({ person, definition }: Portal): string => `portal-unfinished:${person.personId}:${definition.id}`;

/** Whether this person has begun a record here and not finished it; what was typed is in the draft. */
export function unfinished(portal: Portal): boolean {
  return stored(markOf(portal)) !== undefined;
}

/** A form for a new record in place of the list; `back` is called when it is stored or given up. */
export function openNewRecord(portal: Portal, back: () => Promise<void>): void {
  const { content, source, organisations, people, person, definition, notes } = portal;
  const belonging = new Belonging(portal, stored(markOf(portal)));
  const form = document.createElement('jc-form');
  Object.assign(form, {
    definition,
    organisations,
    people,
    person,
    facts: source.mirror.facts,
    isWorkday: source.mirror.isWorkday,
  });
  if (byId('title').textContent === definition.title) {
    // The page is headed like the form.
    form.bare = true;
    form.append(
      make(
        'p',
        { slot: 'actions', className: 'pick' },
        button('提交', () => form.submit()),
      ),
    );
  }
  const close = async (): Promise<void> => {
    keep(markOf(portal), undefined);
    await form.discardDraft();
    await back();
  };
  const later = button('返回列表（保留已填内容）', () => void back(), 'plain');
  const giveUp = button(
    '放弃填写',
    () => {
      if (!unfinished(portal) || confirm('已填写的内容将不再保留，确定放弃吗？')) void close();
    },
    'plain',
  );
  const begun = (): void => keep(markOf(portal), belonging.text);
  for (const part of [belonging.form, form]) part?.addEventListener('jc-change', begun);
  const recordId = newId();
  form.addEventListener('jc-submit', (event) => {
    const { value } = (event as CustomEvent<FormSubmitDetail>).detail;
    const whose = belonging.check();
    if (!whose) return;
    void portal
      .run({ kind: 'create', recordId, definitionId: definition.id, ...whose, data: value as JsonObject })
      .then(async (outcome) => {
        if (!outcome) return;
        if (!outcome.ok) return notes.say(`没有登记：${refusalText(outcome)}`, true);
        await close();
        notes.say('已登记。');
      });
  });
  const refused = belonging.refusal;
  if (refused !== undefined) {
    later.textContent = '返回列表';
    content.replaceChildren(make('p', { className: 'note' }, refused), make('div', { className: 'pick' }, later));
    return later.focus();
  }
  content.replaceChildren(
    make('div', { className: 'pick' }, later, ' ', giveUp),
    ...(belonging.form ? [belonging.form] : []),
    form,
  );
  const first = belonging.form ?? form;
  void first.updateComplete.then(() => first.focus());
}
