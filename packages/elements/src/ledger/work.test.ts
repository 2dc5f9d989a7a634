import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { EditDetail, MoveDetail } from '../record/record.events.ts';
import type { Ledger } from './ledger.ts';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, VERIFIER, problems } from '../record/test-definition.ts';
import './define.ts';

/** All problems belong to the filler's branch, so that cells can be edited. */
const own = (count: number) =>
  problems(count).map((record): StoredRecord => ({ ...record, orgId: 'o-0', orgPath: 'o-county/o-town/o-0' }));

/** A ledger over a store that takes everything: what was asked is answered with a new revision. */
async function office(
  records: readonly StoredRecord[],
  person = FILLER,
): Promise<{ el: Ledger; sent: EditDetail[]; moved: MoveDetail[] }> {
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = '1280px';
  localStorage.clear();
  const el = document.createElement('jc-ledger') as Ledger;
  Object.assign(el, { definition: PROBLEMS, records, organisations: ORGANISATIONS, people: PEOPLE, person, now: NOW });
  const sent: EditDetail[] = [];
  const moved: MoveDetail[] = [];
  el.addEventListener('jc-change', (event) => {
    const { detail } = event as CustomEvent<EditDetail>;
    sent.push(detail);
    void Promise.resolve().then(() => {
      el.records = el.records!.map((record) =>
        record.id !== detail.recordId
          ? record
          : {
              ...record,
              revision: record.revision + 1,
              data: {
                ...record.data,
                ...Object.fromEntries(detail.changes.map(({ pointer, value }) => [pointer.slice(1), value])),
              },
            },
      );
    });
  });
  el.addEventListener('jc-move', (event) => moved.push((event as CustomEvent<MoveDetail>).detail));
  box.append(el);
  await settled(el);
  return { el, sent, moved };
}
const settled = async (el: Ledger) => {
  for (let turn = 0; turn < 3; turn++) {
    await el.updateComplete;
    await nextFrame();
  }
};
const all = (el: Ledger, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const button = (el: Ledger, text: string) =>
  all(el, 'button').find((node) => node.textContent!.trim().startsWith(text)) as HTMLButtonElement;
const press = async (el: Ledger, text: string) => {
  button(el, text).click();
  await settled(el);
};
const titles = (el: Ledger) =>
  all(el, '.header [data-column]:not([data-column=""])')
    .sort((a, b) => Number(a.getAttribute('aria-colindex')) - Number(b.getAttribute('aria-colindex')))
    .map((node) => node.querySelector('.text')!.textContent);
const cellOf = (el: Ledger, line: number, title: string) => {
  const column = all(el, '[role=columnheader]')
    .find((node) => node.textContent === title)!
    .getAttribute('aria-colindex');
  return all(el, '.window .row')[line]!.querySelector<HTMLElement>(`[aria-colindex="${column}"]`)!;
};
const say = (el: Ledger) => el.renderRoot.querySelector('[role=status].visually-hidden')!.textContent;
const mouse = (node: HTMLElement, more: MouseEventInit = {}) =>
  node.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true, ...more }));
const paste = async (el: Ledger, text: string) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  el.renderRoot
    .querySelector('.edit .control')!
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await settled(el);
};
const choose = async (el: Ledger, label: string, option: string) => {
  const select = all(el, `select[aria-label="${label}"]`)[0] as HTMLSelectElement;
  select.selectedIndex = [...select.options].findIndex(({ text }) => text.startsWith(option));
  select.dispatchEvent(new Event('change'));
  await settled(el);
};

describe('work on many cells of <jc-ledger>', () => {
  it('shows what a pasted block means, writes the ticked columns, takes it back and does it again', async () => {
    const { el, sent } = await office(own(4).map((record) => ({ ...record, state: 'inProgress' })));
    mouse(cellOf(el, 0, '完成时限'));
    await paste(el, '2025/10/1\t８０\t新进展一\n没有日期\t90%\t新进展二\n');
    const dialog = el.renderRoot.querySelector<HTMLDialogElement>('.work-dialog')!;
    expect(dialog.open).to.equal(true);
    await expect(dialog).to.be.accessible();
    const rows = [...dialog.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].slice(1, 5).map((node) => node.textContent!.trim()),
    );
    expect(rows).to.deep.equal([
      ['完成时限', '1', '1', '0'],
      ['进度（%）', '2', '0', '0'],
      ['进展情况', '2', '0', '0'],
    ]);
    expect(dialog.textContent).to.contain('没有日期');
    dialog.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[2]!.click();
    await settled(el);
    await press(el, '写入 3 处');
    await settled(el);
    expect(dialog.open).to.equal(false);
    expect(sent.map(({ changes }) => changes)).to.deep.equal([
      [
        { pointer: '/dueOn', value: '2025-10-01' },
        { pointer: '/progressPct', value: 80 },
      ],
      [{ pointer: '/progressPct', value: 90 }],
    ]);
    expect(say(el)).to.equal('已修改 3 个单元格。');
    await press(el, '撤销');
    expect(sent.slice(2).map(({ revision }) => revision)).to.deep.equal([4, 4]);
    expect(el.records!.map(({ data }) => data['progressPct'])).to.deep.equal(
      own(4).map(({ data }) => data['progressPct']),
    );
    await press(el, '重做');
    expect(el.records!.map(({ data }) => data['progressPct'])).to.include.members([80, 90]);
  });

  it('writes a pasted block into the rows it was pasted over, though others have come between them', async () => {
    const { el, sent } = await office(own(4).map((record) => ({ ...record, state: 'inProgress' })));
    const pastedOver = [0, 1].map((line) => cellOf(el, line, '完成时限').textContent);
    expect(new Set(pastedOver)).to.have.lengthOf(2);
    mouse(cellOf(el, 0, '进展情况'));
    await paste(el, '新进展一\n新进展二\n');
    el.records = [{ ...el.records![0]!, id: 'newcomer' }, ...el.records!];
    await settled(el);
    await press(el, '写入 2 处');
    expect(sent.map(({ recordId }) => own(4).find(({ id }) => id === recordId)?.data['dueOn'])).to.deep.equal(
      pastedOver,
    );
  });

  it('leaves what others have changed meanwhile, and says so', async () => {
    const { el } = await office(own(3).map((record) => ({ ...record, state: 'inProgress' })));
    mouse(cellOf(el, 0, '进展情况'));
    await sendKeys({ type: '我的进展' });
    await sendKeys({ press: 'Enter' });
    await settled(el);
    const mine = el.records!.find(({ data }) => data['progressNote'] === '我的进展')!;
    el.records = el.records!.map((record) =>
      record === mine ? { ...record, revision: 9, data: { ...record.data, progressNote: '他人的进展' } } : record,
    );
    await settled(el);
    await press(el, '撤销');
    expect(say(el)).to.equal('已撤销 0 处修改。另有 1 处已被他人改过，未撤销。');
    expect(el.records!.some(({ data }) => data['progressNote'] === '他人的进展')).to.equal(true);
  });

  it('says what a picked block adds up to, and fills it down', async () => {
    const { el, sent } = await office(
      own(3).map((record, at) => ({
        ...record,
        state: 'inProgress',
        data: { ...record.data, progressPct: 10 * (at + 1), dueOn: '2025-10-01' },
      })),
    );
    mouse(cellOf(el, 0, '进度（%）'));
    mouse(cellOf(el, 2, '进度（%）'), { shiftKey: true });
    await settled(el);
    expect(el.renderRoot.querySelector('.status-line')!.textContent).to.equal('选中 3 行 × 1 列，合计 60，平均 20');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'd' });
    await sendKeys({ up: 'Control' });
    await settled(el);
    expect(el.records!.map(({ data }) => data['progressPct'])).to.deep.equal([10, 10, 10]);
    expect(sent).to.have.lengthOf(2);
  });
});

describe('work on many rows of <jc-ledger>', () => {
  it('makes one move of all that can, and gives the reason for each that cannot', async () => {
    const { el, moved } = await office(problems(10), VERIFIER);
    await press(el, '批量操作');
    all(el, '[role=columnheader]')
      .find((node) => node.textContent === '选择')!
      .click();
    await settled(el);
    expect(el.renderRoot.querySelector('.bulk strong')!.textContent).to.equal('已选 10 条');
    expect(cellOf(el, 0, '选择').textContent).to.equal('已选');
    await expect(el).to.be.accessible();
    await choose(el, '批量办理', '退回整改（可办理 2 条）');
    const dialog = el.renderRoot.querySelector<HTMLDialogElement>('.move-dialog')!;
    expect(dialog.textContent)
      .to.contain('将一并办理 2 条。')
      .and.to.contain('有 8 条不能办理：')
      .and.to.contain('当前状态为“已销账”，没有此事项。');
    const reason = dialog.querySelector<HTMLTextAreaElement>('.reason')!;
    reason.value = '佐证照片不清晰';
    reason.dispatchEvent(new InputEvent('input'));
    dialog.querySelector('jc-form')!.shadowRoot!.querySelector<HTMLInputElement>('input')!.focus();
    await sendKeys({ type: '60' });
    await press(el, '确定');
    expect(
      moved.map(({ recordId, move, changes, reason: why }) => [recordId.slice(-1), move, changes, why]),
    ).to.deep.equal(
      ['3', '8'].map((id) => [id, 'verifyFail', [{ pointer: '/progressPct', value: 60 }], '佐证照片不清晰']),
    );
    el.showRefusal(moved[1]!.recordId, {
      code: 'invalid',
      problems: [{ pointer: '', code: 'x', reason: { 'zh-CN': '进度不能回退', en: 'no' } }],
    });
    await settled(el);
    expect(el.renderRoot.querySelector('.main')!.parentElement!.previousElementSibling!.textContent)
      .to.contain('有 1 条未能办理或保存：')
      .and.to.contain('进度不能回退');
  });

  it('writes one field into all that may be changed', async () => {
    const { el, sent } = await office(own(5));
    await press(el, '批量操作');
    all(el, '[role=columnheader]')
      .find((node) => node.textContent === '选择')!
      .click();
    await settled(el);
    await choose(el, '批量修改', '问题类别');
    const dialog = el.renderRoot.querySelector<HTMLDialogElement>('.work-dialog')!;
    expect(dialog.textContent).to.contain('下列内容将写入 4 条').and.to.contain('有 1 条不能修改：');
    const field = dialog.querySelector('jc-form')!.shadowRoot!;
    const choice = field.querySelector<HTMLInputElement | HTMLSelectElement>('select, input[type=radio]')!;
    if (choice instanceof HTMLSelectElement) {
      choice.value = [...choice.options].find(({ text }) => text === '组织生活')!.value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
      choice.dispatchEvent(new Event('input', { bubbles: true }));
    } else [...field.querySelectorAll('label')].find((node) => node.textContent!.includes('组织生活'))!.click();
    await settled(el);
    all(el, '.work-dialog .dialog-foot .primary')[0]!.click();
    await settled(el);
    expect(el.records!.filter(({ data }) => data['problemCategory'] === 'activity')).to.have.lengthOf(
      4 + (own(5)[4]!.data['problemCategory'] === 'activity' ? 1 : 0),
    );
    expect(sent.length).to.be.greaterThan(1);
  });
});

describe('columns and filters of <jc-ledger>', () => {
  it('are moved, hidden and kept for the person, and nobody else', async () => {
    const { el } = await office(own(3));
    await press(el, '列与视图');
    const dialog = el.renderRoot.querySelector<HTMLDialogElement>('.work-dialog')!;
    await expect(dialog).to.be.accessible();
    const line = (title: string) =>
      [...dialog.querySelectorAll('li')].find((node) => node.textContent!.includes(title))!;
    line('问题类别').querySelector('input')!.click();
    await settled(el);
    line('状态').querySelector<HTMLButtonElement>('[aria-label="状态：前移"]')!.click();
    await settled(el);
    await press(el, '关闭');
    expect(titles(el)).to.deep.equal([
      '序号',
      '亮灯',
      '问题描述',
      '牵头单位',
      '责任人',
      '完成时限',
      '进度（%）',
      '状态',
      '进展情况',
    ]);
    const again = document.createElement('jc-ledger') as Ledger;
    Object.assign(again, {
      definition: PROBLEMS,
      records: own(3),
      organisations: ORGANISATIONS,
      people: PEOPLE,
      person: FILLER,
      now: NOW,
    });
    el.replaceWith(again);
    await settled(again);
    expect(titles(again)).to.deep.equal(titles(el));
    again.person = VERIFIER;
    await settled(again);
    expect(titles(again)).to.include('问题类别');
    again.person = FILLER;
    await settled(again);
    await press(again, '列与视图');
    await press(again, '恢复默认的列');
    expect(titles(again)).to.include('问题类别');
  });

  it('sort by several columns, with Shift', async () => {
    const { el } = await office(problems(20));
    const header = (title: string) => all(el, '[role=columnheader]').find((node) => node.textContent === title)!;
    header('牵头单位').click();
    await settled(el);
    header('进度（%）').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await settled(el);
    expect(say(el)).to.equal('已按“牵头单位”升序排列。已按“进度（%）”升序排列。');
    expect(header('进度（%）').dataset['place']).to.equal('2');
    const seen = all(el, '.window .row').map(
      (_, line) =>
        [cellOf(el, line, '牵头单位').textContent, Number(cellOf(el, line, '进度（%）').textContent)] as const,
    );
    seen.forEach(([org, progress], at) => {
      const next = seen[at + 1];
      if (next && next[0] === org) expect(next[1]).to.be.at.least(progress);
    });
  });

  it('filter by amounts, by parts of the tree and by several choices', async () => {
    const { el } = await office(problems(20));
    await press(el, '筛选');
    const least = all(el, 'input[aria-label="进度（%）：起"]')[0] as HTMLInputElement;
    least.value = '60';
    least.dispatchEvent(new Event('change'));
    await settled(el);
    const expected = problems(20).filter(({ data }) => (data['progressPct'] as number) >= 60);
    expect(el.renderRoot.querySelector('.amount')!.textContent).to.equal(`显示 ${expected.length} 条，共 20 条`);
    const branch = all(el, '.filters select').find(
      (node) => node.id.endsWith('f3') || node.parentElement!.textContent!.startsWith('牵头单位'),
    ) as HTMLSelectElement;
    expect([...branch.options].slice(1, 4).map(({ text }) => text)).to.deep.equal([
      '清源县委组织部',
      '\u3000城关镇',
      '\u3000\u3000第一党支部',
    ]);
    branch.value = 'o-town';
    branch.dispatchEvent(new Event('change'));
    await settled(el);
    expect(el.renderRoot.querySelector('.amount')!.textContent).to.equal(`显示 ${expected.length} 条，共 20 条`);
    branch.value = 'o-1';
    branch.dispatchEvent(new Event('change'));
    await settled(el);
    expect(el.renderRoot.querySelector('.amount')!.textContent).to.equal(
      `显示 ${expected.filter(({ orgId }) => orgId === 'o-1').length} 条，共 20 条`,
    );
    await expect(el).to.be.accessible();
  });
});
