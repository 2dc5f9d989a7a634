import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { addressOf, make, painted } from '../page-parts.ts';
import { openPortal } from '../shell.ts';
import { waitingList } from '../waiting.ts';

// What the person at work has to do, and the township at a glance: how many organisations reach which band, and the
// list of them.
void openPortal(async (portal) => {
  const { main, content, source, organisations, people, person, definition, orgId } = portal;
  const township = source.mirror.directory.atLevel(orgId, 'township')?.orgId ?? orgId;
  const periodCode = source.now().slice(0, 4);
  const output = definition.score?.outputs?.band?.slice(1) ?? '';
  const counts = make('p', { className: 'counts' });
  const ledger = document.createElement('jc-ledger');
  Object.assign(ledger, {
    definition,
    organisations,
    people,
    person,
    snapshot: await source.snapshot(),
    readonly: true,
  });
  const wanted = { definitionId: definition.id, under: township, periodCode };
  const show = (records: readonly StoredRecord[]): void => {
    const parts = (definition.score?.bands ?? []).map(
      ({ id, title }) => `${title} ${records.filter((record) => record.data[output] === id).length} 个`,
    );
    const filed = records.filter(({ filing }) => filing?.status === 'accepted' || filing?.status === 'rated').length;
    counts.textContent = `${source.mirror.organisation(township)?.orgName ?? ''} ${periodCode} 年：应评 ${records.length} 个，已审核 ${filed} 个；按现有数据，${parts.join('，')}。`;
    ledger.records = records;
  };
  ledger.addEventListener('jc-row-open', (event) => {
    event.preventDefault();
    const { recordId } = (event as CustomEvent<{ recordId: string }>).detail;
    location.href = addressOf(main.dataset['recordPage'] ?? '', { record: recordId });
  });
  const showFresh = async (): Promise<void> => show(await source.records(wanted));
  const follow = async (): Promise<void> => {
    const fresh = waitingList(portal);
    waiting.replaceWith(fresh);
    waiting = fresh;
    await showFresh();
  };
  // First as they were stored: for their points as of now the facts of half a dozen forms have to be counted.
  show(source.mirror.query(wanted));
  let waiting = waitingList(portal);
  content.replaceChildren(waiting, counts, ledger);
  await painted();
  source.subscribe(() => void follow());
  await showFresh();
});
