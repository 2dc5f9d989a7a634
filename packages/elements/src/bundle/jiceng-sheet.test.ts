import { expect } from '@open-wc/testing';
import type { Kit } from './kit.ts';

/** The built file, on a page of its own. `pnpm build` makes it. */
describe('jiceng-sheet.js', () => {
  it('is loaded when asked for, turns a ledger into a definition, and that into a file that reads the same', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const window = frame.contentWindow as Window & { Jiceng?: Kit };
    await new Promise((resolve, reject) => {
      const script = frame.contentDocument!.createElement('script');
      script.src = new URL('/packages/elements/dist/jiceng.js', location.href).href;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      frame.contentDocument!.head.append(script);
    });
    const kit = await window.Jiceng!.load('sheet');
    const csv = new TextEncoder().encode('姓名,入党时间,党费（元）\n张三,2024.5,12.5\n李四,2023年7月,20\n');
    const read = await kit.readSheets(csv, { name: '党员名册.csv' });
    if (!read.ok) throw new Error(read.problems[0]!.reason.en);
    const {
      sheets: [draft],
    } = kit.draftDefinition(read.value);
    expect(draft!.definition.title).to.equal('党员名册');
    expect(draft!.rows.map(({ data }) => data)).to.deep.equal([
      { personName: '张三', joinedOn: '2024-05-01', x_dangFei: 12.5 },
      { personName: '李四', joinedOn: '2023-07-01', x_dangFei: 20 },
    ]);
    const when = '2026-01-01T08:00:00+08:00';
    const records = draft!.rows.map(({ data, row }) => ({
      id: `r${row}`,
      definition: { id: draft!.definition.id, version: '1.0.0', hash: '' },
      orgId: 'o',
      orgPath: 'o',
      revision: 1,
      links: [],
      facts: [],
      history: [],
      audit: { createdAt: when, createdBy: 'p', updatedAt: when, updatedBy: 'p' },
      data,
    }));
    const input = { definition: draft!.definition, records, now: when };
    const file = await kit.exportTemplate(input);
    if (!file.ok) throw new Error(file.problems[0]!.reason.en);
    const back = await kit.readSheets(new Blob(file.value as BlobPart[], { type: kit.XLSX_TYPE }));
    if (!back.ok) throw new Error(back.problems[0]!.reason.en);
    const plan = kit.planImport(back.value, input);
    expect(plan.ok && plan.value.rows.map(({ status }) => status)).to.deep.equal(['same', 'same']);
    const roster = await fetch('/packages/sheet/src/fixtures/roster.xls');
    expect(window.Jiceng!.loaded).to.not.include('sheet-xls');
    const old = await kit.readSheets(await roster.arrayBuffer());
    expect(old.ok && old.value.notices.map(({ code }) => code)).to.deep.equal(['old-format']);
    expect(window.Jiceng!.loaded).to.include('sheet-xls').and.not.include('sheet-ods');
    const saved = await kit.readSheets(await (await fetch('/packages/sheet/src/fixtures/roster.ods')).arrayBuffer());
    expect(saved.ok && saved.value.sheets.map(({ name }) => name)).to.deep.equal(['Sheet1', '学历选项']);
    expect(window.Jiceng!.loaded).to.include('sheet-ods');
    frame.remove();
  });
});
