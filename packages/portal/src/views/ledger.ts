import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { CreateDetail, EditDetail, MoveDetail, OpenDetail } from '@jiceng/elements/record/record.events.js';
import { excelTools } from '../excel.ts';
import { openNewRecord, unfinished } from '../new-record.ts';
import { addressOf, asked, button, make, pageOf } from '../page-parts.ts';
import type { Portal } from '../shell.ts';

/** A ledger: the records of the page's definition below the person's organisation, and a form for a new one. */
export async function showLedger(portal: Portal): Promise<void> {
  const { content, source, organisations, people, person, notes, definition, orgId, main } = portal;
  const ledger = document.createElement('jc-ledger');
  Object.assign(ledger, { definition, organisations, people, person, snapshot: await source.snapshot() });
  const only = asked('records')?.split(',');
  const show = async (): Promise<void> => {
    const records: readonly StoredRecord[] = only
      ? (await Promise.all(only.map((id) => source.record(id)))).filter(
          (record): record is StoredRecord => record !== undefined,
        )
      : await source.records({ definitionId: definition.id, under: orgId });
    // newest first: what was just entered is in sight
    ledger.records = [...records].sort((a, b) => b.audit.createdAt.localeCompare(a.audit.createdAt));
  };
  source.subscribe(() => void show());

  ledger.addEventListener('jc-move', (event) => {
    const { recordId, revision, track, move, changes, reason } = (event as CustomEvent<MoveDetail>).detail;
    void portal
      .run({ kind: 'move', recordId, revision, track, move, changes, ...(reason === undefined ? {} : { reason }) })
      .then((outcome) => {
        if (outcome && !outcome.ok) ledger.showRefusal(recordId, outcome.refusal);
        else if (outcome)
          notes.say(
            `已办理。${outcome.records.length > 1 ? `同时更新 ${outcome.records.length - 1} 条关联记录。` : ''}`,
          );
      });
  });
  ledger.addEventListener('jc-change', (event) => {
    const { recordId, revision, changes } = (event as CustomEvent<EditDetail>).detail;
    void portal.run({ kind: 'save', recordId, revision, changes }).then((outcome) => {
      if (outcome && !outcome.ok) ledger.showRefusal(recordId, outcome.refusal);
    });
  });
  const openForm = (): void =>
    openNewRecord(portal, async () => {
      draw();
      await show();
      ledger.focus();
    });
  ledger.addEventListener('jc-create', (event) => {
    if ((event as CustomEvent<CreateDetail>).detail.definitionId === definition.id) openForm();
  });
  ledger.addEventListener('jc-record-open', (event) => {
    const { recordId, definitionId } = (event as CustomEvent<OpenDetail>).detail;
    location.href = addressOf(pageOf(definitionId), { record: recordId });
  });

  const restricted = only
    ? [
        make(
          'p',
          { className: 'pick' },
          `只显示 ${only.length} 条来源记录。`,
          make('a', { href: addressOf(location.pathname) }, '显示全部'),
        ),
      ]
    : [];
  const tools = excelTools(portal, () => ledger.records ?? []);
  const draw = (): void => {
    const begun = unfinished(portal)
      ? [
          make(
            'p',
            { className: 'note' },
            `您有一份没有填完的${main.dataset['create'] ?? '登记'}。`,
            button('继续填写', openForm),
          ),
        ]
      : [];
    content.replaceChildren(...restricted, ...begun, tools, ledger);
  };
  draw();
  await show();
  const record = asked('record');
  if (record === undefined) return;
  await ledger.updateComplete;
  ledger.openRecord(record);
}
