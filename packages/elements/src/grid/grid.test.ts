import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { mergedRuns } from '@jiceng/core/table/runs.js';
import type { GridModel } from './column.ts';
import { Grid } from './grid.ts';
import { choices, mountRows, TestRows, textModel, type TestGridHost } from './test-rows.ts';

const texts = { required: '必填', cell: (column: string, line: number) => `${column}，第 ${line} 行` };
const host = () => fixture<TestGridHost>(html`<jc-test-grid></jc-test-grid>`);
const rowsOf = (el: TestGridHost) => [...el.grid.querySelectorAll('.window [role=row]')];
const rowOf = (el: TestGridHost, index: number) =>
  rowsOf(el).find((row) => row.getAttribute('aria-rowindex') === String(index));
const control = (el: TestGridHost) => el.renderRoot.querySelector<HTMLInputElement>('.edit .control');
const press = async (...chords: string[]) => {
  for (const chord of chords) {
    const held = chord.split('+');
    const key = held.pop()!;
    for (const each of held) await sendKeys({ down: each });
    await sendKeys({ press: key });
    for (const each of held) await sendKeys({ up: each });
  }
};

describe('the grid', () => {
  it('shows at its edge that columns go on, until the last one is seen', async () => {
    const el = await host();
    new Grid(el.place, texts).show(textModel(20, 40));
    await nextFrame();
    const edge = () => getComputedStyle(el.grid.parentElement!, '::after').content;
    expect(edge()).to.equal('""');
    el.grid.scrollLeft = el.grid.scrollWidth;
    await waitUntil(() => edge() === 'none', undefined, { timeout: 8000 });
  });

  it('draws only what is seen, and says how much there is', async () => {
    const el = await host();
    new Grid(el.place, texts).show(textModel(100_000, 40));
    await nextFrame();
    expect(rowsOf(el).length).to.be.lessThan(40);
    expect(el.grid.getAttribute('aria-rowcount')).to.equal('100001');
    expect(el.grid.getAttribute('aria-colcount')).to.equal('40');
    expect(rowsOf(el)[0]!.children.length).to.be.lessThan(20);
    el.grid.scrollTop = 50_000 * 51;
    el.grid.scrollLeft = 2000;
    await nextFrame();
    const row = rowOf(el, 50_002)!;
    expect(row.textContent).to.contain('50000-0').and.to.contain('50000-20');
  });

  it('has every row in the document when there are few, for the browser’s own search', async () => {
    const el = await host();
    new Grid(el.place, texts).show(textModel(300, 8));
    // they follow while nobody waits
    await waitUntil(() => rowsOf(el).length === 300, 'lines are missing', { timeout: 8000 });
    expect(rowsOf(el)[299]!.textContent).to.contain('299-7');
  });

  it('cuts long texts after the lines that fit, and keeps short ones on one, whichever a cell held before', async () => {
    const el = await host();
    const words = (row: number) => (row % 40 < 20 ? `短${row}` : `很长的名称${'，后面还有很多字'.repeat(6)}${row}`);
    new Grid(el.place, texts).show({
      ...textModel(2000, 1),
      columns: [{ ...textModel(2000, 1).columns[0]!, text: words }],
    });
    for (const line of [0, 20, 47, 5, 1000]) {
      el.grid.scrollTop = line * 51;
      await nextFrame();
      for (const row of rowsOf(el)) {
        const cell = row.firstElementChild as HTMLElement;
        const at = Number(row.getAttribute('aria-rowindex')) - 2;
        expect(cell.textContent).to.equal(words(at));
        expect(cell.querySelectorAll('.text').length, `line ${at}`).to.equal(at % 40 < 20 ? 0 : 1);
        const range = document.createRange();
        range.selectNodeContents(cell.querySelector('.text') ?? cell);
        const [box, text] = [cell.getBoundingClientRect(), range.getBoundingClientRect()];
        if (at % 40 < 20)
          expect(Math.abs(box.top + box.bottom - text.top - text.bottom), 'in the middle').to.be.lessThan(4);
      }
    }
  });

  it('is right as soon as a closed tab is opened', async () => {
    const el = await fixture<TestGridHost>(html`<jc-test-grid hidden></jc-test-grid>`);
    new Grid(el.place, texts).show(textModel(5000, 8));
    await nextFrame();
    el.hidden = false;
    await nextFrame();
    expect(rowsOf(el).length).to.be.greaterThan(8);
    expect(rowsOf(el)[0]!.getBoundingClientRect().height).to.be.greaterThan(20);
  });

  it('moves by keys from one tab stop, up into the header and far down', async () => {
    const el = await host();
    const sorted: string[] = [];
    new Grid(el.place, texts, { sort: ({ id }) => sorted.push(id) }).show(textModel(100_000, 40));
    el.grid.focus();
    await press('ArrowDown', 'ArrowRight');
    const active = () => el.renderRoot.querySelector(`[id="${el.grid.getAttribute('aria-activedescendant')}"]`);
    expect(active()!.textContent).to.equal('1-1');
    await press('Control+End');
    expect(active()!.textContent).to.equal('99999-39');
    expect(active()!.getAttribute('aria-colindex')).to.equal('40');
    await press('Control+Home', 'PageDown', 'Home');
    expect(Number(active()!.textContent!.split('-')[0])).to.be.greaterThan(4);
    await press('Control+Home', 'ArrowUp', 'ArrowRight', 'Enter');
    expect(active()!.getAttribute('role')).to.equal('columnheader');
    expect(sorted).to.deep.equal(['c1']);
    await press('Tab');
    expect(el.shadowRoot!.activeElement).to.equal(null);
  });

  it('merges cells downwards, cut to what is drawn, and skips what they cover', async () => {
    const el = await host();
    const model = textModel(100_000, 6);
    const columns = model.columns.map((column, at) =>
      at === 1
        ? {
            ...column,
            text: (row: number) => `组${Math.floor(row / 40)}`,
            runs: mergedRuns(model.lines, (row) => `组${Math.floor(row / 40)}`),
          }
        : column,
    );
    const grid = new Grid(el.place, texts);
    grid.show({ ...model, columns });
    el.grid.scrollTop = 50_020 * 51;
    await nextFrame();
    const spans = [...el.grid.querySelectorAll<HTMLElement>('.window .merged')];
    expect(spans.length).to.be.at.least(1);
    expect(spans[0]!.textContent).to.equal('组1250');
    const covered = rowsOf(el).filter((row) => row.querySelector('.covered'));
    expect(spans.reduce((sum, cell) => sum + Number(cell.getAttribute('aria-rowspan')), 0)).to.equal(
      covered.length + spans.length,
    );
    expect(spans[0]!.getBoundingClientRect().height).to.be.closeTo(
      Number(spans[0]!.getAttribute('aria-rowspan')) * rowsOf(el)[0]!.getBoundingClientRect().height,
      1,
    );
    grid.goTo({ line: 20, column: 1 });
    const active = () =>
      el.renderRoot.querySelector(`[id="${el.grid.getAttribute('aria-activedescendant')}"]`)!.textContent;
    expect(active()).to.equal('组0');
    await press('ArrowDown');
    expect(active()).to.equal('组1');
    await expect(el).to.be.accessible();
  });

  it('resizes and moves columns by mouse and keys', async () => {
    const el = await host();
    const asked: unknown[] = [];
    new Grid(el.place, texts, {
      resize: ({ id }, width, done) => asked.push([id, Math.round(width), done]),
      move: (column, to) => asked.push([column.id, to.id]),
    }).show(textModel(20, 4));
    const heads = [...el.grid.querySelectorAll<HTMLElement>('[role=columnheader]')];
    const mouse = (type: string, target: EventTarget, clientX: number, clientY = 0) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, clientX, clientY, buttons: 1 }),
      );
    mouse('mousedown', heads[1]!.querySelector('.grip')!, 100);
    mouse('mousemove', window, 130);
    mouse('mouseup', window, 130);
    const { left, top, width, height } = heads[3]!.getBoundingClientRect();
    mouse('mousedown', heads[1]!, 100);
    mouse('mousemove', window, left);
    mouse('mouseup', window, left + width / 2, top + height / 2);
    el.grid.focus();
    await press('Control+Home', 'ArrowUp', 'ArrowRight', 'Alt+ArrowRight', 'Control+Shift+ArrowRight');
    const drawn = heads[1]!.getBoundingClientRect().width;
    expect(asked).to.deep.equal([
      ['c1', Math.round(drawn + 30), false],
      ['c1', Math.round(drawn + 30), true],
      ['c1', 'c3'],
      ['c1', Math.round(drawn + 16), true],
      ['c1', 'c2'],
    ]);
  });

  it('fits a column to its texts by a double click on its edge, which sorts nothing', async () => {
    const el = await host();
    const asked: unknown[] = [];
    const model = textModel(20, 3);
    const [first, second, third] = model.columns;
    const wide = (row: number) => (row === 19 ? '这一行的文字比其他行都要长一些' : '短');
    const columns = [
      { ...first!, groups: ['组'] },
      { ...second!, groups: ['组'] },
      { ...third!, text: wide, sort: 'none' as const },
    ];
    new Grid(el.place, texts, {
      resize: ({ id }, width) => asked.push([id, width > 200 && width < 300]),
      sort: ({ id }) => asked.push(id),
    }).show({ ...model, columns });
    const head = [...el.grid.querySelectorAll<HTMLElement>('[role=columnheader]')].find(
      ({ textContent }) => textContent === third!.title,
    )!;
    const { right, bottom } = head.getBoundingClientRect();
    const edge = el.shadowRoot!.elementFromPoint(right - 3, bottom - 6)!; // beside the parts of the groups
    expect(edge.className).to.equal('grip');
    for (const type of ['mousedown', 'mouseup', 'click', 'dblclick'])
      edge.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
    expect(asked).to.deep.equal([['c2', true]]);
  });

  it('folds groups by key and mouse', async () => {
    const el = await host();
    const toggled: number[] = [];
    const model: GridModel = {
      ...textModel(3, 2),
      lines: Int32Array.from([-1, 0, 1, -2, 2]),
      heading: (group) => ({ text: `第 ${group + 1} 组`, open: group === 0 }),
    };
    new Grid(el.place, texts, { toggle: (group) => toggled.push(group) }).show(model);
    const heads = [...el.grid.querySelectorAll<HTMLElement>('.group')];
    expect(heads.map((node) => [node.textContent, node.getAttribute('aria-expanded')])).to.deep.equal([
      ['第 1 组', 'true'],
      ['第 2 组', 'false'],
    ]);
    heads[1]!.click();
    el.grid.focus();
    await press('Control+Home', 'Enter');
    expect(toggled).to.deep.equal([1, 0]);
    await expect(el).to.be.accessible();
  });
});

describe('editing in the grid', () => {
  it('types into the cell that is active, without any key before', async () => {
    const el = await host();
    const model = new TestRows(20);
    const grid = mountRows(el, model);
    grid.focusCell('r2', 'owner');
    await sendKeys({ type: '张三' });
    await press('Enter');
    expect(model.raw('r2', 'owner')).to.equal('张三');
    expect(control(el)!.getAttribute('aria-label')).to.equal('责任人，第 4 行');
    await sendKeys({ type: '李四' });
    await press('Escape');
    expect(model.raw('r3', 'owner')).to.equal('ownerr3');
    await press('F2', 'End');
    await sendKeys({ type: '甲' });
    await press('Tab');
    expect(model.raw('r3', 'owner')).to.equal('ownerr3甲');
    expect(control(el)!.getAttribute('aria-label')).to.equal('责任单位，第 4 行');
    await expect(el).to.be.accessible();
  });

  it('keeps line breaks of long texts and half-typed text when rows change around it', async () => {
    const el = await host();
    const model = new TestRows(20);
    const grid = mountRows(el, model);
    model.set('r5', 'measure', '一\n二');
    grid.focusCell('r5', 'measure');
    await press('F2');
    await sendKeys({ type: '三' });
    model.remove('r1');
    grid.update();
    await sendKeys({ type: '四' });
    await press('Control+Enter');
    await press('Tab');
    expect(model.raw('r5', 'measure')).to.equal('一\n二三四');
  });

  it('keeps what was typed when the cell is scrolled out of sight and the focus goes elsewhere', async () => {
    const el = await host();
    const model = new TestRows(1000);
    const grid = mountRows(el, model);
    grid.focusCell('r3', 'note');
    await sendKeys({ type: '没丢' });
    el.grid.scrollTop = 20_000;
    await nextFrame();
    await sendKeys({ type: '字' });
    (el.renderRoot.querySelector('.rows-bar button') as HTMLElement).focus();
    expect(model.raw('r3', 'note')).to.equal('没丢字');
  });

  it('leaves every key to an input method that composes', async () => {
    const el = await host();
    const model = new TestRows(3);
    mountRows(el, model).focusCell('r0', 'owner');
    const input = control(el)!;
    input.dispatchEvent(new CompositionEvent('compositionstart'));
    const key = new KeyboardEvent('keydown', {
      key: 'Enter',
      isComposing: true,
      bubbles: true,
      cancelable: true,
      composed: true,
    });
    input.dispatchEvent(key);
    expect(key.defaultPrevented).to.equal(false);
    expect(control(el)).to.equal(input);
  });

  it('tells a wrong value where it is, and keeps it', async () => {
    const el = await host();
    const model = new TestRows(3);
    mountRows(el, model).focusCell('r1', 'progress');
    await sendKeys({ type: '六十' });
    await press('Shift+Tab', 'Tab');
    const input = control(el)!;
    expect(input.value).to.equal('六十');
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(el.renderRoot.querySelector(`[id="${input.getAttribute('aria-describedby')}"]`)!.textContent).to.equal(
      '请填写数字，例如 60。',
    );
    await expect(el).to.be.accessible();
  });

  it('chooses, ticks and dates with native controls', async () => {
    const el = await host();
    const model = new TestRows(3);
    const grid = mountRows(el, model);
    grid.focusCell('r0', 'kind');
    const select = control(el) as unknown as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).to.deep.equal(['', ...choices.map(({ title }) => title)]);
    select.value = 'b';
    select.dispatchEvent(new Event('input', { bubbles: true }));
    expect(model.raw('r0', 'kind')).to.equal('b');
    await press('ArrowRight', 'Space');
    expect(model.raw('r0', 'done')).to.equal('true');
    expect(rowOf(el, 3)!.textContent).to.contain('限期整改');
  });

  it('adds, duplicates and deletes rows, and says so', async () => {
    const el = await host();
    const model = new TestRows(2);
    const grid = mountRows(el, model);
    const [add, , duplicate, remove] = [...el.renderRoot.querySelectorAll<HTMLButtonElement>('.rows-bar button')] as [
      HTMLButtonElement,
      HTMLButtonElement,
      HTMLButtonElement,
      HTMLButtonElement,
    ];
    add.click();
    expect(model.keys).to.have.lengthOf(3);
    expect(control(el)!.getAttribute('aria-label')).to.equal('整改措施，第 3 行');
    grid.focusCell('r0', 'owner');
    duplicate.click();
    expect(model.keys[1]).to.equal('r3');
    expect(model.raw('r3', 'owner')).to.equal('ownerr0');
    grid.focusCell('r0', 'owner');
    remove.click();
    expect(model.keys).to.deep.equal(['r3', 'r1', 'r2']);
    expect(el.renderRoot.querySelector('[role=status].visually-hidden')!.textContent).to.equal(
      '已删除第 1 行，还有 3 行。',
    );
  });

  it('does not count rows at the end that Enter has added and nobody has filled', async () => {
    const el = await host();
    const model = new TestRows(2);
    const grid = mountRows(el, model);
    grid.focusCell('r1', 'owner');
    await press('Enter', 'Enter');
    await press('Enter', 'Enter', 'Enter', 'Enter');
    expect(model.keys).to.have.lengthOf(3);
    grid.commit();
    expect(model.keys).to.deep.equal(['r0', 'r1']);
    grid.focusCell('r1', 'owner');
    await press('Enter', 'Enter');
    await sendKeys({ type: '张三' });
    grid.commit();
    expect(model.keys).to.have.lengthOf(3);
  });

  it('takes a block from a spreadsheet and adds the rows it needs', async () => {
    const el = await host();
    const model = new TestRows(2);
    mountRows(el, model).focusCell('r1', 'dueOn');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '2025/9/1\t1,200\t限期整改\n2025年10月2日\t30\t立行立改\n');
    control(el)!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    expect(model.keys).to.have.lengthOf(3);
    expect(['dueOn', 'progress', 'kind'].map((id) => model.raw('r1', id))).to.deep.equal(['2025-09-01', '1200', 'b']);
    expect(model.raw(model.keys[2]!, 'dueOn')).to.equal('2025-10-02');
  });

  it('picks a block by keys and mouse, copies, empties and fills it', async () => {
    const el = await host();
    const model = new TestRows(6);
    mountRows(el, model).focusCell('r1', 'owner');
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(el.grid.querySelectorAll('.picked')).to.have.lengthOf(4);
    const clipboardData = new DataTransfer();
    const copy = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    control(el)!.dispatchEvent(copy);
    expect(copy.defaultPrevented).to.equal(true);
    expect(clipboardData.getData('text/plain')).to.equal('ownerr1\tunitr1\r\nownerr2\tunitr2');
    expect(clipboardData.getData('text/html')).to.contain('<td>unitr2</td>');
    await press('Control+d');
    expect(['owner', 'unit'].map((id) => model.raw('r2', id))).to.deep.equal(['ownerr1', 'unitr1']);
    await press('Delete');
    expect(['r1', 'r2'].map((key) => model.raw(key, 'owner'))).to.deep.equal(['', '']);
    expect(model.raw('r3', 'owner')).to.equal('ownerr3');
    await press('Control+z', 'Control+y');
    expect(model.steps).to.deep.equal(['undo', 'redo']);
    await press('ArrowDown');
    expect(el.grid.querySelectorAll('.picked')).to.have.lengthOf(0);
    rowOf(el, 5)!
      .querySelector('[aria-colindex="4"]')!
      .dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true }));
    rowOf(el, 7)!
      .querySelector('[aria-colindex="5"]')!
      .dispatchEvent(new MouseEvent('mousemove', { bubbles: true, composed: true, buttons: 1 }));
    expect(el.grid.querySelectorAll('.picked')).to.have.lengthOf(6);
    await expect(el).to.be.accessible();
  });

  it('a block begins in the active cell, too, and grows beyond the edge while the mouse is held there', async () => {
    const el = await host();
    mountRows(el, new TestRows(60)).focusCell('r1', 'owner');
    const mouse = (type: string, target: EventTarget, more: MouseEventInit) =>
      target.dispatchEvent(
        new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, buttons: 1, ...more }),
      );
    expect(mouse('mousedown', control(el)!, {})).to.equal(false, 'the browser drags no text along');
    mouse('mousemove', rowOf(el, 5)!.querySelector('[aria-colindex="3"]')!, {});
    expect(el.grid.querySelectorAll('.picked')).to.have.lengthOf(2);
    const { bottom, left } = el.grid.getBoundingClientRect();
    mouse('mousemove', window, { clientX: left + 20, clientY: bottom + 90 });
    await waitUntil(() => rowOf(el, 62)?.querySelector('.picked'), 'the last line is not picked', { timeout: 8000 });
    expect(el.grid.scrollTop).to.be.greaterThan(500);
    mouse('mouseup', window, { buttons: 0 });
    mouse('mousemove', rowOf(el, 60)!.querySelector('[aria-colindex="3"]')!, {});
    expect(rowOf(el, 62)!.querySelector('.picked'), 'let go').to.exist;
  });

  it('Delete empties the active cell at once, and arrows go on from there', async () => {
    const el = await host();
    const model = new TestRows(3);
    mountRows(el, model).focusCell('r0', 'owner');
    await press('Delete');
    expect(model.raw('r0', 'owner')).to.equal('');
    await press('ArrowDown');
    expect(control(el)!.value).to.equal('ownerr1');
  });

  it('Enter leaves a tick as it is and goes on to the next line; years of days take four digits', async () => {
    const el = await host();
    const model = new TestRows(3);
    mountRows(el, model).focusCell('r0', 'done');
    const before = model.raw('r0', 'done');
    await press('Enter');
    expect(control(el)!.closest('[role=row]')!.getAttribute('aria-rowindex')).to.equal('4');
    expect(model.raw('r0', 'done')).to.equal(before);
    await press('Space', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(model.raw('r1', 'done')).to.not.equal(before);
    expect(control(el)!.max).to.equal('9999-12-31');
  });

  it('Ctrl and an arrow lead to where values begin or end', async () => {
    const el = await host();
    const model = new TestRows(12);
    for (const row of [3, 4, 8]) model.cells.set(`r${row}/owner`, '');
    mountRows(el, model).focusCell('r0', 'owner');
    const places: string[] = [];
    for (const chord of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Shift+ArrowUp']) {
      await press(`Control+${chord}`);
      places.push(el.renderRoot.querySelector('.edit')!.getAttribute('aria-rowindex')!);
    }
    expect(places.join()).to.equal('5,8,10,12,14,12,12');
    expect(el.grid.querySelectorAll('.picked')).to.have.lengthOf(3);
  });

  it('puts one copied cell into every picked one', async () => {
    const el = await host();
    const model = new TestRows(4);
    mountRows(el, model).focusCell('r0', 'owner');
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '王强');
    control(el)!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    expect(model.keys.map((key) => model.raw(key, 'owner'))).to.deep.equal(['王强', '王强', '王强', 'ownerr3']);
  });

  it('prints every row with a repeated header', async () => {
    const el = await host();
    mountRows(el, new TestRows(800));
    dispatchEvent(new Event('beforeprint'));
    const table = el.renderRoot.querySelector<HTMLTableElement>('.print-copy table')!;
    expect(table.tBodies[0]!.rows).to.have.lengthOf(800);
    expect(table.tHead!.rows).to.have.lengthOf(2);
    dispatchEvent(new Event('afterprint'));
    expect(el.renderRoot.querySelector('.print-copy table')).to.equal(null);
  });

  it('stays usable after it was moved in the document', async () => {
    const el = await host();
    const model = new TestRows(1000);
    const grid = mountRows(el, model);
    el.grid.scrollTop = 10_000;
    await nextFrame();
    const parent = document.createElement('div');
    el.parentElement!.append(parent);
    parent.append(el);
    grid.reconnected();
    expect(el.grid.scrollTop).to.equal(10_000);
    expect(rowsOf(el).some((row) => row.textContent!.includes('ownerr200'))).to.equal(true);
  });

  it('keeps the focus when the row of the control goes, and selects what comes into a cell from elsewhere', async () => {
    const el = await host();
    const words = ['甲', '乙', '丙', '丁'];
    const model: GridModel = {
      ...textModel(4, 1),
      columns: [
        {
          ...textModel(4, 1).columns[0]!,
          text: (row) => words[row]!,
          editor: {
            control: 'text',
            value: (row) => words[row]!,
            commit: (row, text) => {
              words[row] = text;
            },
          },
        },
      ],
    };
    const grid = new Grid(el.place, texts);
    grid.show(model);
    grid.goTo({ line: 1, column: 0 });
    words[1] = '别处改的';
    grid.show({ ...model });
    await sendKeys({ type: '乙二' });
    await press('Enter');
    expect(words).to.deep.equal(['甲', '乙二', '丙', '丁']);
    grid.show({ ...model, lines: Int32Array.from([0, 1, 3]) });
    expect(el.shadowRoot!.activeElement).to.equal(control(el));
    expect(control(el)!.value).to.equal('丁');
  });
});
