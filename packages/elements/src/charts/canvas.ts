import type { Tone } from '@jiceng/core/generated/definition.js';
import type { ChartModel, NumberCell } from '@jiceng/core/report/model.js';
import { Paints } from './paints.ts';
import { fitted, svgNode, textWidth, type Attributes } from './svg.ts';

/** A number that can be reached and opened in a drawing. */
export interface Mark {
  readonly node: SVGElement;
  readonly cell: NumberCell;
  /** What it is the number of. */
  readonly title: string;
}

export type Series = ChartModel['series'][number];

/** The value as it is drawn; `null` where there is none. Exact numbers stand in the texts beside it. */
export const drawn = (cell: NumberCell | undefined): number | null =>
  cell === undefined || cell.value === null ? null : Number(cell.value);

/** A number with its unit and the word of its threshold. */
export const words = ({ text, unit, word }: NumberCell): string => [`${text}${unit}`, word].filter(Boolean).join(' ');

/** One drawing while it is made: its width, what has been drawn, and the numbers in it. Everything in px. */
export class Canvas {
  readonly width: number;
  /** Size of letters. */
  readonly size: number;
  readonly paints = new Paints();
  readonly marks: Mark[] = [];
  /** Where the next thing stands. */
  y = 0;
  private readonly back: SVGElement[] = [];
  private readonly front: SVGElement[] = [];
  private readonly top: SVGElement[] = [];

  constructor(width: number, size: number) {
    this.width = width;
    this.size = size;
  }

  /** Lines and texts, which only eyes need: numbers say themselves what they are. */
  add(...nodes: readonly SVGElement[]): void {
    this.back.push(...nodes);
  }

  /** The same above the numbers' shapes; a pointer goes through it. */
  over(...nodes: readonly SVGElement[]): void {
    this.top.push(...nodes);
  }

  line(x1: number, y1: number, x2: number, y2: number, strong = false): void {
    this.add(svgNode('line', { x1, y1, x2, y2, stroke: strong ? '#565d68' : '#dde0e6' }));
  }

  text(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end' = 'start', more: Attributes = {}): void {
    this.add(
      svgNode(
        'text',
        { x, y: y + this.size * 0.36, 'text-anchor': anchor, 'font-size': this.size, fill: '#1f2329', ...more },
        text,
      ),
    );
  }

  /** A title within `room`, whole in a hint where it was cut. */
  title(text: string, x: number, y: number, room: number, anchor: 'start' | 'middle' | 'end' = 'end'): void {
    const short = fitted(text, this.size, room);
    this.text(short, x, y, anchor);
    if (short !== text) this.back[this.back.length - 1]?.prepend(svgNode('title', {}, text));
  }

  /** A shape that stands for a number. */
  mark(node: SVGElement, cell: NumberCell, title: string): void {
    node.prepend(svgNode('title', {}, `${title} ${words(cell)}`));
    this.front.push(node);
    this.marks.push({ node, cell, title });
  }

  /** Names beside their paint, as many a line as fit. */
  legend(names: readonly { readonly title: string; readonly tone?: Tone | undefined }[], asLines = false): void {
    const { size } = this;
    const box = size * 0.85;
    let x = 0;
    this.y += size * 0.8;
    names.forEach(({ title, tone }, at) => {
      const shown = fitted(title, size, this.width - 2 * size);
      const width = box + size * 0.4 + textWidth(shown, size) + size * 1.2;
      if (x > 0 && x + width - size > this.width) {
        x = 0;
        this.y += size * 1.6;
      }
      if (asLines)
        this.add(
          svgNode('line', {
            x1: x,
            x2: x + box,
            y1: this.y,
            y2: this.y,
            stroke: this.paints.stroke(at, tone),
            'stroke-width': 3,
            'stroke-dasharray': this.paints.dashes(at),
          }),
        );
      else
        this.add(
          svgNode('rect', { x, y: this.y - box / 2, width: box, height: box, fill: this.paints.fill(at, tone) }),
        );
      this.text(shown, x + box + size * 0.4, this.y);
      x += width;
    });
    this.y += size * 1.2;
  }

  /** The drawing as one picture of the height reached. */
  finish(): SVGSVGElement {
    const height = Math.ceil(this.y);
    return svgNode(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width: this.width, height, viewBox: `0 0 ${this.width} ${height}` },
      this.paints.definitions,
      svgNode('g', { 'aria-hidden': 'true' }, ...this.back),
      svgNode('g', {}, ...this.front),
      svgNode('g', { 'aria-hidden': 'true', 'pointer-events': 'none' }, ...this.top),
    ) as SVGSVGElement;
  }
}

/** Room that titles left of the drawing get. */
export function roomFor(titles: readonly string[], { size, width }: Canvas): number {
  // the first letter keeps its edge
  return Math.min(Math.max(0, ...titles.map((title) => textWidth(title, size))), width * 0.36) + 2;
}
