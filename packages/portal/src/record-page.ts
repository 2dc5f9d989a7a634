import type { Change, Outcome } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { MoveDetail } from '@jiceng/elements/ledger/ledger.events.js';
import { newId, openPortal, type Portal } from './shell.ts';

/** One record of the page's definition, chosen by the reader, with what may be done with it below. */
export interface RecordPage {
  readonly portal: Portal;
  readonly definition: Definition;
  readonly record: StoredRecord;
  readonly organisation: Organisation | undefined;
  /** Saves changed fields; several in a row are sent one after the other, each over the revision before. */
  save(changes: readonly Change[]): Promise<Outcome | undefined>;
}

/** An element that shows one record. */
export type RecordView = HTMLElement & { record?: StoredRecord | undefined };

/** Opens a page about one record: a choice of records, the view that `make` builds, and the moves of its states. */
export function openRecordPage(make: (page: RecordPage) => RecordView | Promise<RecordView>): void {
  void openPortal(async (portal) => {
    const { main, source, person, note } = portal;
    const definition = portal.definition(main.dataset['definition'] ?? '');
    if (!definition) return note('没有找到本页所用的表单，请检查模板文件。', true);
    const under = person.posts[0]?.orgId;
    const found = await source.records({ definitionId: definition.id, ...(under === undefined ? {} : { under }) });
    const records = [...found].sort((a, b) => (b.periodCode ?? '').localeCompare(a.periodCode ?? ''));
    const asked = new URLSearchParams(location.search).get('record');
    const record = records.find(({ id }) => id === asked) ?? records[0];
    portal.content.replaceChildren(await chooser(portal, definition, records, record));
    if (record) await showRecord(portal, definition, record, make);
  });
}

async function showRecord(portal: Portal, definition: Definition, first: StoredRecord, make: (page: RecordPage) => RecordView | Promise<RecordView>): Promise<void> {
  const { source, organisations, people, content } = portal;
  let record = first;
  let queue: Promise<unknown> = Promise.resolve();
  const page: RecordPage = {
    portal, definition, record,
    organisation: source.mirror.organisation(record.orgId),
    save(changes) {
      const sent = queue.then(() => portal.run({ kind: 'save', recordId: record.id, revision: record.revision, changes }));
      queue = sent.then((outcome) => { if (outcome?.ok) update(outcome.records.find(({ id }) => id === record.id)); });
      return sent;
    },
  };
  const view = await make(page);
  const moves = document.createElement('jc-moves');
  Object.assign(moves, { definition, organisations, people, snapshot: await source.snapshot() });
  const update = (next: StoredRecord | undefined): void => {
    if (!next) return;
    record = next;
    view.record = next;
    moves.record = next;
  };
  moves.addEventListener('jc-move', (event) => {
    const { track, move, changes, reason } = (event as CustomEvent<MoveDetail>).detail;
    void portal.run({ kind: 'move', recordId: record.id, revision: record.revision, track, move, changes, ...(reason === undefined ? {} : { reason }) }).then((outcome) => {
      if (!outcome) return;
      if (!outcome.ok) return moves.showRefusal(outcome.refusal);
      const started = outcome.records.filter(({ id }) => id !== record.id);
      portal.note(started.length === 0 ? '办理成功。' : `办理成功，同时转出 ${started.length} 条记录。`);
      update(outcome.records.find(({ id }) => id === record.id));
    });
  });
  source.subscribe(() => void source.record(record.id).then(update));
  update(record);
  content.append(moves, view);
}

/** The choice among the records that this person sees, and a button for a new one where that makes sense. */
async function chooser(portal: Portal, definition: Definition, records: readonly StoredRecord[], chosen: StoredRecord | undefined): Promise<HTMLElement> {
  const { source, person } = portal;
  const bar = document.createElement('div');
  bar.className = 'pick';
  const label = document.createElement('label');
  label.append('选择记录 ');
  const select = document.createElement('select');
  for (const record of records.slice(0, 500)) {
    const name = source.mirror.organisation(record.orgId)?.orgShortName ?? record.orgId;
    select.append(new Option([name, record.subject?.title, record.periodCode].filter(Boolean).join(' · '), record.id));
  }
  if (chosen) select.value = chosen.id;
  select.addEventListener('change', () => { location.search = `?record=${encodeURIComponent(select.value)}`; });
  label.append(select);
  if (records.length > 0) bar.append(label);
  const orgId = person.posts.find(({ role }) => role === 'filler')?.orgId;
  const period = definition.filing ? portal.source.now().slice(0, 4) : undefined;
  const isThere = period !== undefined && records.some((record) => record.orgId === orgId && record.periodCode === period);
  if (orgId !== undefined && definition.subject === 'organisation' && !isThere) {
    const start = document.createElement('button');
    start.type = 'button';
    start.textContent = records.length === 0 ? '开始填写' : '新建';
    start.addEventListener('click', () => {
      const recordId = newId();
      void portal.run({ kind: 'create', recordId, definitionId: definition.id, orgId, ...(period === undefined ? {} : { periodCode: period }) }).then((outcome) => {
        if (outcome?.ok) location.search = `?record=${recordId}`;
      });
    });
    bar.append(' ', start);
  } else if (records.length === 0) bar.append('您所在的组织还没有可查看的记录。');
  return bar;
}
