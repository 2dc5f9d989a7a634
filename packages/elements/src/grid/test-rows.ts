import { LitElement, css, html, type TemplateResult } from 'lit';
import { baseStyles } from '../internal/base.styles.ts';
import { tokens } from '../internal/tokens.ts';
import { lampMarkStyles } from '../lamp/lamp.styles.ts';
import type { GridModel } from './column.ts';
import { gridStyles } from './grid.styles.ts';
import { RowsGrid } from './rows-grid.ts';
import type { RowsColumn, RowsModel } from './rows-model.ts';

/** A place for grids in tests: a shadow root with their styles. */
export class TestGridHost extends LitElement {
  static override styles = [tokens, baseStyles, lampMarkStyles, gridStyles, css``];
  get place(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.place')!;
  }
  get grid(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('[role=grid]')!;
  }
  protected override render(): TemplateResult {
    return html`<div class="base"><div class="place"></div></div>`;
  }
}
if (!customElements.get('jc-test-grid')) customElements.define('jc-test-grid', TestGridHost);

export const choices = [
  { value: 'a', title: '立行立改' },
  { value: 'b', title: '限期整改' },
];

/** Rows of eight columns, all editable, kept as plain text. */
export class TestRows implements RowsModel {
  readonly label = '整改措施';
  keys: string[];
  readonly columns: readonly RowsColumn[];
  readonly = false;
  canAdd = true;
  canRemove = true;
  readonly cells = new Map<string, string>();
  private made = 0;
  changed: () => void = () => undefined;

  constructor(count: number) {
    this.keys = Array.from({ length: count }, () => `r${this.made++}`);
    this.columns = [
      { id: 'measure', title: '整改措施', control: 'longText', required: true },
      { id: 'owner', title: '责任人', control: 'text', groups: ['责任'] },
      { id: 'unit', title: '责任单位', control: 'text', groups: ['责任'] },
      { id: 'dueOn', title: '完成时限', control: 'date' },
      { id: 'progress', title: '进度（%）', control: 'number', total: () => '50' },
      { id: 'kind', title: '整改类型', control: 'choice', options: () => choices },
      { id: 'done', title: '已完成', control: 'boolean' },
      { id: 'note', title: '备注', control: 'text' },
    ];
    for (const key of this.keys) for (const { id } of this.columns) this.cells.set(`${key}/${id}`, this.first(key, id));
  }
  private first(key: string, id: string): string {
    return id === 'dueOn'
      ? '2025-09-30'
      : id === 'progress'
        ? '50'
        : id === 'kind'
          ? 'a'
          : id === 'done'
            ? 'false'
            : `${id}${key}`;
  }
  raw(key: string, column: string): string {
    return this.cells.get(`${key}/${column}`) ?? '';
  }
  text(key: string, column: string): string {
    const raw = this.raw(key, column);
    return column === 'kind'
      ? (choices.find(({ value }) => value === raw)?.title ?? raw)
      : column === 'done'
        ? raw === 'true'
          ? '是'
          : '否'
        : raw;
  }
  set(key: string, column: string, text: string): void {
    this.cells.set(`${key}/${column}`, text);
    this.changed();
  }
  error(key: string, column: string): string | undefined {
    return column === 'progress' && Number.isNaN(Number(this.raw(key, column))) ? '请填写数字，例如 60。' : undefined;
  }
  add(before?: string): string {
    const key = `r${this.made++}`;
    this.keys = [...this.keys];
    this.keys.splice(before === undefined ? this.keys.length : this.keys.indexOf(before), 0, key);
    return key;
  }
  duplicate(key: string): string {
    const copy = `r${this.made++}`;
    for (const { id } of this.columns) this.cells.set(`${copy}/${id}`, this.raw(key, id));
    this.keys = [...this.keys];
    this.keys.splice(this.keys.indexOf(key) + 1, 0, copy);
    return copy;
  }
  readonly steps: string[] = [];
  step(way: string): void {
    this.steps.push(way);
  }
  drop(key: string): void {
    this.remove(key);
  }
  remove(key: string): void {
    this.keys = this.keys.filter((each) => each !== key);
  }
}

export function mountRows(host: TestGridHost, model: TestRows): RowsGrid {
  const grid = new RowsGrid(host.place, model, 'zh-CN');
  model.changed = () => grid.update();
  return grid;
}

/** A model of plain text cells, `count` × `width`. */
export function textModel(count: number, width: number): GridModel {
  const columns = Array.from({ length: width }, (_, at) => ({
    id: `c${at}`,
    title: `第 ${at + 1} 列`,
    width: 120,
    frozen: at === 0,
    sort: 'none' as const,
    text: (row: number) => `${row}-${at}`,
  }));
  return { label: '示例', columns, lines: Int32Array.from({ length: count }, (_, row) => row), key: String };
}
