import type { CreateCommand } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { addDays } from '@jiceng/core/time/date.js';
import type { AdoptDetail, ImportDetail } from '@jiceng/elements/import/import.events.js';
import { addressOf, make } from '../page-parts.ts';
import type { Frame } from '../shell.ts';
import { newId } from '../storage.ts';
import { importOf, storeAll } from './import.ts';

/**
 * An Excel ledger becomes a definition that is published and used at once, with the ledger's rows as records of the
 * organisations that they name, else of the administrator's.
 */
export async function showAdoption(frame: Frame): Promise<void> {
  const { content, source, actor, person, orgId, notes } = frame;
  const element = importOf(frame);
  const mayPublish = person.posts.some((post) => post.orgId === orgId && post.role === 'administrator');
  element.readonly = !mayPublish;
  if (!mayPublish)
    notes.say('可以选择文件试看；建立台账须由管理员（县、乡镇的组织委员，即审核人员）办理，请在“当前人员”中选择。');
  let published: Definition | undefined;
  const retire = async (): Promise<void> => {
    if (published) await source.retire(published.id, published.version, actor);
  };

  element.addEventListener(
    'jc-adopt',
    (event) =>
      void (async () => {
        const { definition, rows } = (event as CustomEvent<AdoptDetail>).detail;
        const ready = await namedAnew(kept(definition, addDays(source.now().slice(0, 10), ADMITTED_DAYS)), frame);
        const release = await source.publish(ready, actor).catch(() => undefined);
        if (!release) return element.showOutcome(undefined);
        if (!release.ok)
          return element.showOutcome({ ok: false, at: -1, refusal: { code: 'invalid', problems: release.problems } });
        published = ready;
        const commands = rows.map(({ data, orgId: named }): CreateCommand => ({
          kind: 'create',
          recordId: newId(),
          definitionId: ready.id,
          orgId: named ?? orgId,
          data,
        }));
        if (!(await storeAll(frame, element, commands))) return retire();
        notes.say(
          `已建立台账“${ready.title}”，从现在起可以在“全部业务”中使用。`,
          false,
          make('a', { href: addressOf('work.html', { definition: ready.id }) }, '打开台账'),
        );
      })(),
  );
  element.addEventListener(
    'jc-import-undo',
    (event) =>
      void storeAll(frame, element, (event as CustomEvent<ImportDetail>).detail.commands).then(async (isUndone) => {
        if (!isUndone) return;
        await retire();
        notes.say('已撤销，台账已停用。');
      }),
  );
  content.replaceChildren(element);
}

/** A ledger is admitted for a year; then somebody looks whether it is still needed. */
const ADMITTED_DAYS = 365;

/** Who keeps the ledger: the fillers of the organisation that a row belongs to, and administrators there and above. */
function kept(definition: Definition, validUntil: string): Definition {
  return {
    ...definition,
    validUntil,
    states: [
      {
        id: 'registered',
        title: '已登记',
        edit: [
          {
            by: [
              { role: 'filler', at: 'own' },
              { role: 'administrator', at: 'own' },
              { role: 'administrator', at: 'ancestor' },
            ],
          },
        ],
      },
    ],
  };
}

/** Under an id that nothing has been published under: two ledgers of one name are two. */
async function namedAnew(definition: Definition, { source }: Frame): Promise<Definition> {
  let { id } = definition;
  for (let copy = 2; (await source.versions(id)).length > 0; copy++) id = `${definition.id}-${copy}`;
  return id === definition.id ? definition : { ...definition, id };
}
