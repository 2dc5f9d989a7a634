import { html, nothing, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { ChildPart } from 'lit/directive.js';
import { cssVars } from '../internal/css-vars.ts';
import type { LongTableInput } from './long-table.ts';
import { clamp, plainLength, RowWindow } from './row-window.ts';

/** A table with so many rows that it scrolls in a box of its own, can be searched, and is walked through by arrow keys. */
class LongRows extends AsyncDirective {
  private input: LongTableInput<unknown> | undefined;
  private part: ChildPart | undefined;
  private readonly window = new RowWindow();
  private typed = '';
  private found = -1;
  private texts: readonly string[] | undefined;
  private widest: readonly string[] = [];

  render(input: LongTableInput<unknown>): TemplateResult {
    this.input = input;
    this.texts = undefined;
    return this.long(input);
  }

  override update(part: ChildPart, [input]: [LongTableInput<unknown>]): TemplateResult {
    this.part = part;
    requestAnimationFrame(() => this.settle());
    return this.render(input);
  }

  private get rows(): readonly unknown[] {
    return this.input?.rows ?? [];
  }
  private get box(): HTMLElement | undefined {
    for (let node = this.part?.startNode?.nextSibling; node && node !== this.part?.endNode; node = node.nextSibling)
      if (node instanceof HTMLElement && node.classList.contains('long')) return node;
    return undefined;
  }

  private long({
    rows,
    totals = [],
    head,
    headLines,
    name,
    kind = '',
    texts,
    draw,
    cells,
  }: LongTableInput<unknown>): TemplateResult {
    this.measureTexts(rows, cells);
    const [from, to] = this.window.range(rows.length);
    const matches = this.matches();
    const space = (count: number): TemplateResult =>
      html`<tr class="space" aria-hidden="true"><td ${cssVars({ '--_space': `${count * this.window.line}px` })}></td></tr>`;
    return html`<p class="find no-print"><label><span>${texts.find}</span> <input type="search" .value=${this.typed}
      @input=${this.type} @keydown=${this.typedKey}></label>
        <button type="button" class="button" aria-label=${texts.findPrevious} title=${texts.findPrevious}
          ?disabled=${matches.length === 0} @click=${() => this.goOn(-1)}>↑</button><button type="button" class="button"
          aria-label=${texts.findNext} title=${texts.findNext} ?disabled=${matches.length === 0}
          @click=${() => this.goOn(1)}>↓</button>
        <span role="status" class="weak">${this.typed === '' ? '' : texts.foundRows(matches.indexOf(this.found) + 1, matches.length)}</span></p>
      <div class="scroll long" role="group" tabindex="0" aria-label=${name} @scroll=${this.scrolled}><table part="table"
        class=${kind} aria-rowcount=${headLines + rows.length + totals.length} @keydown=${this.step}>${head}
        <tbody><tr class="widest" aria-hidden="true">${this.widest.map((text) => html`<td>${text}</td>`)}</tr>${space(from)}${rows.slice(from, to).map((row, at) => draw(row, { index: headLines + from + at + 1, isFound: from + at === this.found }))}${space(rows.length - to)}</tbody>
        ${totals.length === 0 ? nothing : html`<tfoot>${totals.map((row, at) => draw(row, { index: headLines + rows.length + at + 1, isFound: false }))}</tfoot>`}</table></div>`;
  }

  /**
   * Texts to find rows by, and the longest of each column: columns must not change their width while rows come and go.
   */
  private measureTexts(rows: readonly unknown[], cells: (row: unknown) => readonly string[]): void {
    if (this.texts) return;
    const widest: string[] = [],
      lengths: number[] = [];
    this.texts = rows.map((row) => {
      const line = cells(row);
      line.forEach((text, at) => {
        const length = plainLength(text);
        if (length > (lengths[at] ?? -1)) {
          lengths[at] = length;
          widest[at] = text;
        }
      });
      return line.join(' ').toLowerCase();
    });
    this.widest = widest;
  }

  private matches(): number[] {
    const wanted = this.typed.trim().toLowerCase();
    return wanted === '' ? [] : (this.texts ?? []).flatMap((text, at) => (text.includes(wanted) ? [at] : []));
  }

  private redraw(): void {
    if (this.input && this.isConnected && this.box) this.setValue(this.long(this.input));
  }

  /** Once it is laid out: sizes as they are, headings below each other while they stay in sight. */
  private settle(): void {
    const { box } = this;
    if (!box || !this.isConnected) return;
    for (const line of box.querySelectorAll<HTMLElement>('thead tr'))
      line.style.setProperty('--_top', `${line.offsetTop}px`);
    if (this.window.measure(box)) this.redraw();
  }

  private readonly scrolled = (): void => {
    const { box } = this;
    if (!box) return;
    this.window.measure(box);
    if (!this.window.moved(box, this.rows.length)) return;
    const held = (box.getRootNode() as ShadowRoot).activeElement;
    const place = held && this.placeOf(held);
    this.redraw();
    // Drawn rows are used again for others: the focus follows its row, or goes to the box where that is out of sight.
    if (place) (this.buttonAt(place.at, place.column) ?? box).focus({ preventScroll: true });
  };

  /** Row and column of something in a row of the table. */
  private placeOf(element: Element): { readonly at: number; readonly column: number } | undefined {
    const cell = element.closest('td, th');
    const line = cell?.closest('tbody tr');
    if (!cell || !line || !this.box?.contains(line)) return undefined;
    return {
      at: Number(line.getAttribute('aria-rowindex')) - (this.input?.headLines ?? 0) - 1,
      column: [...line.children].indexOf(cell),
    };
  }

  private buttonAt(at: number, column: number): HTMLElement | null | undefined {
    return this.box
      ?.querySelector(`tr[aria-rowindex="${at + (this.input?.headLines ?? 0) + 1}"]`)
      ?.children[column]?.querySelector<HTMLElement>('button');
  }

  /** Brings a row into sight and draws it. */
  private reveal(at: number): void {
    const { box } = this;
    if (!box) return;
    this.window.reveal(box, at, this.rows.length);
    this.redraw();
  }

  private readonly type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.found = -1;
    this.goOn(1);
  };

  private readonly typedKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.goOn(event.shiftKey ? -1 : 1);
  };

  /** To the next row that has what was typed, or the one before; around the ends. */
  private goOn(by: 1 | -1): void {
    const matches = this.matches();
    const next =
      by > 0
        ? (matches.find((at) => at > this.found) ?? matches[0])
        : ([...matches].reverse().find((at) => at < this.found) ?? matches[matches.length - 1]);
    this.found = next ?? -1;
    if (next === undefined) this.redraw();
    else this.reveal(next);
  }

  /** Arrow keys and page keys on a number lead to the one in another row of its column. */
  private readonly step = (event: KeyboardEvent): void => {
    const place = this.placeOf(event.target as Element);
    const by = this.window.steps(event, this.rows.length);
    if (!place || by === undefined) return;
    event.preventDefault();
    const next = clamp(place.at + by, 0, this.rows.length - 1);
    if (next === place.at) return;
    this.reveal(next);
    (this.buttonAt(next, place.column) ?? this.box)?.focus({ preventScroll: true });
  };
}

/** Only the rows that are seen are drawn. */
export const longRows = directive(LongRows);
