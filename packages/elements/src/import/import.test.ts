import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BatchOutcome } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { admit } from '@jiceng/core/admit/admit.js';
import { DEFINITION, recordOf } from '@jiceng/sheet/fixtures/grants.js';
import { exportTemplate } from '@jiceng/sheet/ledger/template.js';
import type { AdoptDetail, ImportDetail } from './import.events.ts';
import type { Import } from './import.ts';
import './define.ts';

const NOW = '2026-03-01T09:00:00+08:00';
const PERSON = { personId: 'p1', personName: '周晓', posts: [{ orgId: 'o1', role: 'filler' as const }] };
const RECORDS = [
  { name: '甲项目', code: '0012', town: 'a', budget: 100 },
  { name: '乙项目', code: '0013', town: 'b', budget: 300 },
].map((data, at) => recordOf(at, data as unknown as JsonObject));

const open = (more: Partial<Import> = {}) =>
  fixture<Import>(
    html`<jc-import lang="zh-CN" .person=${PERSON} now=${NOW} .definition=${more.definition} .records=${more.records}
      ?readonly=${more.readonly ?? false}></jc-import>`,
  );
const csv = (text: string, name = '台账.csv') => new File([text], name);
const all = (el: Import, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const button = (el: Import, text: string) =>
  all(el, 'button').find((node) => node.textContent!.trim().startsWith(text)) as HTMLButtonElement;
const words = (el: Import) => el.renderRoot.querySelector('.base')!.textContent!.replace(/\s+/g, ' ');
const settled = async (el: Import) => {
  for (let turn = 0; turn < 6; turn++) {
    await el.updateComplete;
    await new Promise((done) => setTimeout(done, 0));
  }
};
const set = async (el: Import, field: HTMLElement, value: string | boolean) => {
  if (typeof value === 'boolean') (field as HTMLInputElement).checked = value;
  else (field as HTMLInputElement).value = value;
  field.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(el);
};
const labelled = (el: Import, text: string, within = '.base') =>
  [...el.renderRoot.querySelector(within)!.querySelectorAll('label')].find((label) =>
    label.textContent!.trim().startsWith(text),
  )!.control as HTMLInputElement;
const column = (el: Import, title: string) =>
  all(el, '.column').find((item) => [...item.querySelectorAll('input')].some(({ value }) => value === title))!;
const done = (undo: Extract<BatchOutcome, { ok: true }>['undo'] = []): BatchOutcome => ({
  ok: true,
  records: [],
  removed: [],
  warnings: [],
  undo,
});

/** The template of the records, sent out when they were as in `sent`, with cells changed on its way. */
async function returned(change: (text: string) => string, sent: readonly StoredRecord[] = RECORDS): Promise<File> {
  const file = await exportTemplate({ definition: DEFINITION, records: sent, now: NOW, emptyRows: 3 });
  if (!file.ok) throw new Error(file.problems[0]!.reason.en);
  const { readSheets } = await import('@jiceng/sheet/read/read-sheets.js');
  const { writeSheets } = await import('@jiceng/sheet/write/write-sheets.js');
  const read = await readSheets(new Blob(file.value as BlobPart[]));
  if (!read.ok) throw new Error(read.problems[0]!.reason.en);
  const sheets = read.value.sheets.map(({ name, hidden, rows }) => ({
    name,
    ...(hidden ? { visibility: 'veryHidden' as const } : {}),
    columns: [],
    count: rows.length,
    rows: rows.map(({ values }) => ({
      cells: values.map((value) => (typeof value === 'string' && !hidden ? change(value) : value)),
    })),
  }));
  const written = await writeSheets({ sheets });
  if (!written.ok) throw new Error(written.problems[0]!.reason.en);
  return new File(written.value as BlobPart[], '项目台账.xlsx');
}

before(async function () {
  this.timeout(60_000); // the Excel code and the ledger come module by module here
  await Promise.all([import('./tools.ts'), import('../ledger/define.ts')]);
});

describe('<jc-import>: an Excel ledger becomes a definition', () => {
  const LEDGER =
    '2025年慰问台账\n姓名,慰问时间,金额（元）,村\n王明,2025.1,200,城关村\n李芳,2025.2,300,河东村\n张军,年前,200,城关村\n合计,,700,\n';

  it('shows a list that went on beside itself as it was put together, and says so', async () => {
    const el = await open();
    await el.take(
      csv('通讯录\n姓名,电话,姓名,电话\n王明,13800000001,李芳,13800000003\n张军,13800000002,赵敏,13800000004\n'),
    );
    await settled(el);
    expect(all(el, '.column').length).to.equal(2);
    expect(all(el, '.raw tbody tr').map((row) => row.querySelector('td:nth-of-type(2)')!.textContent)).to.deep.equal([
      '通讯录',
      '姓名',
      '王明',
      '张军',
      '李芳',
      '赵敏',
    ]);
    expect(el.renderRoot.querySelector('.notices')!.textContent).to.contain('已上下接成一张');
  });

  it('says that a sheet is empty, and asks for no headings in it', async () => {
    const el = await open();
    await el.take(csv('\n,,\n'));
    await settled(el);
    expect(el.renderRoot.querySelector('[role=alert]')!.textContent!.trim()).to.equal(
      '工作表是空的，请另选工作表或文件',
    );
    expect(el.renderRoot.querySelector('.raw')).to.equal(null);
  });

  it('shows headings, columns and what is left out, and hands over definition and rows', async () => {
    const el = await open();
    await el.take(csv(LEDGER));
    await settled(el);
    expect(all(el, '.head-row').map((row) => row.querySelector('th')!.textContent)).to.deep.equal(['2']);
    expect(all(el, '.column').length).to.equal(4);
    expect(words(el)).to.contain('合计行，由系统计算');
    expect(words(el)).to.contain('年前');
    const adopted = oneEvent(el, 'jc-adopt');
    button(el, '建立台账').click();
    const { definition, rows } = ((await adopted) as CustomEvent<AdoptDetail>).detail;
    expect(admit(definition).ok).to.equal(true);
    expect(definition.title).to.equal('2025年慰问台账');
    expect(rows.map(({ row, data }) => [row, data['personName']])).to.deep.equal([
      [3, '王明'],
      [4, '李芳'],
      [5, '张军'],
    ]);
    el.showOutcome(done([{ kind: 'withdraw', recordId: 'x', revision: 0 }]));
    await settled(el);
    expect(words(el)).to.contain('导入完成：新增 3 行');
    await expect(el).to.be.accessible();
  });

  it('lets every guess be changed: headings, name, kind, required, choices, rows, columns', async () => {
    const el = await open();
    await el.take(csv(LEDGER));
    await settled(el);
    await set(el, labelled(el, '名称', '.columns'), '姓名全称');
    const village = column(el, '村');
    await set(el, village.querySelector('select')!, 'choice');
    await set(el, column(el, '村').querySelector('textarea')!, '城关村\n河东村\n柳林村');
    await set(el, column(el, '金额').querySelector<HTMLInputElement>('.column-head input')!, false);
    await set(el, all(el, 'input[aria-label="导入第 5 行"]')[0]!, false);
    const name = column(el, '村').querySelector<HTMLInputElement>('details input')!;
    await set(el, name, '1 不行');
    expect(words(el)).to.contain('字段名只能用字母');
    await set(el, column(el, '村').querySelector<HTMLInputElement>('details input')!, 'village');
    const adopted = oneEvent(el, 'jc-adopt');
    button(el, '建立台账').click();
    const { definition, rows } = ((await adopted) as CustomEvent<AdoptDetail>).detail;
    const { properties } = definition.record as {
      properties: Record<string, { title: string; oneOf?: { const: string }[] }>;
    };
    expect(Object.values(properties).map(({ title }) => title)).to.deep.equal(['姓名全称', '慰问时间', '村']);
    expect(properties['village']!.oneOf!.map((option) => option.const)).to.deep.equal(['城关村', '河东村', '柳林村']);
    expect(rows.map(({ row }) => row)).to.deep.equal([3, 4]);
    el.showOutcome(undefined);
    await settled(el);
    expect(words(el)).to.contain('没有导入');
    await set(el, labelled(el, '表头从第'), '1');
    expect(all(el, '.head-row').map((row) => row.querySelector('th')!.textContent)).to.deep.equal(['1', '2']);
  });

  it('shows the definition at work before it is taken, and keeps what happens there to itself', async () => {
    const el = await open();
    const heard: string[] = [];
    el.addEventListener('jc-change', () => heard.push('jc-change'));
    await el.take(csv(LEDGER));
    for (
      let turn = 0;
      turn < 100 && !el.renderRoot.querySelector('jc-ledger')?.shadowRoot?.querySelector('[role=grid]');
      turn++
    )
      await new Promise((next) => setTimeout(next, 10));
    expect(el.renderRoot.querySelector('jc-ledger')!.shadowRoot!.textContent).to.contain('李芳');
    button(el, '填写表单').click();
    await settled(el);
    const form = el.renderRoot.querySelector('jc-form')!;
    await form.updateComplete;
    form.dispatchEvent(new CustomEvent('jc-change', { bubbles: true, composed: true }));
    expect(heard).to.deep.equal([]);
  });

  it('shows examples and the preview as the ledger will: months without a day, words of choices', async () => {
    const el = await open();
    await el.take(csv('党员名册\n姓名,性别,入党时间\n王明,男,1985.01\n李芳,女,1986年2月\n张军,男,198703\n'));
    for (
      let turn = 0;
      turn < 100 && !el.renderRoot.querySelector('jc-ledger')?.shadowRoot?.querySelector('[role=grid]');
      turn++
    )
      await new Promise((next) => setTimeout(next, 10));
    expect(column(el, '性别').textContent).to.contain('例：男、女');
    expect(column(el, '入党时间').textContent).to.contain('例：1985-01、1986-02、1987-03');
    expect(el.renderRoot.querySelector('jc-ledger')!.shadowRoot!.textContent)
      .to.contain('1986-02')
      .and.not.to.contain('1986-02-01');
  });

  it('is worked by keyboard alone, from the heading to the last button', async () => {
    const el = await open();
    await el.take(csv(LEDGER));
    await settled(el);
    const active = () => el.shadowRoot!.activeElement as HTMLElement;
    expect(active().className).to.equal('title');
    let rows: unknown;
    el.addEventListener('jc-adopt', (event) => {
      rows = (event as CustomEvent<AdoptDetail>).detail.rows.map(({ row }) => row);
    });
    for (let turn = 0; turn < 20 && active().getAttribute('aria-label') !== '导入第 4 行'; turn++)
      await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Space' });
    await settled(el);
    expect(active().getAttribute('aria-label')).to.equal('导入第 4 行');
    for (let turn = 0; turn < 80 && !active().textContent!.includes('建立台账'); turn++)
      await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect(rows).to.deep.equal([3, 5]);
  });

  it('tells which row the store refused, and why', async () => {
    const el = await open();
    await el.take(csv(LEDGER));
    await settled(el);
    button(el, '建立台账').click();
    el.showOutcome({
      ok: false,
      at: 1,
      refusal: {
        code: 'invalid',
        problems: [{ pointer: '', code: 'x', reason: { 'zh-CN': '超过标准。', en: 'Too much.' } }],
      },
    });
    await settled(el);
    expect(el.renderRoot.querySelector('[role=alert]')!.textContent)
      .to.contain('第 4 行未能保存')
      .and.contain('超过标准。');
  });
});

describe('<jc-import>: a filled-in sheet comes back', () => {
  it('shows cells before and after, asks for what is open, and hands over one list of commands', async () => {
    const el = await open({ definition: DEFINITION, records: RECORDS });
    await el.take(
      await returned((text) => (text === '甲项目' ? '甲项目（一期）' : text === '河东镇' ? '不存在镇' : text)),
    );
    await settled(el);
    expect(all(el, '.plan-row').length).to.equal(2);
    expect(el.renderRoot.querySelector('del')!.textContent).to.contain('甲项目');
    expect(el.renderRoot.querySelector('ins')!.textContent).to.contain('甲项目（一期）');
    expect(words(el)).to.contain('“不存在镇”不在选项里');
    expect(button(el, '确认导入').disabled).to.equal(true);
    await set(el, labelled(el, '有问题的单元格和行不导入'), true);
    const asked = oneEvent(el, 'jc-import');
    button(el, '确认导入').click();
    const { commands } = ((await asked) as CustomEvent<ImportDetail>).detail;
    expect(commands).to.deep.equal([
      { kind: 'save', recordId: 'r0', revision: 1, changes: [{ pointer: '/name', value: '甲项目（一期）' }] },
    ]);
    const undo = [
      { kind: 'save' as const, recordId: 'r0', revision: 2, changes: [{ pointer: '/name', value: '甲项目' }] },
    ];
    el.showOutcome(done(undo));
    await settled(el);
    const taken = oneEvent(el, 'jc-import-undo');
    button(el, '撤销这次导入').click();
    expect(((await taken) as CustomEvent<ImportDetail>).detail.commands).to.deep.equal(undo);
    el.showOutcome(done());
    await settled(el);
    expect(words(el)).to.contain('已撤销');
    expect(button(el, '撤销这次导入')).to.equal(undefined);
  });

  it('has each conflict decided, cell by cell or all alike', async () => {
    const now = RECORDS.map((record) => ({
      ...record,
      revision: 5,
      data: { ...record.data, name: `${String((record.data as JsonObject)['name'])}（他人改）` },
    })) as StoredRecord[];
    const el = await open({ definition: DEFINITION, records: now });
    await el.take(await returned((text) => (/项目$/.test(text) && text.length === 3 ? `${text}新` : text)));
    await settled(el);
    expect(words(el)).to.contain('表格发出时是“甲项目”，后来已被他人修改');
    button(el, '冲突全部用表格的值').click();
    await settled(el);
    await set(el, all(el, '.conflict')[1]!.querySelectorAll('input')[1]!, true);
    const asked = oneEvent(el, 'jc-import');
    button(el, '确认导入').click();
    expect(((await asked) as CustomEvent<ImportDetail>).detail.commands).to.deep.equal([
      { kind: 'save', recordId: 'r0', revision: 5, changes: [{ pointer: '/name', value: '甲项目新' }] },
    ]);
  });

  it('matches rows of a plain file by the columns that the person ticks', async () => {
    const el = await open({ definition: DEFINITION, records: RECORDS });
    await el.take(csv('编码,项目名称\n0012,甲项目改\n0099,新项目\n'));
    await settled(el);
    expect(all(el, '.plan-row.new').length).to.equal(2);
    await set(el, labelled(el, '编码', 'fieldset'), true);
    expect([all(el, '.plan-row.new').length, all(el, '.plan-row.changed').length]).to.deep.equal([1, 1]);
    await expect(el).to.be.accessible();
  });

  it('waits for the records, may be closed to writing, and tells storing that is cancelled', async () => {
    const waiting = await open({ definition: DEFINITION });
    expect(words(waiting)).to.contain('正在读取台账');
    const file = await returned((text) => (text === '甲项目' ? '甲' : text));
    const closed = await open({ definition: DEFINITION, records: RECORDS, readonly: true });
    await closed.take(file);
    await settled(closed);
    expect(button(closed, '确认导入').disabled).to.equal(true);
    const el = await open({ definition: DEFINITION, records: RECORDS });
    await el.take(file);
    await settled(el);
    button(el, '确认导入').click();
    for (let turn = 0; turn < 100 && !button(el, '取消'); turn++) await new Promise((next) => setTimeout(next, 10));
    el.showProgress(1);
    await settled(el);
    expect(words(el)).to.contain('100%');
    const cancelled = oneEvent(el, 'jc-import-cancel');
    button(el, '取消').click();
    await cancelled;
    el.showOutcome(undefined);
    await settled(el);
    expect(el.renderRoot.querySelector('[role=status].visually-hidden')!.textContent).to.contain('已取消');
  });
});
