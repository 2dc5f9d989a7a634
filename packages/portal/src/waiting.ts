import type { Definition } from '@jiceng/core/generated/definition.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { compile } from '@jiceng/core/definition/compile.js';
import { currentState, isOpenForFilling } from '@jiceng/core/life/states.js';
import { periodWords } from '@jiceng/core/time/period-words.js';
import { isWaitingFor } from './chooser.ts';
import { addressOf, make, pageOf } from './page-parts.ts';
import type { Frame } from './shell.ts';

/** Submissions of one form that wait for the person at work, in the order of their days. */
interface Waiting {
  readonly definition: Definition;
  readonly records: readonly StoredRecord[];
  readonly first: StoredRecord;
}

/** All submissions that wait for the person at work, form by form, what is due first at the top. */
function waitingFor({ source: { mirror }, person }: Frame): readonly Waiting[] {
  const found = new Map<Definition, StoredRecord[]>();
  for (const record of mirror.everyRecord()) {
    const definition = record.filing && mirror.definition(record.definition.id)?.definition;
    if (definition && isWaitingFor(person, record, definition, mirror))
      found.set(definition, [...(found.get(definition) ?? []), record]);
  }
  return [...found]
    .flatMap(([definition, some]) => {
      const records = [...some].sort(byDay);
      return records[0] ? [{ definition, records, first: records[0] }] : [];
    })
    .sort((a, b) => byDay(a.first, b.first));
}

/** What has no day comes last. */
function byDay(a: StoredRecord, b: StoredRecord): number {
  const [one, other] = [dayOf(a) || '~', dayOf(b) || '~'];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What this person has to do now, each with a way there; says so where it is nothing. */
export function waitingList(frame: Frame): HTMLElement {
  const all = waitingFor(frame);
  const count = all.reduce((sum, { records }) => sum + records.length, 0);
  return make(
    'section',
    { className: 'waiting' },
    make('h3', {}, count > 0 ? `待您办理（${count}）` : '待您办理'),
    count > 0
      ? make('ul', {}, ...all.map((each) => make('li', {}, ...line(each, frame))))
      : make('p', {}, '目前没有等待您填报或审核的表。'),
  );
}

/** A way to the next submission of the same form that waits; undefined where there is none. */
export function nextWaiting(frame: Frame, done: StoredRecord): HTMLElement | undefined {
  const next = waitingFor(frame)
    .find(({ definition: { id } }) => id === done.definition.id)
    ?.records.find(({ id }) => id !== done.id);
  return next && make('a', { href: linkTo(next) }, `办理下一份：${nameOf(next, frame)}`);
}

function line({ definition, records, first }: Waiting, frame: Frame): Node[] {
  const parts = [
    ...(records.length > 1
      ? [`${records.length} 份，先办 ${nameOf(first, frame)}`]
      : [
          ...(first.periodCode === undefined ? [] : [periodWords(first.periodCode, 'zh-CN')]),
          ...(first.orgId === frame.orgId ? [] : [nameOf(first, frame)]),
          currentState(compile(definition), first, 'filing')?.title ?? '',
        ]),
    ...dayText(first, frame),
  ];
  return [make('a', { href: linkTo(first) }, definition.title), make('span', { className: 'weak' }, parts.join(' · '))];
}

const linkTo = ({ id, definition }: StoredRecord): string => addressOf(pageOf(definition.id), { record: id });

const nameOf = ({ orgId, subject }: StoredRecord, { source }: Frame): string =>
  subject?.title ?? source.mirror.organisation(orgId)?.orgShortName ?? orgId;

/** By when it is to be filled in; what others have filled in, since when it waits. */
function dayText(record: StoredRecord, { source }: Frame): readonly string[] {
  const day = dayOf(record);
  if (day === '') return [];
  if (!isOpenForFilling(record)) return [`${day} 上报`];
  return [day < source.now().slice(0, 10) ? `${day} 已到期` : `${day} 截止`];
}

/** The day that decides what comes first; empty where there is none. */
function dayOf(record: StoredRecord): string {
  return (isOpenForFilling(record) ? record.filing?.dueAt : record.filing?.submittedAt)?.slice(0, 10) ?? '';
}
