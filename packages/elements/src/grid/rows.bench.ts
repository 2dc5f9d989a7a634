// Against a hand-written native table in the same run: 300 rows × 8 editable cells. Prints medians in ms from the act
// to the next painted frame.
import { html, fixture, nextFrame } from '@open-wc/testing';
import { choices, mountRows, TestRows, type TestGridHost } from './test-rows.ts';

const painted = () =>
  new Promise<number>((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    }),
  );
const median = (values: number[]) => Math.round([...values].sort((a, b) => a - b)[values.length >> 1]! * 10) / 10;
async function timed(act: () => void): Promise<number> {
  await nextFrame();
  await nextFrame();
  const start = performance.now();
  act();
  return (await painted()) - start;
}

/** What a careful hand would write without a library: one label and one control in each cell. */
function nativeTable(model: TestRows): HTMLTableElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const { title } of model.columns) {
    const cell = document.createElement('th');
    cell.textContent = title;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const key of model.keys) body.append(nativeRow(model, key));
  return table;
}
function nativeRow(model: TestRows, key: string): HTMLTableRowElement {
  const row = document.createElement('tr');
  for (const { id, title, control } of model.columns) {
    const cell = row.insertCell();
    let input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    if (control === 'choice') {
      input = document.createElement('select');
      for (const { value, title: text } of choices) input.append(new Option(text, value));
    } else if (control === 'longText') input = document.createElement('textarea');
    else {
      input = document.createElement('input');
      input.type = control === 'date' ? 'date' : control === 'boolean' ? 'checkbox' : 'text';
    }
    input.setAttribute('aria-label', title);
    if (control === 'boolean') (input as HTMLInputElement).checked = false;
    else input.value = model.raw(key, id);
    input.addEventListener('input', () => model.set(key, id, input.value));
    cell.append(input);
  }
  return row;
}

describe('300 × 8 cells against a native table', () => {
  it('measures', async function () {
    this.timeout(120000);
    const results: Record<string, number[]> = {};
    const note = (name: string, ms: number) => {
      (results[name] ??= []).push(ms);
    };
    for (let round = 0; round < 7; round++) {
      const box = await fixture<HTMLElement>(html`<div></div>`);
      const model = new TestRows(300);
      let table!: HTMLTableElement;
      note(
        'native mount',
        await timed(() => {
          table = nativeTable(model);
          box.append(table);
        }),
      );
      note(
        'native add',
        await timed(() => {
          table.tBodies[0]!.append(nativeRow(model, model.add()));
        }),
      );
      note(
        'native add and focus',
        await timed(() => {
          const row = nativeRow(model, model.add());
          table.tBodies[0]!.append(row);
          row.querySelector('textarea')!.focus();
        }),
      );
      note(
        'native delete',
        await timed(() => {
          table.tBodies[0]!.rows[3]!.remove();
        }),
      );
      note(
        'native edit',
        await timed(() => {
          const input = table.querySelectorAll<HTMLInputElement>('input')[4]!;
          input.value = '77';
          input.dispatchEvent(new Event('input'));
        }),
      );
      box.remove();
      const el = await fixture<TestGridHost>(html`<jc-test-grid></jc-test-grid>`);
      const own = new TestRows(300);
      let grid!: ReturnType<typeof mountRows>;
      note(
        'grid mount',
        await timed(() => {
          grid = mountRows(el, own);
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 300));
      const [add, , , remove] = [...el.renderRoot.querySelectorAll<HTMLButtonElement>('.rows-bar button')];
      note('grid add from the top, scroll and focus', await timed(() => add!.click()));
      note('grid add at the end and focus', await timed(() => add!.click()));
      grid.focusCell('r1', 'owner');
      note(
        'grid add without moving',
        await timed(() => {
          own.add();
          grid.update();
        }),
      );
      grid.focusCell('r3', 'owner');
      note('grid delete', await timed(() => remove!.click()));
      grid.focusCell('r5', 'progress');
      const input = el.renderRoot.querySelector<HTMLInputElement>('.edit .control')!;
      note(
        'grid edit',
        await timed(() => {
          input.value = '77';
          input.dispatchEvent(new Event('input'));
          grid.commit();
        }),
      );
      el.remove();
    }
    console.log(
      JSON.stringify(Object.fromEntries(Object.entries(results).map(([name, values]) => [name, median(values)]))),
    );
  });
});
