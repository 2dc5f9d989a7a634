import type { MirrorSource } from '@jiceng/client/store/mirror-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { fetchJson } from '../data-set.ts';
import { addressOf, button, make, pageOf } from '../page-parts.ts';
import type { Card } from './catalogue.ts';
import { parameterList } from './parameters.ts';

/** One definition of the catalogue: what it is for and what can be done with it. */
export function entryCard({ definition, facts, serves }: Card, source: MirrorSource): HTMLElement {
  const { id, title, description = '', purpose } = definition;
  return make(
    'article',
    { className: 'entry', id: `entry-${id}` },
    make('h4', {}, make('a', { href: pageOf(id) }, title)),
    make('p', {}, description),
    make('p', { className: 'weak' }, facts.join(' · ')),
    make('p', { className: 'weak' }, `用途：${purpose.decision}`),
    make('p', { className: 'weak' }, `对应业务：${serves.join('；')}`),
    make(
      'p',
      { className: 'pick' },
      button('预览示例', () => void preview(definition, source), 'plain'),
      ' ',
      make('a', { className: 'button', href: pageOf(id) }, '打开办理'),
      ' ',
      make('a', { className: 'button', href: addressOf('builder.html', { template: id }) }, '使用此模板'),
    ),
  );
}

/** The form filled in with its example, in a dialog; nothing of it is stored. */
async function preview(definition: Definition, source: MirrorSource): Promise<void> {
  const { mirror } = source;
  const dialog = make('dialog', { className: 'sources' }, make('h3', {}, `${definition.title}（示例）`));
  const form = document.createElement('jc-form');
  const path = (
    await fetchJson<{ documents: readonly { id: string; path: string }[] }>('schemas/templates/index.json')
  ).documents.find(({ id }) => id === definition.id)?.path;
  const value =
    path === undefined
      ? {}
      : await fetchJson<JsonObject>(`schemas/templates/${path.replace(/\.json$/, '.example.json')}`).catch(() => ({}));
  // Whom examples name is nobody of the data set.
  const { organisations, people } = await fetchJson<{
    organisations: readonly Organisation[];
    people: readonly Person[];
  }>('schemas/examples.json').catch(() => ({ organisations: [], people: [] }));
  Object.assign(form, {
    definition,
    value,
    organisations: [...mirror.organisations(), ...organisations],
    people: [...mirror.people(), ...people],
    facts: mirror.facts,
    now: source.now(),
    bare: true,
    readonly: true,
  });
  dialog.append(
    form,
    parameterList(definition) ?? '',
    make(
      'div',
      { className: 'pick' },
      button('关闭', () => dialog.close(), 'plain'),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
}
