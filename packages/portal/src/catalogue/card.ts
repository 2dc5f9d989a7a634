import type { Compiled } from '@jiceng/core/definition/compiled.js';
import { applies } from '@jiceng/core/engine/create.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { orgPathOf } from '@jiceng/core/org/path.js';
import { unbegun } from '@jiceng/core/record/unbegun.js';
import { periodOf } from '@jiceng/core/time/period.js';
import { fetchJson } from '../data-set.ts';
import { addressOf, button, make, pageOf } from '../page-parts.ts';
import type { Card } from './catalogue.ts';
import type { Frame } from '../shell.ts';
import { parameterList } from './parameters.ts';

/** One definition of the catalogue: what it is for and what can be done with it. */
export function entryCard({ definition, facts, serves }: Card, frame: Frame): HTMLElement {
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
      button('预览示例', () => void preview(definition, frame), 'plain'),
      ' ',
      make('a', { className: 'button', href: pageOf(id) }, '打开办理'),
      ' ',
      make('a', { className: 'button', href: addressOf('builder.html', { template: id }) }, '使用此模板'),
    ),
  );
}

/**
 * The form filled in with its example, in a dialog; nothing of it is stored. What is computed follows the present data
 * of an organisation that fills it in.
 */
async function preview(definition: Definition, frame: Frame): Promise<void> {
  const { source } = frame;
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
  const [compiled, whose] = [mirror.definition(definition.id), organisationFor(definition, frame)];
  Object.assign(form, {
    definition,
    value,
    ...(compiled && whose ? { record: exampleOf(compiled, whose, value, frame) } : {}),
    organisations: [...mirror.organisations(), ...organisations],
    people: [...mirror.people(), ...people],
    facts: mirror.facts,
    now: source.now(),
    bare: true,
    readonly: true,
  });
  if (whose) dialog.append(make('p', { className: 'lead' }, `自动计算的栏目按${whose.orgShortName}现有数据显示。`));
  dialog.append(
    form,
    parameterList(definition) ?? '',
    make(
      'div',
      { className: 'pick' },
      Object.assign(
        button('关闭', () => dialog.close(), 'plain'),
        { autofocus: true },
      ),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  if (typeof dialog.showModal === 'function') dialog.showModal();
  else dialog.setAttribute('open', '');
}

/**
 * The own organisation where it fills in such a form, else one below it, else one of the same township or county;
 * only organisations that have records, and so something to compute from.
 */
function organisationFor({ filing, usual }: Definition, { source, orgId }: Frame): Organisation | undefined {
  const { mirror } = source;
  const by = filing ? filing.by : usual?.by;
  const known = new Set<string>();
  for (const record of mirror.everyRecord()) known.add(record.orgId);
  for (const place of [orgId, ...mirror.directory.ancestors(orgId).map((above) => above.orgId)]) {
    const found = mirror.directory
      .subtree(place)
      .find((each) => known.has(each.orgId) && applies(by, each, orgPathOf(each.orgId, mirror)));
    if (found) return found;
  }
  return undefined;
}

/** A record that nobody stores, of the period in which this is read. */
function exampleOf(
  compiled: Compiled,
  { orgId }: Organisation,
  data: JsonObject,
  { source, person }: Frame,
): StoredRecord {
  const now = source.now();
  const kind = compiled.definition.filing?.period;
  const periodCode = kind && kind !== 'adHoc' ? periodOf(now.slice(0, 10), kind) : undefined;
  const known = { orgId, orgPath: orgPathOf(orgId, source.mirror), data, ...(periodCode ? { periodCode } : {}) };
  return unbegun(compiled, known, now, person.personId);
}
