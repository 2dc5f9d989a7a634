import type { ActorIdentity, Command, Outcome } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Problem } from '@jiceng/core/text/problem.js';
import { isDate } from '@jiceng/core/time/date.js';
import type { MirrorSource } from '@jiceng/client/store/mirror-source.js';
import type kit from '@jiceng/elements/bundle/jiceng.js';
import { loadDataSet, reasonOf } from './data-set.ts';
import { fillHead, followLook, notes, personAtWork, tellDay, type Notes } from './head.ts';
import { asked, byId, button, make, painted } from './page-parts.ts';
import { draftKeyOf } from './storage.ts';

declare const Jiceng: typeof kit;

/** A page of the portal with its data opened and its head filled in. */
export interface Frame {
  readonly source: MirrorSource;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** Who is at work, by the choice in the head. */
  readonly person: Person;
  /** Organisation of the post in which that person acts. */
  readonly orgId: string;
  readonly actor: ActorIdentity;
  /** The page's main part, whose data attributes say what the page shows. */
  readonly main: HTMLElement;
  readonly content: HTMLElement;
  readonly notes: Notes;
  definitionOf(id: string): Definition | undefined;
  /** Runs a command as the person at work; says so in words when it could not be stored. */
  run(command: Command): Promise<Outcome | undefined>;
}

/** A page about one definition. */
export interface Portal extends Frame {
  readonly definition: Definition;
}

const DATABASE = 'jiceng-demo';

/** Opens a page about the definition that its main part or its address names. */
export function openPortal(show: (portal: Portal) => void | Promise<void>): Promise<void> {
  return openFrame((frame) => {
    const definition = frame.definitionOf(frame.main.dataset['definition'] ?? asked('definition') ?? '');
    if (!definition) throw new Error('本页所用的模板没有读取成功或未通过检查。');
    return show({ ...frame, definition });
  });
}

/**
 * Opens the data set with what this browser holds over it, fills in the page's head, hands over to the page, and lets
 * the clock act.
 */
export async function openFrame(show: (frame: Frame) => void | Promise<void>): Promise<void> {
  const content = byId('content');
  const main = byId('main');
  const said = notes();
  followLook();
  try {
    content.setAttribute('aria-busy', 'true');
    const day = asked('now');
    const isDay = day !== undefined && isDate(day);
    const [{ set, failures, ownNow }, store] = await Promise.all([
      loadDataSet(isDay ? `${day}T09:00:00+08:00` : undefined),
      Jiceng.load('store'),
    ]);
    const { source, isKept } = await store.openIndexedDbSource(set, DATABASE);
    const { mirror } = source;
    const person = personAtWork(mirror);
    if (!person) throw new Error('没有人员数据。');
    fillHead(mirror, person, [DATABASE, 'jiceng-drafts']);
    tellDay(mirror, ownNow, said);
    if (day !== undefined && !isDay) said.warn(`地址中的日期“${day}”无效，仍按 ${set.now.slice(0, 10)} 显示。`);
    for (const failure of failures) said.warn(`有一个模板没有读取成功：${failure}`);
    tellDamaged(mirror.setAside, said);
    if (!isKept) said.warn('本浏览器不能保存数据：可以试用，但关闭页面后内容会丢失。');
    const definitionOf = (id: string): Definition | undefined => mirror.definition(id)?.definition;

    const provider = byId('provider') as HTMLElementTagNameMap['jc-provider'];
    provider.dataSource = source;
    provider.person = person;
    const drafts = await store.openDrafts({ key: draftKeyOf(person.personId) }).catch(() => undefined);
    provider.drafts = drafts ?? null; // `null` says that drafts are off
    const orgId = person.posts[0]?.orgId ?? '';
    const actor: ActorIdentity = { personId: person.personId, orgId };
    const run = async (command: Command): Promise<Outcome | undefined> => {
      try {
        return await source.run(command, actor);
      } catch {
        said.say('保存失败：浏览器存储空间不足或不可用。您填写的内容还在页面上，请勿关闭页面。', true);
        return undefined;
      }
    };
    await show({
      source,
      organisations: [...mirror.organisations()],
      people: mirror.people(),
      person,
      orgId,
      actor,
      main,
      content,
      notes: said,
      definitionOf,
      run,
    });
    content.removeAttribute('aria-busy');
    await painted(); // readers see the page before the clock's work is done
    await letClockAct(source, said);
    tellRefused(mirror.refused, set.definitions, said);
    main.dataset['ready'] = 'true';
  } catch (error) {
    content.removeAttribute('aria-busy');
    content.replaceChildren(
      make('p', {}, '本页没有打开成功。'),
      make('p', {}, reasonOf(error)),
      make(
        'p',
        { className: 'pick' },
        button('重新读取', () => location.reload()),
      ),
    );
    content.setAttribute('role', 'alert');
    console.error(error);
  }
}

/** Records that this browser holds and that cannot be used. */
function tellDamaged(setAside: ReadonlyMap<string, readonly Problem[]>, said: Notes): void {
  const [first] = setAside;
  if (!first) return;
  const [id, problems] = first;
  said.warn(
    `本浏览器保存的 ${setAside.size} 条记录已损坏，没有采用，页面显示的是其原有内容；损坏的记录原样保留，没有删除。第一条编号 ${id}：${problems[0]?.reason['zh-CN'] ?? ''}（位置 ${problems[0]?.pointer || '/'}）`,
  );
}

/** Which forms are broken, once all of them have been looked at. */
function tellRefused(
  refused: ReadonlyMap<number, readonly Problem[]>,
  definitions: readonly Definition[],
  said: Notes,
): void {
  for (const [at, problems] of refused) {
    const [first] = problems;
    said.warn(
      `模板“${definitions[at]?.title ?? ''}”未通过检查，暂不使用：${first?.reason['zh-CN'] ?? ''}（位置 ${first?.pointer ?? ''}${problems.length > 1 ? `，共 ${problems.length} 处` : ''}）`,
    );
  }
}

/** Lets the day do its work, and tells what it changed. */
async function letClockAct(source: MirrorSource, said: Notes): Promise<void> {
  const changed = await source.tick().catch(() => []);
  if (changed.length === 0) return;
  const counts = new Map<string, number>();
  for (const id of changed) {
    const record = source.mirror.record(id);
    const what = record && doneByClock(record, source);
    if (what) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  said.say(
    `截至 ${source.now().slice(0, 10)}，系统已按日期自动处理：${[...counts].map(([what, count]) => `${what} ${count} 条`).join('，')}。`,
  );
}

/** The clock's last act on a record, in words: the form's title, and the move's. */
function doneByClock(record: StoredRecord, source: MirrorSource): string {
  const definition = source.mirror.definition(record.definition.id)?.definition;
  const last = record.history[record.history.length - 1];
  const [kind, id] = (last?.act ?? '').split(':');
  const move = definition?.moves?.find((each) => each.id === id)?.title;
  const ledger = definition?.ledger?.title ?? definition?.title ?? record.definition.id;
  return kind === 'move' && move !== undefined
    ? `${ledger}“${move}”`
    : kind === 'handover'
      ? `${ledger}“转入”`
      : ledger;
}

/** What a refusal says, as one line. */
export function refusalText(outcome: Extract<Outcome, { ok: false }>): string {
  return outcome.refusal.problems.map(({ reason }) => reason['zh-CN']).join('');
}
