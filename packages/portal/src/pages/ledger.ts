import type { CreateDetail, EditDetail, MoveDetail, OpenDetail } from '@jiceng/elements/ledger/ledger.events.js';
import { newId, openPortal, type Portal } from '../shell.ts';

// A ledger page: the records of one definition below the person's organisation, and a form for a new one.
void openPortal(async (portal) => {
  const { main, content, source, organisations, people, person, note } = portal;
  const id = main.dataset['definition'] ?? '';
  const definition = portal.definition(id);
  if (!definition) return note(`没有找到表单“${id}”。`, true);
  const ledger = document.createElement('jc-ledger');
  Object.assign(ledger, { definition, organisations, people, person, snapshot: await source.snapshot() });
  const under = person.posts[0]?.orgId;
  const show = async (): Promise<void> => {
    ledger.records = await source.records({ definitionId: id, ...(under === undefined ? {} : { under }) });
  };
  source.subscribe(() => void show());

  ledger.addEventListener('jc-move', (event) => {
    const { recordId, revision, track, move, changes, reason } = (event as CustomEvent<MoveDetail>).detail;
    void portal.run({ kind: 'move', recordId, revision, track, move, changes, ...(reason === undefined ? {} : { reason }) }).then((outcome) => {
      if (outcome && !outcome.ok) ledger.showRefusal(recordId, outcome.refusal);
    });
  });
  ledger.addEventListener('jc-change', (event) => {
    const { recordId, revision, changes } = (event as CustomEvent<EditDetail>).detail;
    void portal.run({ kind: 'save', recordId, revision, changes }).then((outcome) => {
      if (outcome && !outcome.ok) ledger.showRefusal(recordId, outcome.refusal);
    });
  });
  ledger.addEventListener('jc-create', (event) => openForm(portal, (event as CustomEvent<CreateDetail>).detail.definitionId, show));
  ledger.addEventListener('jc-record-open', (event) => {
    const { recordId, definitionId } = (event as CustomEvent<OpenDetail>).detail;
    const page = [...document.querySelectorAll<HTMLAnchorElement>('.nav a')].find((link) => link.dataset['definition'] === definitionId);
    if (page) location.href = `${page.href}?record=${encodeURIComponent(recordId)}`;
    else note('该记录所在的页面未包含在演示中。');
  });
  content.replaceChildren(ledger);
  await show();
  const asked = new URLSearchParams(location.search).get('record');
  if (asked !== null) {
    await ledger.updateComplete;
    ledger.openRecord(asked);
  }
});

/** A form for a new record in place of the ledger; the ledger comes back when it is stored or given up. */
function openForm(portal: Portal, definitionId: string, back: () => Promise<void>): void {
  const { content, source, organisations, people, person } = portal;
  const definition = portal.definition(definitionId);
  const orgId = person.posts[0]?.orgId;
  if (!definition || orgId === undefined) return;
  const before = [...content.childNodes];
  const form = document.createElement('jc-form');
  Object.assign(form, { definition, organisations, people, person, facts: source.mirror.facts, isWorkday: source.mirror.isWorkday });
  const cancel = document.createElement('button');
  cancel.type = 'button';
  cancel.className = 'plain';
  cancel.textContent = '放弃填写，返回列表';
  const bar = document.createElement('div');
  bar.className = 'actions';
  bar.append(cancel);
  const close = async (): Promise<void> => {
    content.replaceChildren(...before);
    await back();
  };
  cancel.addEventListener('click', () => void close());
  const recordId = newId();
  form.addEventListener('jc-submit', (event) => {
    const { data } = (event as CustomEvent<{ data: never }>).detail;
    void portal.run({ kind: 'create', recordId, definitionId, orgId, data }).then(async (outcome) => {
      if (!outcome?.ok) return;
      portal.note('已登记。');
      await close();
    });
  });
  content.replaceChildren(bar, form);
}
