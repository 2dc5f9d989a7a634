import { scrollRange, type PlacedColumn, type ScrollRange } from './layout.ts';
import type { GridParts } from './parts.ts';
import type { Box } from './picking.ts';

/** Lines drawn above and below what is seen. */
const OVERSCAN = 4;

/**
 * What is seen of the table, in px. Sizes are read once for each change of size: reading them between writes would make
 * the browser lay everything out again.
 */
export class Viewport {
  width = 0;
  height = 0;
  lineHeight = 44;
  /** Size of text against the normal one, for column widths. */
  scale = 1;
  top = 0;
  left = 0;
  range: ScrollRange = scrollRange(0, 1, 1);
  private head = 0;
  private foot = 0;
  private readonly parts: GridParts;

  constructor(parts: GridParts) {
    this.parts = parts;
  }

  /** Columns go on to the right of what is seen. `total`: width of all. */
  hasMore(total: number): boolean {
    return this.width > 0 && this.left + this.width < total - 1;
  }

  /** Heights of header and totals, by the names that style sheets know. */
  get edges(): readonly (readonly [string, number])[] {
    return [
      ['--_head', this.head],
      ['--_foot', this.foot],
    ];
  }

  /** Height between header and totals. */
  get body(): number {
    return Math.max(0, this.height - this.head - this.foot);
  }

  /** Where rows are seen on the screen, between header and totals. */
  get bodyBox(): Box {
    const { root } = this.parts;
    const { left, top } = root.getBoundingClientRect();
    return { left, right: left + this.width, top: top + this.head, bottom: top + this.height - this.foot };
  }

  /** Reads all sizes, then writes; says whether one that drawings depend on has changed. */
  measure(): boolean {
    const { root, box, probe } = this.parts;
    const before = this.sizes;
    this.width = root.clientWidth;
    this.measureHeight();
    const bars = [root.offsetWidth - root.clientWidth, root.offsetHeight - root.clientHeight];
    if (probe.offsetHeight > 0) this.lineHeight = probe.offsetHeight;
    if (probe.offsetWidth > 0) this.scale = probe.offsetWidth / 140;
    this.scrolled();
    box.style.setProperty('--_bar-right', `${bars[0]}px`);
    box.style.setProperty('--_bar-bottom', `${bars[1]}px`);
    return this.sizes !== before;
  }

  /** After header or totals were drawn, or the lines have changed the height of the table. */
  measureHeight(): void {
    const { root, head, foot } = this.parts;
    this.height = root.clientHeight;
    this.head = head.offsetHeight;
    this.foot = foot.offsetHeight;
  }

  private get sizes(): string {
    const { width, height, head, foot, lineHeight, scale } = this;
    return [width, height, head, foot, lineHeight, scale].join();
  }

  scrolled(): void {
    this.top = this.parts.root.scrollTop;
    this.left = this.parts.root.scrollLeft;
  }

  /** Makes room for so many lines. */
  fit(lines: number): void {
    this.range = scrollRange(lines, this.lineHeight, this.body);
    this.parts.space.style.height = `${this.range.space}px`;
  }

  /** The lines that are seen, and a few more. */
  seen(lines: number): readonly [number, number] {
    const top = this.range.topAt(this.top);
    return [
      Math.max(0, Math.floor(top / this.lineHeight) - OVERSCAN),
      Math.min(lines, Math.ceil((top + this.body) / this.lineHeight) + OVERSCAN),
    ];
  }

  /** Where a line stands in the scrolled space. */
  topOf(line: number): number {
    return line * this.lineHeight - this.range.topAt(this.top) + this.top;
  }

  /** Scrolls as little as needed so that a line and a column can be seen. */
  reveal(line: number, place: PlacedColumn | undefined, frozenWidth: number): void {
    let { top, left } = this;
    if (line >= 0 && this.body > 0) {
      const at = line * this.lineHeight;
      const seen = this.range.topAt(top);
      if (at < seen) top = Math.floor(this.range.scrollTopFor(at));
      else if (at + this.lineHeight > seen + this.body)
        top = Math.ceil(this.range.scrollTopFor(at + this.lineHeight - this.body));
    }
    if (place !== undefined && !place.frozen) {
      if (place.left - left < frozenWidth) left = place.left - frozenWidth;
      else if (place.left + place.width > left + this.width)
        left = Math.min(place.left - frozenWidth, place.left + place.width - this.width);
    }
    this.scrollTo(top, left);
  }

  scrollTo(top: number, left: number): void {
    if (top === this.top && left === this.left) return;
    this.parts.root.scrollTop = top;
    this.parts.root.scrollLeft = left;
    this.scrolled();
  }
}
