import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { JcForm } from './form.ts';
import './define.ts';
import '../provider/define.ts';

const schema = {
  type: 'object',
  title: '控件',
  required: ['name', 'pick'],
  properties: {
    name: { type: 'string', title: '名称', maxLength: 20 },
    org: { type: 'string', format: 'organisation', title: '组织' },
    day: { type: 'string', format: 'date', title: '日期' },
    month: { type: 'string', format: 'date', title: '年月', 'x-precision': 'month' },
    period: { type: 'string', format: 'period', 'x-periodKind': 'quarter', title: '期次' },
    pick: { enum: ['甲', '乙', '丙'], title: '单选' },
    many: { type: 'array', uniqueItems: true, items: { enum: ['子', '丑', '寅'] }, title: '多选' },
    yes: { type: 'boolean', title: '是否' },
    long: { enum: Array.from({ length: 500 }, (_, at) => `第${at}项`), title: '长列表' },
    money: { type: 'number', title: '金额', 'x-unit': '元' },
    lines: { type: 'array', items: { type: 'string' }, title: '逐行' },
    files: { type: 'array', items: { type: 'string', format: 'file' }, title: '材料' },
  },
};
const organisations: Organisation[] = [
  {
    orgId: 'root',
    orgName: '某县',
    orgShortName: '某县',
    orgCode: '01',
    orgType: 'x',
    orgForm: 'committee',
    orgLevel: 'county',
    isActive: true,
  },
];
for (let at = 0; at < 2000; at++)
  organisations.push({
    orgId: `o${at}`,
    orgName: `第${at}村支部`,
    orgShortName: `${at}村`,
    orgCode: `01${String(at).padStart(4, '0')}`,
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel: 'village',
    parentOrgId: at < 20 ? 'root' : `o${at % 20}`,
    isActive: true,
  });

const mount = async (more: Partial<JcForm> = {}) => {
  const el = await fixture<JcForm>(
    html`<jc-form lang="zh-CN" .schema=${schema} .organisations=${organisations}
      .now=${'2026-03-10T09:00:00+08:00'}></jc-form>`,
  );
  Object.assign(el, more);
  await el.updateComplete;
  return el;
};
const field = (el: JcForm, label: string) =>
  [...el.shadowRoot!.querySelectorAll<HTMLElement>('.field')].find(
    (node) => node.querySelector('.label')?.firstChild?.textContent === label,
  )!;
const control = <T extends HTMLElement = HTMLInputElement>(el: JcForm, label: string) =>
  field(el, label).querySelector<T>('.input, .tickbox')!;
const popup = async (el: JcForm) => {
  for (let turn = 0; turn < 50; turn++) {
    const found = el.shadowRoot!.querySelector<HTMLDialogElement>('dialog[open]');
    if (found?.querySelector('.pick-line, .day')) return found;
    await new Promise((done) => requestAnimationFrame(done));
  }
  throw new Error('no popup');
};
const valueOf = (el: JcForm, name: string) => (el.value as Record<string, unknown>)[name];

describe('widgets of <jc-form>', () => {
  it('are accessible in every state', async () => {
    const el = await mount();
    await expect(el).to.be.accessible();
    el.submit();
    await expect(el).to.be.accessible();
    for (const theme of ['gov-blue', 'neutral', 'contrast']) {
      el.setAttribute('theme', theme);
      await expect(el).to.be.accessible();
    }
    el.disabled = true;
    await el.updateComplete;
    await expect(el).to.be.accessible();
    el.disabled = false;
    el.readonly = true;
    await el.updateComplete;
    await expect(el).to.be.accessible();
  });

  it('find an organisation among two thousand, by tree and by search, with the keyboard', async () => {
    const el = await mount();
    const told: unknown[] = [];
    el.addEventListener('jc-change', (event) => told.push((event as CustomEvent).detail));
    control(el, '组织').focus();
    await sendKeys({ press: 'Enter' });
    let dialog = await popup(el);
    expect(dialog.querySelectorAll('.pick-line').length).to.be.lessThan(40);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'ArrowDown' });
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(valueOf(el, 'org')).to.equal('o20');
    expect(told).to.deep.equal([{ pointer: '/org', value: 'o20', valid: true }]);
    expect(control(el, '组织').textContent).to.equal('第20村支部');
    expect(field(el, '组织').textContent).to.contain('某县 / 0村');
    expect(el.shadowRoot!.activeElement).to.equal(control(el, '组织'));
    await sendKeys({ press: 'Enter' });
    dialog = await popup(el);
    await sendKeys({ type: '011999' });
    expect([...dialog.querySelectorAll('.line-title')].map(({ textContent }) => textContent)).to.deep.equal([
      '第1999村支部',
    ]);
    await sendKeys({ press: 'Escape' });
    expect(el.shadowRoot!.querySelector('dialog')).to.equal(null);
    expect(valueOf(el, 'org')).to.equal('o20');
  });

  it('say and take a month where the day does not count', async () => {
    const el = await mount({ value: { month: '2024-05-01' } });
    const input = control(el, '年月');
    expect([input.value, input.placeholder]).to.deep.equal(['2024-05', '年-月']);
    input.focus();
    input.select();
    await sendKeys({ type: '2023年11月' });
    await sendKeys({ press: 'Tab' });
    expect([input.value, valueOf(el, 'month')]).to.deep.equal(['2023-11', '2023-11-01']);
    input.focus();
    input.select();
    await sendKeys({ type: '20251' }); // January, or half of October
    await sendKeys({ press: 'Tab' });
    expect(field(el, '年月').querySelector('.problem')!.textContent).to.equal('请按“2025-09”的样子填写年月');
    expect([input.value, valueOf(el, 'month')]).to.deep.equal(['20251', undefined]);
    el.formModel!.field('/month')!.set('2023-11-01');
    el.readonly = true;
    await el.updateComplete;
    expect(field(el, '年月').querySelector('.reading')!.textContent).to.equal('2023年11月');
  });

  it('close only their own popup inside the dialog of a portal, and lie on top of it', async () => {
    const host = await fixture<HTMLDialogElement>(html`<dialog><jc-form .schema=${schema}></jc-form></dialog>`);
    let escapes = 0;
    host.addEventListener('cancel', () => {
      escapes += 1;
    });
    host.showModal();
    const el = host.querySelector('jc-form')!;
    await el.updateComplete;
    field(el, '日期').querySelector('button')!.click();
    const dialog = await popup(el);
    const box = dialog.getBoundingClientRect();
    expect(el.shadowRoot!.elementFromPoint(box.left + 5, box.top + 5)!.closest('dialog')).to.equal(dialog);
    expect(getComputedStyle(dialog).position).to.equal('fixed');
    await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(false);
    expect([host.open, escapes]).to.deep.equal([true, 0]);
    host.close();
  });

  it('pick a day by the keyboard, Monday first', async () => {
    const el = await mount({ value: { day: '2026-03-05' } });
    control(el, '日期').focus();
    await sendKeys({ down: 'Alt' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ up: 'Alt' });
    const dialog = await popup(el);
    expect(dialog.querySelector('th')!.textContent).to.equal('一');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Home' });
    await expect(el).to.be.accessible();
    await sendKeys({ press: 'Enter' });
    expect(valueOf(el, 'day')).to.equal('2026-03-09');
  });

  it('take choices, periods, lines and money', async () => {
    const el = await mount();
    [...field(el, '多选').querySelectorAll('input')].filter((_, at) => at !== 1).forEach((box) => box.click());
    field(el, '单选').querySelectorAll('input')[1]!.click();
    field(el, '是否').querySelectorAll('input')[1]!.click();
    const [year, part] = [...field(el, '期次').querySelectorAll('select')] as [HTMLSelectElement, HTMLSelectElement];
    part.value = '-Q3';
    part.dispatchEvent(new Event('change', { bubbles: true }));
    expect(year.value).to.equal('2026');
    control(el, '金额').focus();
    await sendKeys({ type: '１２，３４５．５' });
    await sendKeys({ press: 'Tab' });
    expect(control(el, '金额').value).to.equal('12,345.50');
    await sendKeys({ type: '甲' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ type: '乙' });
    expect(el.value).to.deep.equal({
      many: ['子', '寅'],
      pick: '乙',
      yes: false,
      period: '2026-Q3',
      money: 12345.5,
      lines: ['甲', '乙'],
    });
  });

  it('print what was left empty as an empty line', async () => {
    const el = await mount({ schema: { properties: { a: { type: 'string', enum: ['甲', '乙'], title: '类别' } } } });
    el.fields = [{ field: '/a', widget: 'select' }];
    await el.updateComplete;
    const select = el.shadowRoot!.querySelector('select')!;
    await emulateMedia({ media: 'print' });
    const inkless = 'rgba(0, 0, 0, 0)';
    expect(getComputedStyle(select).color).to.equal(inkless);
    el.value = { a: '乙' };
    expect(getComputedStyle(select).color).not.to.equal(inkless);
    await emulateMedia({ media: 'screen' });
  });

  it('keep their look under hostile page styles, and their sizes by attribute', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { margin:0!important;padding:0!important;float:left!important;width:50px!important;font-size:12px!important;line-height:1!important;box-sizing:content-box!important } .hostile { text-indent: 2em; letter-spacing: 3px; text-align: center; white-space: nowrap; text-transform: uppercase; font-style: italic; cursor: wait; user-select: none }',
    );
    const page = await fixture<HTMLElement>(html`<div><jc-form .schema=${schema}></jc-form></div>`);
    const el = page.querySelector('jc-form')!;
    await el.updateComplete;
    const look = () =>
      [...el.shadowRoot!.querySelectorAll<HTMLElement>('.label, .input, .tickbox, .button')].map((node) => {
        const style = getComputedStyle(node);
        return [
          style.fontSize,
          style.lineHeight,
          style.paddingLeft,
          style.letterSpacing,
          style.textIndent,
          style.textTransform,
          style.fontStyle,
          style.whiteSpace,
          style.height,
        ].join(' ');
      });
    const before = look();
    const adopted = [...document.adoptedStyleSheets];
    page.classList.add('hostile');
    document.adoptedStyleSheets = [...adopted, sheet];
    page.style.setProperty('width', '900px', 'important');
    expect(look()).to.deep.equal(before);
    expect(el.clientWidth).to.equal(900);
    document.adoptedStyleSheets = adopted;
    for (const [size, text, target] of [
      ['large', 18, 44],
      ['elder', 22, 60],
    ] as const) {
      el.size = size;
      await el.updateComplete;
      const input = control(el, '名称');
      expect(parseFloat(getComputedStyle(input).fontSize)).to.be.at.least(text);
      expect(input.getBoundingClientRect().height).to.be.at.least(target);
    }
  });

  it('follow the width of the element', async () => {
    const page = await fixture<HTMLElement>(
      html`<div><jc-form .definition=${{ title: '列', record: schema, view: [{ section: '一', columns: 3, fields: ['/name', '/day', '/money'] }] } as unknown as Definition}></jc-form></div>`,
    );
    const el = page.querySelector('jc-form')!;
    await el.updateComplete;
    for (const [width, columns] of [
      [320, 1],
      [600, 2],
      [1000, 3],
    ] as const) {
      page.style.width = `${width}px`;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const lefts = new Set(
        [...el.shadowRoot!.querySelectorAll('.field')].map((node) => Math.round(node.getBoundingClientRect().left)),
      );
      expect(lefts.size).to.equal(columns);
    }
  });

  it('take language and size from the provider, and give files to its data source', async () => {
    const kept = new Map<string, unknown>();
    const source = {
      now: () => '2026-03-10T09:00:00+08:00',
      record: () => Promise.resolve(undefined),
      organisations: () => Promise.resolve(organisations),
      people: () => Promise.resolve([]),
      facts: () => Promise.resolve({ declaration: () => undefined, read: () => ({}) }),
      definitions: () => Promise.resolve([]),
      file: () => Promise.resolve(undefined),
      putFile: (file: { id: string; name: string }) => Promise.resolve(void kept.set(file.id, file.name)),
    };
    const page = await fixture<HTMLElement>(
      html`<jc-provider locale="en" size="large"
        .dataSource=${source}><jc-form .schema=${schema}></jc-form></jc-provider>`,
    );
    const el = page.querySelector('jc-form')!;
    for (let turn = 0; turn < 20 && !field(el, '名称'); turn++)
      await new Promise((done) => requestAnimationFrame(done));
    expect(field(el, '名称').textContent).to.contain('required');
    expect(getComputedStyle(control(el, '名称')).fontSize).to.equal('18px');
    const input = field(el, '材料').querySelector<HTMLInputElement>('input[type=file]')!;
    const transfer = new DataTransfer();
    transfer.items.add(new File(['a'], '证明.txt', { type: 'text/plain' }));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    for (let turn = 0; turn < 20 && !valueOf(el, 'files'); turn++)
      await new Promise((done) => requestAnimationFrame(done));
    expect([...kept.values()]).to.deep.equal(['证明.txt']);
    expect(valueOf(el, 'files')).to.deep.equal([...kept.keys()]);
    expect(field(el, '材料').textContent).to.contain('证明.txt');
  });
});
