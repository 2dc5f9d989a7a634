import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { RowQuery, RowSource, RowSummary } from '@jiceng/core/table/row-source.js';
import type { Ledger } from './ledger.ts';
import { Sight } from '../record/sight.ts';
import { LedgerTable } from './table/table.ts';
import { NOTHING, type LedgerWish } from './table/wish.ts';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../record/test-definition.ts';
import { columnTotal } from './table/totals.ts';
import './define.ts';

/** A store elsewhere: it answers queries with the table that the ledger would make of all records. */
class Elsewhere implements RowSource {
  records: readonly StoredRecord[];
  readonly asked: string[] = [];
  fails = false;
  private listener: (() => void) | undefined;
  private table: LedgerTable | undefined;
  private readonly sight = new Sight({
    definition: PROBLEMS,
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
    locale: 'zh-CN',
  });
  constructor(records: readonly StoredRecord[]) {
    this.records = records;
  }
  subscribe(changed: () => void): () => void {
    this.listener = changed;
    return () => {
      this.listener = undefined;
    };
  }
  change(records: readonly StoredRecord[]): void {
    this.records = records;
    this.listener?.();
  }
  async summary(query: RowQuery): Promise<RowSummary> {
    await nextFrame();
    if (this.fails) throw new Error('gone');
    this.asked.push(`summary ${query.search}`);
    const { table, wish } = this.tableFor({ ...query, folded: [] });
    const view = table.view(wish);
    const totals = (rows: Uint32Array) =>
      Object.fromEntries(
        table.columns
          .filter(({ total }) => total)
          .map((column) => [column.id, columnTotal(table, column, rows, this.sight)]),
      );
    table.countAll();
    return {
      all: this.records.length,
      count: view.rows.length,
      totals: totals(view.rows),
      counters: [0, 1, 2].map((at) => table.counterNumber(at)!),
      ...(query.groupBy.length > 0
        ? {
            groups: view.groups.map(({ key, title, level, count, rows }) => ({
              key,
              title,
              level,
              count,
              totals: totals(rows),
            })),
          }
        : {}),
    };
  }
  async rows(query: RowQuery, from: number, to: number): Promise<readonly StoredRecord[]> {
    await nextFrame();
    if (this.fails) throw new Error('gone');
    this.asked.push(`${from}–${to}`);
    const { table, wish } = this.tableFor(query);
    return Array.from(
      table
        .view(wish)
        .lines.filter((line) => line >= 0)
        .slice(from, to),
      (row) => this.records[row]!,
    );
  }
  private tableFor({ search, sort, filters, counters, groupBy, folded, stroke }: RowQuery): {
    table: LedgerTable;
    wish: LedgerWish;
  } {
    if (this.table?.records !== this.records) this.table = new LedgerTable(this.records, this.sight);
    return {
      table: this.table,
      wish: {
        ...NOTHING,
        search,
        sort,
        stroke,
        counters: new Set(counters),
        groupBy,
        folded: new Set(folded),
        filters: new Map(
          filters.map(({ column, values, ...rest }) => [
            column,
            { ...(rest as object), ...(values ? { values: new Set(values) } : {}) },
          ]),
        ),
      },
    };
  }
}

async function ledger(source: RowSource): Promise<Ledger> {
  localStorage.clear();
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = '1200px';
  const el = document.createElement('jc-ledger') as Ledger;
  Object.assign(el, {
    definition: PROBLEMS,
    source,
    organisations: ORGANISATIONS,
    people: PEOPLE,
    person: FILLER,
    now: NOW,
  });
  box.append(el);
  return el;
}
const all = (el: Ledger, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const text = (el: Ledger, selector: string) => el.renderRoot.querySelector(selector)?.textContent ?? '';
const until = (what: () => boolean) => waitUntil(what, undefined, { timeout: 8000 });
const lines = (el: Ledger) =>
  all(el, '.window .row').map((row) =>
    [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent).join('|'),
  );

describe('<jc-ledger> over a source of pages', () => {
  it('reads only what is seen, counts and adds up elsewhere, and scrolls through everything', async () => {
    const source = new Elsewhere(problems(1000));
    const el = await ledger(source);
    await until(() => lines(el).length > 5 && lines(el).every((line) => line.includes('第')));
    expect(text(el, '.amount')).to.equal('共 1000 条');
    expect(text(el, '.foot')).to.contain('平均');
    expect(Number(text(el, '.counter strong'))).to.be.greaterThan(0);
    expect(source.asked.filter((each) => each.includes('–'))).to.deep.equal(['0–100']);
    const grid = el.renderRoot.querySelector<HTMLElement>('[role=grid]')!;
    expect(grid.getAttribute('aria-rowcount')).to.equal('1003');
    grid.scrollTop = grid.scrollHeight;
    await until(() => lines(el).some((line) => line.startsWith('1000|') && line.includes('第')));
    expect(source.asked).to.include('900–1000');
    expect(source.asked.length).to.be.lessThan(6);
    await expect(el).to.be.accessible();
  });

  it('pushes search, sort and groups to the source, and shows what a memory ledger would show', async () => {
    const records = problems(300);
    const source = new Elsewhere(records);
    const el = await ledger(source);
    const memory = document.createElement('jc-ledger') as Ledger;
    Object.assign(memory, {
      definition: PROBLEMS,
      records,
      organisations: ORGANISATIONS,
      people: PEOPLE,
      person: FILLER,
      now: NOW,
    });
    el.parentElement!.append(memory);
    await until(() => text(el, '.amount') === '共 300 条');
    for (const each of [el, memory]) {
      const search = each.renderRoot.querySelector<HTMLInputElement>('input[type=search]')!;
      search.value = '路灯';
      search.dispatchEvent(new InputEvent('input'));
      const group = each.renderRoot.querySelector<HTMLSelectElement>('select[id$="-group"]')!;
      group.value = '/problemCategory';
      group.dispatchEvent(new Event('change'));
      await each.updateComplete;
      await until(() => text(each, '.amount') === '显示 60 条，共 300 条' && all(each, '.cell.group').length > 0);
      all(each, '[role=columnheader]')
        .find((node) => node.textContent === '进度（%）')!
        .click();
      await each.updateComplete;
    }
    await until(() => lines(el).length > 3 && lines(memory).join('\n').startsWith(lines(el).slice(0, 8).join('\n')));
    all(el, '.cell.group')[0]!.click();
    await until(
      () => all(el, '.cell.group')[0]!.getAttribute('aria-expanded') === 'false' && all(el, '.cell.group').length > 1,
    );
    expect(text(el, '.amount')).to.equal('显示 60 条，共 300 条');
    expect(text(el, '[role=status].visually-hidden')).to.equal('已收起“组织生活”，15 条。');
  });

  it('follows changes, keeps what is there meanwhile, and tries again after a failure', async () => {
    const source = new Elsewhere(problems(50));
    const el = await ledger(source);
    await until(() => lines(el).length > 5 && lines(el)[0]!.includes('第'));
    const [first] = source.records;
    source.change(
      source.records.map((record) =>
        record === first
          ? { ...record, revision: 9, data: { ...record.data, dueOn: '2025-01-01', problemText: '换了内容' } }
          : record,
      ),
    );
    await until(() => lines(el).some((line) => line.includes('换了内容')));
    source.fails = true;
    el.refresh();
    await until(() => all(el, '.refusal').length === 1);
    expect(text(el, '.refusal')).to.contain('未能读取台账');
    expect(lines(el).some((line) => line.includes('换了内容'))).to.equal(true);
    source.fails = false;
    all(el, '.refusal button')[0]!.click();
    await until(() => all(el, '.refusal').length === 0);
  });

  it('prints everything once it is read', async () => {
    const el = await ledger(new Elsewhere(problems(250)));
    await until(() => lines(el).length > 5);
    await el.readAll();
    expect(el.getPrintHTML().match(/<tr style/g)).to.have.lengthOf(250);
    expect(el.getPlainText()).to.contain('第250项');
  });
});
