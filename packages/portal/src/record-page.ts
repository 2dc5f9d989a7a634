import type { Outcome } from '@jiceng/core/engine/contract.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import { roleText } from '@jiceng/core/life/actor-texts.js';
import type { MoveDetail } from '@jiceng/elements/record/record.events.js';
import { chooseRecord, holderOf, isWaitingFor, whoseText } from './chooser.ts';
import { make, pageOf } from './page-parts.ts';
import { Saving, type Standing } from './saving.ts';
import { openPortal, type Portal } from './shell.ts';
import { nextWaiting } from './waiting.ts';

/** One record of the page's definition, chosen by the reader, with what may be done with it. */
export interface RecordPage {
  readonly portal: Portal;
  /** As it was opened. */
  readonly record: StoredRecord;
  readonly organisation: Organisation | undefined;
  /** Saves changed fields; several in a row are sent one after the other, each over the revision before. */
  save(changes: readonly Change[]): Promise<Outcome | undefined>;
}

/** A part of the page that shows the record and is told when it changes. */
export type RecordView = HTMLElement & { record?: StoredRecord | undefined };

/** What a page shows of its record. */
export interface RecordParts {
  readonly views: readonly RecordView[];
  /** The views say themselves whose record it is. */
  readonly isNamed?: boolean;
  /** Where the states and moves stand: around what is filled in, or only after it. */
  readonly moves: 'around' | 'after';
  /** Told of each new revision. */
  changed?(record: StoredRecord): void;
}

/** Makes what a page shows of its record. */
type ViewOf = (page: RecordPage) => RecordParts | Promise<RecordParts>;

/** What a page says below its record; a refusal says more in the page's notes. */
const STANDINGS: Readonly<Record<Standing, string>> = { saving: '正在保存…', saved: '所填内容已保存。', refused: '' };

/** Opens a page about one record: a choice of records, the parts that `view` builds, and the moves of its states. */
export function openRecordPage(view: ViewOf): void {
  void openPortal((portal) => showRecordPage(portal, view));
}

/** The same on a page that is open already. */
export async function showRecordPage(portal: Portal, view: ViewOf): Promise<void> {
  const { bar, record } = await chooseRecord(portal);
  portal.content.replaceChildren(bar);
  if (record) await showRecord(portal, record, view, bar);
}

async function showRecord(portal: Portal, first: StoredRecord, view: ViewOf, choice: HTMLElement): Promise<void> {
  const { source, content, definition } = portal;
  const kept = make('p', { className: 'kept' });
  const saving: Saving = new Saving(
    portal,
    first,
    (record) => update(record),
    (standing) => {
      kept.textContent = STANDINGS[standing];
    },
  );
  const page: RecordPage = {
    portal,
    record: first,
    organisation: source.mirror.organisation(first.orgId),
    save: (changes) => saving.save(changes),
  };
  const { views, isNamed, moves: place, changed } = await view(page);
  const bars = await Promise.all(
    (place === 'around' ? ['above', 'below'] : ['below']).map(() => movesBar(portal, saving)),
  );
  const who = make('p', { className: 'holder' });
  let standing = standingOf(first);
  const update = (record: StoredRecord): void => {
    if (standingOf(record) !== standing) {
      standing = standingOf(record);
      void chooseRecord(portal, record.id).then(({ bar }) => {
        choice.replaceWith(bar);
        choice = bar;
      });
    }
    for (const view of [...views, ...bars]) view.record = record;
    who.textContent = holderText(record, portal);
    who.hidden = who.textContent === '';
    changed?.(record);
  };
  source.subscribe(() => void saving.follow());
  update(first);
  if (definition.filing) content.append(who);
  const whose = isNamed ? [] : [make('p', { className: 'whose' }, whoseText(first, portal))];
  content.append(...bars.slice(0, -1), ...whose, ...views, kept, ...bars.slice(-1));
}

/** What the choice of records says about one. */
function standingOf({ state, filing, steps }: StoredRecord): string {
  return JSON.stringify([state, filing?.status, filing?.level, steps]);
}

async function movesBar(portal: Portal, saving: Saving): Promise<HTMLElementTagNameMap['jc-moves']> {
  const { source, organisations, people, definition, notes } = portal;
  const bar = document.createElement('jc-moves');
  Object.assign(bar, { definition, organisations, people, snapshot: await source.snapshot() });
  bar.addEventListener('jc-move', (event) => {
    const { recordId, revision, track, move, changes, reason } = (event as CustomEvent<MoveDetail>).detail;
    void saving
      .run({ kind: 'move', recordId, revision, track, move, changes, ...(reason === undefined ? {} : { reason }) })
      .then((outcome) => {
        if (!outcome) return;
        if (!outcome.ok) return bar.showRefusal(outcome.refusal);
        const title = offeredTitle(bar, move);
        const started = outcome.records.filter(({ id, revision: made }) => id !== recordId && made === 0);
        const record = outcome.records.find(({ id }) => id === recordId);
        if (record) saving.take(record);
        const next = record && nextWaiting(portal, record);
        notes.say(`${title}已办理。`, false, ...startedLinks(started, source), ...(next ? [next] : []));
      });
  });
  return bar;
}

/** What a move has started, by kind, each with a way there. */
function startedLinks(started: readonly StoredRecord[], { mirror }: Portal['source']): Node[] {
  const counts = new Map<string, number>();
  for (const { definition } of started) counts.set(definition.id, (counts.get(definition.id) ?? 0) + 1);
  return [...counts].map(([id, count]) =>
    make(
      'span',
      {},
      '已转入',
      make('a', { href: pageOf(id) }, `“${mirror.definition(id)?.definition.title ?? id}”`),
      ` ${count} 条。`,
    ),
  );
}

function offeredTitle(bar: HTMLElement, move: string): string {
  const title = bar.shadowRoot?.querySelector(`[data-move="${CSS.escape(move)}"]`)?.textContent?.trim();
  return title ? `“${title}”` : '';
}

/** Who has the submission now, by name; empty when nobody has to act. */
function holderText(record: StoredRecord, { person, source, definition }: Portal): string {
  const { mirror } = source;
  const holder = holderOf(record, definition, mirror);
  if (!holder) return '';
  if (isWaitingFor(person, record, definition, mirror)) return '现在由您办理。';
  const names = mirror
    .people()
    .filter(({ posts }) => posts.some(({ orgId, role }) => orgId === holder.orgId && role === holder.role))
    .map(({ personName }) => personName);
  return `现在由${mirror.organisation(holder.orgId)?.orgShortName ?? ''}${roleText(holder.role)['zh-CN']}${names.length > 0 ? ` ${names.slice(0, 3).join('、')} ` : ''}办理。`;
}
