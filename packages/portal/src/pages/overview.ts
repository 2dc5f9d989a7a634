import { openPortal } from '../shell.ts';

// The township at a glance: how many organisations reach which band, and the list of them.
void openPortal(async (portal) => {
  const { main, content, source, organisations, people, person, note } = portal;
  const definition = portal.definition(main.dataset['definition'] ?? '');
  if (!definition) return note('没有找到本页所用的表单，请检查模板文件。', true);
  const home = person.posts[0]?.orgId ?? '';
  const township = source.mirror.directory.atLevel(home, 'township')?.orgId ?? home;
  const periodCode = source.now().slice(0, 4);
  const records = await source.records({ definitionId: definition.id, under: township, periodCode });
  const output = definition.score?.outputs?.band?.slice(1) ?? '';
  const counts = document.createElement('p');
  counts.className = 'note';
  const name = source.mirror.organisation(township)?.orgName ?? '';
  const parts = (definition.score?.bands ?? []).map(({ id, title }) => `${title} ${records.filter((record) => record.data[output] === id).length} 个`);
  const filed = records.filter(({ filing }) => filing?.status === 'accepted' || filing?.status === 'rated').length;
  counts.textContent = `${name} ${periodCode} 年：应评 ${records.length} 个，已审核 ${filed} 个；按现有数据，${parts.join('，')}。`;
  const ledger = document.createElement('jc-ledger');
  Object.assign(ledger, { definition, records, organisations, people, person, snapshot: await source.snapshot(), readonly: true });
  ledger.addEventListener('jc-row-open', (event) => {
    event.preventDefault();
    const { recordId } = (event as CustomEvent<{ recordId: string }>).detail;
    location.href = `${main.dataset['recordPage'] ?? ''}?record=${encodeURIComponent(recordId)}`;
  });
  content.replaceChildren(counts, ledger);
});
