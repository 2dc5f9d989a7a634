import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JcForm } from '../form/form.ts';
import '../form/define.ts';

const organisation = (orgId: string, parentOrgId?: string): Organisation => ({
  orgId,
  orgName: `${orgId}组织`,
  orgShortName: orgId,
  orgCode: orgId,
  orgType: 'rural',
  orgForm: 'branch',
  orgLevel: 'village',
  isActive: true,
  ...(parentOrgId === undefined ? {} : { parentOrgId }),
});
const organisations = [
  organisation('柳溪镇'),
  ...Array.from({ length: 500 }, (_, at) => organisation(`第${at}村`, '柳溪镇')),
];
const person = (personId: string, personName: string, orgId: string): Person => ({
  personId,
  personName,
  posts: [{ orgId, role: 'filler', postName: '书记' }],
});
const people = [
  person('head', '韩某', '柳溪镇'),
  ...organisations
    .slice(1)
    .flatMap(({ orgId }, at) =>
      ['吴某', '赵某', '钱某', '孙某', '李某'].map((name, no) => person(`p${at}-${no}`, name, orgId)),
    ),
];
const record: StoredRecord = {
  id: 'r',
  definition: { id: 'd', version: '1.0.0', hash: '' },
  orgId: '第7村',
  orgPath: '柳溪镇/第7村',
  revision: 1,
  links: [],
  facts: [],
  history: [],
  data: {},
  audit: {
    createdAt: '2025-01-01T08:00:00+08:00',
    createdBy: 'p',
    updatedAt: '2025-01-01T08:00:00+08:00',
    updatedBy: 'p',
  },
};
const schema = {
  type: 'object',
  title: '整改',
  properties: {
    owner: { type: 'string', format: 'person', title: '责任人' },
    measures: {
      type: 'array',
      title: '措施',
      items: {
        type: 'object',
        properties: {
          owner: { type: 'string', format: 'person', title: '责任人' },
          unit: { type: 'string', format: 'organisation', title: '责任单位' },
          note: { type: 'string', title: '备注' },
        },
      },
    },
  },
};

async function mount(more: Partial<JcForm> = {}, place: HTMLElement = document.body): Promise<JcForm> {
  const el = await fixture<JcForm>(
    html`<jc-form lang="zh-CN" .schema=${schema} .record=${{ ...record, data: { measures: [{}, {}] } }}
      .organisations=${organisations} .people=${more.people ?? people} .now=${'2026-03-10T09:00:00+08:00'}></jc-form>`,
    { parentNode: place.appendChild(document.createElement('div')) },
  );
  Object.assign(el, more);
  await el.updateComplete;
  await until(() => el.shadowRoot!.querySelector('[role=grid] [role=gridcell]'));
  return el;
}

async function until<T>(found: () => T | null | undefined | false): Promise<T> {
  for (let turn = 0; turn < 100; turn++) {
    const now = found();
    if (now) return now;
    await nextFrame();
  }
  throw new Error('it does not come');
}

const root = (el: JcForm) => el.shadowRoot!;
const picker = (el: JcForm) =>
  until(() => root(el).querySelector<HTMLDialogElement>('dialog.picker[open] .pick-line')?.closest('dialog'));
const lines = (dialog: HTMLElement) => [...dialog.querySelectorAll('.pick-line')].map((line) => line.textContent);
const field = (el: JcForm) => root(el).querySelector<HTMLButtonElement>('button.picked')!;
const cells = (el: JcForm) =>
  [...root(el).querySelectorAll<HTMLElement>('.cell[aria-colindex="2"][role=gridcell]')].filter((cell) =>
    cell.closest('[role=grid]'),
  );
const inCell = (el: JcForm) => root(el).querySelector<HTMLInputElement>('.edit input')!;
const measures = (el: JcForm) => (el.value as { measures: { owner?: string }[] }).measures.map(({ owner }) => owner);

describe('people in forms', () => {
  it('are first those of the own organisation and its superiors, and all others by typing, told apart by where they are', async () => {
    const el = await mount();
    field(el).click();
    const dialog = await picker(el);
    expect(lines(dialog)).to.deep.equal([
      '吴某第7村 书记',
      '赵某第7村 书记',
      '钱某第7村 书记',
      '孙某第7村 书记',
      '李某第7村 书记',
      '韩某柳溪镇 书记',
    ]);
    expect(dialog.querySelector('[role=status]')!.textContent).to.equal(
      '先列出本组织和上级 6 人；其他 2495 人请输入姓名或所在组织查找',
    );
    await sendKeys({ type: '钱某 第499' });
    expect(lines(dialog)).to.deep.equal(['钱某第499村 书记']);
    expect(dialog.querySelector('[role=status]')!.textContent).to.equal('找到 1 人');
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect((el.value as { owner: string }).owner).to.equal('p499-2');
    expect(field(el).textContent).to.equal('钱某');
    expect(root(el).querySelector('.picked-note')!.textContent).to.equal('第499村 书记');
  });

  it('are searched among two and a half thousand with few of them in the document', async () => {
    const el = await mount();
    field(el).click();
    const dialog = await picker(el);
    await sendKeys({ type: '某' });
    expect(dialog.querySelector('[role=status]')!.textContent).to.equal('找到 2501 人');
    expect(lines(dialog).length).to.be.lessThan(40);
    expect(dialog.querySelector('.pick-line')!.getAttribute('aria-setsize')).to.equal('2501');
  });

  it('are chosen in a cell of a table with the keyboard, by Enter or by beginning to type', async () => {
    const el = await mount();
    cells(el)[0]!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    expect(inCell(el).getAttribute('aria-label')).to.contain('责任人');
    expect(inCell(el).getAttribute('role')).to.equal('combobox');
    await sendKeys({ press: 'Enter' });
    const dialog = await picker(el);
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    expect(dialog.open).to.equal(false);
    expect(measures(el)).to.deep.equal(['p7-1', undefined]);
    expect(root(el).activeElement === inCell(el)).to.equal(true);
    expect(inCell(el).value).to.equal('赵某');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ type: '孙' });
    const second = await picker(el);
    expect(second.querySelector('input')!.value).to.equal('孙');
    await sendKeys({ press: 'Escape' });
    expect(measures(el)).to.deep.equal(['p7-1', undefined]);
    expect(root(el).activeElement === inCell(el)).to.equal(true);
    await sendKeys({ type: '孙' });
    await picker(el);
    await sendKeys({ press: 'Enter' });
    expect(measures(el)).to.deep.equal(['p7-1', 'p7-3']);
  });

  it('are chosen in a cell with one press of the mouse, inside a dialog', async () => {
    const box = document.createElement('dialog');
    document.body.append(box);
    box.showModal();
    const el = await mount({}, box);
    const cell = cells(el)[0]!;
    cell.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    // the release is over the control
    root(el)
      .querySelector('[role=grid]')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const dialog = await picker(el);
    dialog.querySelectorAll<HTMLElement>('.pick-line')[2]!.click();
    expect(measures(el)[0]).to.equal('p7-2');
    expect(box.open).to.equal(true);
    await nextFrame();
    inCell(el).click();
    (await picker(el)).querySelector<HTMLElement>('.popup-actions .button')!.click();
    expect(measures(el)[0]).to.equal(undefined);
    box.remove();
  });

  it('are understood when they are pasted, unless namesakes leave it open', async () => {
    const el = await mount();
    cells(el)[0]!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
    const data = new DataTransfer();
    data.setData('text/plain', '韩某\t第3村\n吴某\t第4村\n');
    inCell(el).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    expect((el.value as { measures: unknown }).measures).to.deep.equal([
      { owner: 'head', unit: '第3村' },
      { owner: '吴某', unit: '第4村' },
    ]);
  });

  it('are a text where there is no directory', async () => {
    const el = await mount({ people: [] });
    expect(root(el).querySelectorAll('button.picked')).to.have.lengthOf(0);
    expect(root(el).querySelectorAll('input.input')).to.have.lengthOf(1);
  });
});
