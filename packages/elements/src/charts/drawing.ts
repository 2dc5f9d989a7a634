import type { ChartModel, NumberCell } from '@jiceng/core/report/model.js';
import { nothing } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';
import { words } from './canvas.ts';
import { messages } from './charts.messages.ts';
import { draw, type Drawing } from './draw.ts';
import { summaryOf } from './summary.ts';

export interface DrawingInput {
  readonly model: ChartModel;
  readonly title: string;
  readonly locale: string;
  /** The table behind stands open. */
  readonly isPrinting: boolean;
  /** Opens what is behind a number. */
  open(cell: NumberCell, title: string, from: HTMLElement): void;
}

/** Steps through the numbers; left and up go back. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
]);

/**
 * Keeps a drawing in an element as wide as the element is. One number can be reached with Tab, the others with the
 * arrow keys.
 */
class DrawingDirective extends Directive {
  private element: HTMLElement | undefined;
  private input: DrawingInput | undefined;
  private shown: Drawing | undefined;
  private at = 0;
  private shownFor = '';
  private shownModel: ChartModel | undefined;
  private readonly observer = new ResizeObserver(() => requestAnimationFrame(() => this.redraw()));

  render(_input: DrawingInput): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [input]: [DrawingInput]): unknown {
    if (!this.element) {
      this.element = element as HTMLElement;
      this.element.addEventListener('keydown', (event) => this.step(event));
      this.observer.observe(element);
    }
    this.input = input;
    this.redraw();
    return nothing;
  }

  private redraw(): void {
    const { element, input } = this;
    if (!element?.isConnected || !input) return;
    const { model, title, locale } = input;
    const width = Math.floor(element.clientWidth) || 640;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) || 14;
    const key = `${width} ${size} ${locale} ${title}`;
    if (this.shownFor === key && this.shownModel === model) return;
    this.shownFor = key;
    this.shownModel = model;
    const texts = messages(locale);
    const drawing = draw(model, width, size, texts);
    const { svg, marks } = drawing;
    svg.setAttribute('role', 'group');
    svg.setAttribute('aria-label', [title, summaryOf(model, texts)].filter((text) => text !== '').join(texts.comma));
    marks.forEach(({ node, cell, title: name }, at) => {
      node.setAttribute('class', 'mark');
      node.setAttribute('role', 'button');
      node.setAttribute('tabindex', '-1');
      node.setAttribute('aria-label', `${name} ${words(cell)}`);
      node.addEventListener('click', () => this.open(at));
    });
    this.shown = drawing;
    this.at = Math.min(this.at, Math.max(0, marks.length - 1));
    marks[this.at]?.node.setAttribute('tabindex', '0');
    const hadFocus =
      (element.getRootNode() as ShadowRoot | Document).activeElement?.parentElement?.closest('svg')?.parentElement ===
      element;
    element.textContent = '';
    element.append(svg);
    if (hadFocus) marks[this.at]?.node.focus();
  }

  private open(at: number): void {
    const mark = this.shown?.marks[at];
    this.go(at);
    // Focus works on shapes as on other elements; TypeScript's callers speak of HTML ones.
    if (mark) this.input?.open(mark.cell, mark.title, mark.node as unknown as HTMLElement);
  }

  private step(event: KeyboardEvent): void {
    const { length = 0 } = this.shown?.marks ?? [];
    const by = STEPS.get(event.key);
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? length - 1
          : by === undefined
            ? undefined
            : Math.min(length - 1, Math.max(0, this.at + by));
    if (to !== undefined) {
      this.go(to);
      this.shown?.marks[to]?.node.focus();
    } else if (event.key === 'Enter' || event.key === ' ') this.open(this.at);
    else return;
    event.preventDefault();
  }

  private go(to: number): void {
    this.shown?.marks[this.at]?.node.setAttribute('tabindex', '-1');
    this.at = to;
    this.shown?.marks[to]?.node.setAttribute('tabindex', '0');
  }
}

/** `<div ${drawing({ model, … })}>`: the chart in it, drawn again when its width changes. */
export const drawing = directive(DrawingDirective);
