import { expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Ledger } from './ledger.ts';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, VERIFIER, problems } from '../record/test-definition.ts';
import './define.ts';

interface More {
  records?: readonly StoredRecord[] | undefined;
  person?: (typeof PEOPLE)[number];
  readonly?: boolean;
  width?: number;
  definition?: unknown;
}
async function ledger({
  records = problems(20),
  person = FILLER,
  readonly = false,
  width = 1200,
  definition = PROBLEMS,
}: More = {}): Promise<Ledger> {
  localStorage.clear();
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = `${width}px`;
  const el = document.createElement('jc-ledger');
  Object.assign(el, { definition, records, organisations: ORGANISATIONS, people: PEOPLE, person, now: NOW, readonly });
  box.append(el);
  await settled(el);
  return el;
}
const settled = async (el: Ledger) => {
  await el.updateComplete;
  await nextFrame();
  await el.updateComplete;
  await nextFrame();
};
const $ = <T extends HTMLElement>(el: Ledger, selector: string) => el.renderRoot.querySelector<T>(selector)!;
const all = (el: Ledger, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const texts = (el: Ledger, column: number) =>
  all(el, '.window .row').map((row) => row.querySelector(`[aria-colindex="${column}"]`)?.textContent ?? '');
const header = (el: Ledger, title: string) =>
  all(el, '[role=columnheader]').find((node) => node.textContent === title)!;
const amount = (el: Ledger) => $(el, '.amount').textContent;
const button = (el: Ledger, text: string) =>
  all(el, 'button').find((node) => node.textContent!.trim().startsWith(text)) as HTMLButtonElement;
const say = (el: Ledger) => $(el, '[role=status].visually-hidden').textContent;

describe('<jc-ledger>', () => {
  it('shows records with lamps, states and headings of two levels', async () => {
    const el = await ledger();
    await waitUntil(() => all(el, '.window .row').length === 20 && texts(el, 1).includes('20'), undefined, {
      timeout: 8000,
    });
    expect($(el, 'h2').textContent).to.equal('问题清单');
    expect(amount(el)).to.equal('共 20 条');
    expect(header(el, '责任').getAttribute('aria-colspan')).to.equal('2');
    expect(texts(el, 2)).to.include.members(['超期', '临期', '正常', '已销账']);
    expect($(el, '.window .mark.red')).not.to.equal(null);
    expect(texts(el, 5)).to.include('第一党支部');
    await expect(el).to.be.accessible();
  });

  it('cuts no word of a lamp or a state, in any language', async () => {
    const english = {
      '/ledger/lamp/2/title': 'Due soon, or behind its plan',
      '/states/3/title': 'Closing was requested',
    };
    const el = await ledger({ definition: { ...PROBLEMS, texts: { en: english } } });
    el.locale = 'en';
    await settled(el);
    const marks = all(el, '.window .lamp, .window .badge').filter((node) =>
      /Due soon|Closing was/.test(node.textContent ?? ''),
    );
    expect(marks.length).to.be.greaterThan(1);
    for (const mark of marks)
      expect(mark.getBoundingClientRect().right).to.be.at.most(mark.closest('.cell')!.getBoundingClientRect().right);
  });

  it('sorts by the order of the office: dates, organisations by code, blanks last, and says so', async () => {
    const el = await ledger();
    const due = () => texts(el, 7);
    expect(due()[0]).to.equal([...due()].sort()[0]);
    header(el, '完成时限').click();
    await settled(el);
    expect(header(el, '完成时限').getAttribute('aria-sort')).to.equal('descending');
    expect(say(el)).to.equal('已按“完成时限”降序排列。');
    header(el, '牵头单位').click();
    await settled(el);
    const seen = [...new Set(texts(el, 5))];
    expect(seen).to.deep.equal(
      ['第一党支部', '第二党支部', '第三党支部', '第十党支部', '第十二党支部'].slice(0, seen.length),
    );
  });

  it('filters by counters, search and column, and counts what is shown', async () => {
    const el = await ledger();
    const overdue = button(el, '超期');
    const number = Number(overdue.querySelector('strong')!.textContent);
    expect(number).to.be.greaterThan(0);
    overdue.click();
    await settled(el);
    expect(amount(el)).to.equal(`显示 ${number} 条，共 20 条`);
    expect(overdue.getAttribute('aria-pressed')).to.equal('true');
    overdue.click();
    const search = $<HTMLInputElement>(el, 'input[type=search]');
    search.focus();
    await sendKeys({ type: '路灯 第' });
    await settled(el);
    expect(texts(el, 3).every((text) => text.includes('路灯'))).to.equal(true);
    search.value = '查无此项';
    search.dispatchEvent(new InputEvent('input'));
    await settled(el);
    expect($(el, '.message').textContent).to.contain('没有符合条件的条目');
    button(el, '清除筛选条件').click();
    await settled(el);
    expect(amount(el)).to.equal('共 20 条');
    button(el, '筛选').click();
    await settled(el);
    const states = all(el, '.filters details').find((node) =>
      node.querySelector('summary')!.textContent!.startsWith('状态'),
    )!;
    all(el, '.filters label')
      .filter((node) => states.contains(node))
      .find((node) => node.textContent === '已销账（4）')!
      .querySelector('input')!
      .click();
    await settled(el);
    expect(amount(el)).to.equal('显示 4 条，共 20 条');
    await expect(el).to.be.accessible();
  });

  it('waits for the input method before it searches', async () => {
    const el = await ledger();
    const search = $<HTMLInputElement>(el, 'input[type=search]');
    search.value = 'ludeng';
    search.dispatchEvent(new InputEvent('input', { isComposing: true }));
    await settled(el);
    expect(amount(el)).to.equal('共 20 条');
    search.value = '路灯';
    search.dispatchEvent(new CompositionEvent('compositionend'));
    await settled(el);
    expect(amount(el)).to.equal('显示 4 条，共 20 条');
  });

  it('groups by state, in the order of the definition, and folds', async () => {
    const el = await ledger();
    const group = all(el, 'label')
      .find((node) => node.textContent!.startsWith('分组'))!
      .querySelector('select')!;
    group.value = 'state';
    group.dispatchEvent(new Event('change'));
    await settled(el);
    const heads = () => all(el, '.cell.group').map((node) => node.textContent);
    expect(heads()[0]).to.equal('已登记（4 条）\u3000进度（%）平均 27.5');
    all(el, '.cell.group')[0]!.click();
    await settled(el);
    expect(all(el, '.cell.group')[0]!.getAttribute('aria-expanded')).to.equal('false');
    expect(heads()[1]).to.contain('已交办（4 条）');
    await expect(el).to.be.accessible();
  });

  it('merges equal neighbours, and computes rates anew over sums, also for groups', async () => {
    const columns = [
      { field: '/leadOrgId', merge: true },
      '/problemText',
      { field: '/done', total: 'sum' },
      { field: '/planned', total: 'sum' },
      { value: 'done/planned*100', title: '完成率', total: 'rate' },
      { name: 'ledgerStatus' },
    ];
    const { record } = PROBLEMS as unknown as { record: { properties: object } };
    const definition = {
      ...PROBLEMS,
      record: {
        ...record,
        properties: {
          ...record.properties,
          done: { type: 'number', title: '完成' },
          planned: { type: 'number', title: '应完成' },
        },
      },
      ledger: { columns, sort: [{ field: '/leadOrgId' }] },
    };
    const el = await ledger({
      definition,
      records: problems(10).map((each, at) => ({
        ...each,
        data: { ...each.data, done: at === 0 ? 10 : 1, planned: at === 0 ? 10 : 10 },
      })),
    });
    expect(
      all(el, '.window .merged').map((node) => [node.textContent, node.getAttribute('aria-rowspan')]),
    ).to.deep.include(['第一党支部', '2']);
    expect($(el, '.foot').textContent).to.contain('合计 19').and.to.contain('合计 100').and.to.contain('总体 19');
    const group = all(el, 'label')
      .find((node) => node.textContent!.startsWith('分组'))!
      .querySelector('select')!;
    group.value = 'state';
    group.dispatchEvent(new Event('change'));
    await settled(el);
    expect(all(el, '.cell.group')[0]!.textContent).to.equal(
      '已登记（2 条）\u3000完成合计 11\u3000应完成合计 20\u3000完成率总体 55',
    );
    expect(el.getPrintHTML()).to.contain('总体 19');
  });

  it('opens a row by Enter: fields, links, history in words, and what cannot be done with its reason', async () => {
    const el = await ledger();
    const record = el.records!.find(({ state, orgId }) => state === 'inProgress' && orgId === 'o-2')!;
    el.openRecord(record.id);
    await settled(el);
    const detail = $(el, '.detail');
    expect(detail.textContent)
      .to.contain('已办理：退回整改')
      .and.to.contain('状态由“申请销账”变为“整改中”')
      .and.to.contain('理由：佐证材料不齐');
    expect(detail.querySelector('[data-move=requestClose]')).to.equal(null);
    expect(detail.querySelector('.cannot')!.textContent).to.contain(
      '申请销账：须由本组织（第三党支部）的填报人员办理。',
    );
    await expect(el).to.be.accessible();
    button(el, '关闭').click();
    await settled(el);
    expect(el.shadowRoot!.activeElement).to.equal($(el, '[role=grid]'));
    await sendKeys({ press: 'Enter' });
    await settled(el);
    expect($(el, '.detail h3').textContent).to.equal((record.data as { problemText: string }).problemText);
  });

  it('names linked records and asks the host to open them', async () => {
    const el = await ledger();
    el.openRecord(el.records![0]!.id);
    await settled(el);
    const link = button(el, '2025年第二季度');
    setTimeout(() => link.click());
    const { detail } = (await oneEvent(el, 'jc-record-open')) as CustomEvent;
    expect(detail).to.deep.equal({ recordId: 'r-1', definitionId: 'branch-standard' });
  });

  it('asks for what a move needs, hands it over, and shows a refusal where the person is', async () => {
    const el = await ledger({ person: VERIFIER });
    const record = el.records!.find(({ state }) => state === 'closeRequested')!;
    el.openRecord(record.id);
    await settled(el);
    $(el, '[data-move=verifyFail]').click();
    await settled(el);
    const dialog = $<HTMLDialogElement>(el, 'dialog');
    expect(dialog.open).to.equal(true);
    await expect(dialog).to.be.accessible();
    button(el, '确定').click();
    await settled(el);
    expect(dialog.textContent).to.contain('请填写理由，不少于 5 个字。');
    const reason = dialog.querySelector<HTMLTextAreaElement>('.reason')!;
    const progress = dialog.querySelector('jc-form')!.shadowRoot!.querySelector<HTMLInputElement>('input')!;
    progress.focus();
    progress.select();
    await sendKeys({ type: '60' });
    reason.value = '佐证照片不清晰';
    reason.dispatchEvent(new InputEvent('input'));
    setTimeout(() => button(el, '确定').click());
    const { detail } = (await oneEvent(el, 'jc-move')) as CustomEvent;
    expect(detail).to.deep.equal({
      recordId: record.id,
      revision: 3,
      track: 'item',
      move: 'verifyFail',
      changes: [{ pointer: '/progressPct', value: 60 }],
      reason: '佐证照片不清晰',
    });
    el.showRefusal(record.id, { code: 'conflict', problems: [] });
    await settled(el);
    expect(dialog.textContent).to.contain('该条目已被他人更新');
    el.records = el.records!.map((each) => (each === record ? { ...each, revision: 4, state: 'inProgress' } : each));
    await settled(el);
    expect($<HTMLDialogElement>(el, 'dialog').open).to.equal(false);
    expect(say(el)).to.equal('已办理：退回整改');
  });

  it('edits in place where the person may, and hands over one row at a time', async () => {
    const el = await ledger({ records: problems(20).slice(0, 12) });
    const mine = el.records!.filter(({ orgId, state }) => orgId === 'o-0' && state !== 'closed');
    const row = all(el, '.window .row').find(
      (node) =>
        node.querySelector('[aria-colindex="5"]')!.textContent === '第一党支部' && node.querySelector('.editable'),
    )!;
    const cell = row.querySelector<HTMLElement>('[aria-colindex="8"]')!;
    expect(cell.className).to.contain('editable');
    expect(all(el, '.window .row').filter((node) => node.querySelector('.editable')).length).to.equal(mine.length);
    cell.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    await sendKeys({ type: '８５' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '已整改到位' });
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const { detail } = (await oneEvent(el, 'jc-change')) as CustomEvent;
    expect(detail.changes).to.deep.equal([
      { pointer: '/progressPct', value: 85 },
      { pointer: '/progressNote', value: '已整改到位' },
    ]);
    expect(detail.recordId).to.be.a('string').with.lengthOf(19);
    el.showRefusal(detail.recordId, {
      code: 'invalid',
      problems: [{ pointer: '/progressPct', code: 'x', reason: { 'zh-CN': '进度不能大于上月', en: 'no' } }],
    });
    await settled(el);
    expect(all(el, '.cell.bad').length).to.be.greaterThan(0);
  });

  it('edits nothing when it is read-only or nobody is at work', async () => {
    expect(all(await ledger({ readonly: true }), '.editable')).to.have.lengthOf(0);
    const el = await ledger({ person: undefined as never });
    el.person = undefined;
    await settled(el);
    expect(all(el, '.editable')).to.have.lengthOf(0);
  });

  it('draws cards in a narrow column of a wide screen', async () => {
    const el = await ledger({ width: 360 });
    expect(all(el, '.card').length).to.be.greaterThan(2);
    expect($(el, '.card').textContent).to.contain('完成时限');
    expect(el.scrollWidth).to.be.at.most(360);
    await expect(el).to.be.accessible();
  });

  it('prints every row that passed the filters, whatever is folded, and gives markup to print tools', async () => {
    const el = await ledger({ records: problems(700) });
    const box = el.parentElement!;
    box.style.cssText = 'width: 1200px; height: 300px; overflow: hidden';
    const sheets = () => [
      ...(document as Document & { adoptedStyleSheets: readonly CSSStyleSheet[] }).adoptedStyleSheets,
    ];
    const before = sheets();
    dispatchEvent(new Event('beforeprint'));
    expect($<HTMLTableElement>(el, '.print-copy table').tBodies[0]!.rows).to.have.lengthOf(700);
    expect(
      sheets()
        .slice(before.length)
        .map(({ cssRules }) => cssRules[0]!.cssText.toLowerCase())
        .join(),
    ).to.contain('landscape');
    expect(getComputedStyle(box).overflow).to.equal('visible');
    dispatchEvent(new Event('afterprint'));
    expect(sheets()).to.deep.equal(before);
    expect(box.style.cssText).to.equal('width: 1200px; height: 300px; overflow: hidden;');
    const markup = el.getPrintHTML();
    expect(markup.match(/<tr style/g)).to.have.lengthOf(700);
    expect(markup).not.to.contain('<script');
    expect(el.getPlainText().split('\n')).to.have.lengthOf(702);
    button(el, '普通表格').click();
    await settled(el);
    expect($<HTMLTableElement>(el, '.plain-place table').tBodies[0]!.rows).to.have.lengthOf(700);
    el.records = problems(10);
    await settled(el);
    await expect($(el, '.plain-place')).to.be.accessible();
  });

  it('stands in clones of the page with every row, where tools print those', async () => {
    const el = await ledger({
      records: problems(120).map((record, at) =>
        at === 0 ? { ...record, data: { ...record.data, problemText: '<b>粗</b> & "引"' } } : record,
      ),
    });
    el.setAttribute('print-fallback', '');
    await waitUntil(() => el.querySelectorAll('tbody tr').length === 120, undefined, { timeout: 8000 });
    const markup = el.innerHTML;
    const read = new DOMParser().parseFromString(markup, 'text/html').body;
    expect(read.querySelectorAll('thead th[colspan="2"]')).to.have.lengthOf(1);
    expect(read.querySelectorAll('td')).to.have.lengthOf(el.getPrintHTML().match(/<td /g)!.length);
    expect(read.textContent).to.contain('<b>粗</b> & "引"');
    expect(read.querySelector('b')).to.equal(null);
    expect(read.querySelector('td')!.style.borderTopStyle).to.equal('solid');
    el.records = problems(3);
    await waitUntil(() => el.querySelectorAll('tbody tr').length === 3, undefined, { timeout: 8000 });
  });

  it('shows markup in any text as text', async () => {
    const marked = { ...PROBLEMS, ledger: { ...PROBLEMS.ledger!, title: '<img src=x>清单' } };
    const el = await ledger({
      definition: marked,
      records: problems(3).map((record) => ({
        ...record,
        data: { ...record.data, problemText: '<b onclick=x>粗</b>' },
      })),
    });
    expect(all(el, 'img, b')).to.have.lengthOf(0);
    expect($(el, 'h2').textContent).to.equal('<img src=x>清单');
    expect(el.getPrintHTML()).to.contain('&#60;b onclick=x&#62;');
  });

  it('says what to do while there is nothing, and what is wrong with a definition, for itself alone', async () => {
    const loading = await ledger();
    loading.records = undefined;
    await settled(loading);
    expect($(loading, '[role=status]').textContent).to.equal('正在读取台账……');
    const empty = await ledger({ records: [] });
    expect($(empty, '.message').textContent).to.equal('还没有条目。点击“新增问题整改台账条目”登记第一条。');
    const broken = await ledger({ definition: { ...PROBLEMS, ledger: { columns: ['/nothing'] } } });
    expect($(broken, '.message').textContent).to.contain('台账定义有误').and.to.contain('/ledger/columns/0');
    await expect(broken).to.be.accessible();
  });

  it('keeps its place when it is moved in the document', async () => {
    const el = await ledger({ records: problems(2000) });
    const grid = $(el, '[role=grid]');
    grid.scrollTop = 30_000;
    await nextFrame();
    const box = document.createElement('div');
    el.parentElement!.parentElement!.append(box);
    box.append(el);
    await settled(el);
    expect(grid.scrollTop).to.equal(30_000);
    expect(texts(el, 1)).to.include('590');
  });
});
