import type { Print } from '@jiceng/core/generated/report.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { cssVars } from '@jiceng/elements/internal/css-vars.js';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { drag, scrollerOf } from '../drag/drag.ts';
import { blockTitle, makeWide, moveBlock, placeBlock, startPage } from './acts.ts';
import { ghostIn } from './drag.ts';
import {
  linesOf,
  nextWidth,
  spotAt,
  TWELFTHS,
  widthAt,
  widthOf,
  type Box,
  type Spot,
  type Width,
} from './model/layout.ts';
import { countOf, scaleOf, sheetsOf, sheetVars, stepOf } from './model/sheets.ts';
import type { ReportBuilderTexts } from './report-builder.messages.ts';
import type { ReportSession } from './report-session.ts';

/** What the stage shows. */
export interface StageView {
  readonly session: ReportSession;
  readonly texts: ReportBuilderTexts;
  readonly locale: string;
  /** Pointer of the block that is worked on. */
  readonly current: string | undefined;
  /** The report, given whether it is drawn as on paper. */
  shown(isPaper: boolean): TemplateResult;
}

type Host = ReactiveControllerHost & { readonly renderRoot: Element | DocumentFragment };

/** Keys on the grip: places by which the block moves, and steps of its width. */
const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Where the report stands while it is drawn: on the screen, or on the sheets that will be printed. The block that is
 * worked on has a frame, by which it is moved and made wider. Sheets are columns, since browsers break columns as they
 * break pages.
 */
export class Stage implements ReactiveController {
  private isPaper = false;
  private sheets = 1;
  private scale = 1;
  private frame: Box | undefined;
  /** Where what is carried would fall. */
  private mark: Box | undefined;
  private view: StageView | undefined;
  private readonly host: Host;
  private readonly resized = new ResizeObserver(() => requestAnimationFrame(() => this.measure()));
  private watched: Element | undefined;

  constructor(host: Host) {
    (this.host = host).addController(this);
  }

  hostDisconnected(): void {
    this.resized.disconnect();
    this.watched = undefined;
  }

  hostUpdated(): void {
    const { report } = this;
    if (report && report !== this.watched) {
      this.resized.disconnect();
      this.resized.observe((this.watched = report));
    }
    requestAnimationFrame(() => this.measure());
  }

  /** Brings a block into sight. */
  show(at: number): void {
    void this.host.updateComplete.then(() =>
      this.sections[at]?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  }

  draw(view: StageView): TemplateResult {
    this.view = view;
    const { texts, session, shown } = view;
    const { isPaper, print } = this;
    const choice = (paper: boolean, words: string): TemplateResult =>
      html`<button type="button" class="button small" aria-pressed=${paper === isPaper ? 'true' : 'false'}
        @click=${() => this.turn(paper)}>${words}</button>`;
    const layout = sheetsOf(print);
    return html`<p class="stage-bar no-print"><span role="group"
      aria-label=${texts.sight}>${choice(false, texts.onScreen)}${choice(true, texts.onPaper)}</span>
        ${
          isPaper
            ? html`<span class="weak">${texts.sheets(this.sheets, print.orientation === 'landscape')}</span> <button type="button"
          class="button small" @click=${() => session.select([''])}>${texts.printSetup}</button>`
            : nothing
        }</p>
      <div class=${`stage ${isPaper ? 'paper' : ''}`} ${cssVars(isPaper ? sheetVars(layout, this.sheets, this.scale) : {})}
        @click=${this.pick}>
        <div class="roll"><div class="inner">${isPaper ? Array.from({ length: this.sheets }, (_, at) => sheet(print, at, at * stepOf(layout))) : nothing}<div class="flow">${shown(isPaper)}</div></div></div>
        ${this.frameView(view)}${this.mark ? html`<div class="drop-mark" ${placed(this.mark)}></div>` : nothing}
      </div>`;
  }

  private turn(isPaper: boolean): void {
    this.isPaper = isPaper;
    this.host.requestUpdate();
  }

  private get print(): Print {
    return this.view?.session.admitted.peek()?.print ?? {};
  }
  private get report(): HTMLElement | null {
    return this.host.renderRoot.querySelector('jc-report');
  }
  private get stage(): HTMLElement | null {
    return this.host.renderRoot.querySelector('.stage');
  }
  private get sections(): readonly HTMLElement[] {
    return [...(this.report?.shadowRoot?.querySelectorAll<HTMLElement>('[part~="block"]') ?? [])];
  }

  private frameView({ session, texts, locale, current }: StageView): TemplateResult | typeof nothing {
    if (current === undefined || !this.frame) return nothing;
    const value = session.value.peek();
    const width = widthOf(valueAt(value, current));
    const isNewPage = valueAt(value, `${current}/newPage`) === true;
    const keys = (event: KeyboardEvent): void => {
      const [move, step] = [MOVES[event.key], STEPS[event.key]];
      if (move === undefined && step === undefined) return;
      event.preventDefault();
      const next = step && nextWidth(width, step);
      if (next) makeWide(session, current, next);
      else if (move) moveBlock(session, current, Number(current.split('/')[2]) + move);
    };
    return html`<div class="frame no-print" ${placed(this.frame)}>
      <div class="frame-tools" role="group" aria-label=${texts.layout}>
        <button type="button" class="small grip" aria-label=${texts.grip(blockTitle(value, current, locale))}
          title=${texts.gripHelp} @keydown=${keys} @pointerdown=${this.carry}>⠿</button>
        ${(Object.keys(TWELFTHS) as Width[]).map(
          (each) => html`<button type="button" class="small"
          aria-label=${texts.widths[each][1]} title=${texts.widths[each][1]}
          aria-pressed=${each === width ? 'true' : 'false'}
          @click=${() => makeWide(session, current, each)}>${texts.widths[each][0]}</button>`,
        )}
        <button type="button" class="small" aria-pressed=${isNewPage ? 'true' : 'false'}
          @click=${() => startPage(session, current, !isNewPage)}>${texts.newPage}</button>
      </div>
      <span class="edge" title=${texts.edge} @pointerdown=${this.widen}></span>
    </div>`;
  }

  private measure(): void {
    const { stage, view, isPaper } = this;
    if (!stage || !view) return;
    const layout = sheetsOf(this.print);
    const rect =
      view.current === undefined ? undefined : this.sections[Number(view.current.split('/')[2])]?.getClientRects()[0];
    const next = {
      frame: rect && this.inStage(rect),
      sheets: isPaper ? countOf(layout, stage.querySelector('.flow')?.scrollWidth ?? 0) : 1,
      scale: isPaper ? scaleOf(layout, stage.clientWidth) : 1,
    };
    if (next.sheets === this.sheets && next.scale === this.scale && isSame(next.frame, this.frame)) return;
    Object.assign(this, next);
    this.host.requestUpdate();
  }

  /** Where something stands in the stage, which may be scrolled. */
  private inStage({ left, top, right, bottom }: Box): Box {
    const { stage } = this;
    const origin = stage?.getBoundingClientRect();
    const [x, y] = [(origin?.left ?? 0) - (stage?.scrollLeft ?? 0), (origin?.top ?? 0) - (stage?.scrollTop ?? 0)];
    return { left: left - x, top: top - y, right: right - x, bottom: bottom - y };
  }

  /** Pieces of blocks, one for each sheet on which a block stands, with the number of the block. */
  private pieces(): readonly { readonly at: number; readonly box: Box }[] {
    return this.sections.flatMap((section, at) => [...section.getClientRects()].map((box) => ({ at, box })));
  }

  /** A click on a block works on that block. */
  private readonly pick = ({ clientX: x, clientY: y, target }: MouseEvent): void => {
    if ((target as Element).closest('.frame')) return;
    const found = this.pieces().find(({ box }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    if (found) this.view?.session.select([`/blocks/${found.at}`]);
  };

  /** Carries the block that is worked on to where it is let go. */
  private readonly carry = (event: PointerEvent): void => {
    const { view } = this;
    if (event.button !== 0 || !view?.current) return;
    const { session, current, locale } = view;
    const root = this.host.renderRoot as ShadowRoot;
    let ghost: HTMLElement | undefined;
    let spot: Spot | undefined;
    drag(event, scrollerOf(root.querySelector('.middle') ?? root), {
      move: (x, y) => {
        ghost ??= ghostIn(root, blockTitle(session.value.peek(), current, locale));
        ghost.style.setProperty('transform', `translate(${x + 8}px, ${y + 8}px)`);
        const pieces = this.pieces();
        const found = spotAt(
          x,
          y,
          pieces.map(({ box }) => box),
        );
        const piece = found && pieces[found.target];
        spot = found && piece && { ...found, target: piece.at };
        this.setMark(spot && piece && this.markOf(spot, piece.box));
      },
      drop: () => {
        if (spot) placeBlock(session, current, spot);
      },
      end: () => {
        ghost?.remove();
        this.setMark(undefined);
      },
    });
  };

  /** Makes the block wider or narrower by its edge. */
  private readonly widen = (event: PointerEvent): void => {
    const { view } = this;
    const section = this.sections[Number(view?.current?.split('/')[2])];
    const [box] = section?.getClientRects() ?? [];
    const [line] = section?.parentElement?.getClientRects() ?? [];
    if (event.button !== 0 || !view?.current || !line || !box) return;
    const { session, current } = view;
    let width: Width | undefined;
    drag(event, undefined, {
      move: (x) => {
        width = widthAt((x - box.left) / line.width);
        const right = box.left + (line.width * TWELFTHS[width]) / 12;
        this.setMark(this.inStage({ left: right - 2, right: right + 2, top: box.top, bottom: box.bottom }));
      },
      drop: () => {
        if (width) makeWide(session, current, width);
      },
      end: () => this.setMark(undefined),
    });
  };

  /** A line at the edge that a spot means: of the block, or of the whole line in which it stands. */
  private markOf({ target, isBehind, isBeside }: Spot, box: Box): Box {
    if (isBeside) {
      const x = isBehind ? box.right : box.left;
      return this.inStage({ ...box, left: x - 2, right: x + 2 });
    }
    const line = linesOf(this.view?.session.value.peek() ?? null).find((each) => each.includes(target)) ?? [];
    const boxes = [
      box,
      ...this.pieces()
        .filter(
          ({ at, box: piece }) =>
            at !== target && line.includes(at) && piece.top < box.bottom && piece.bottom > box.top,
        )
        .map((piece) => piece.box),
    ];
    const y = isBehind ? Math.max(...boxes.map(({ bottom }) => bottom)) : Math.min(...boxes.map(({ top }) => top));
    return this.inStage({
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      top: y - 2,
      bottom: y + 2,
    });
  }

  private setMark(mark: Box | undefined): void {
    this.mark = mark;
    this.host.requestUpdate();
  }
}

/** One sheet with what stands in its margins. */
function sheet({ header, pageNumbers = true }: Print, at: number, left: number): TemplateResult {
  return html`<div class="sheet" ${cssVars({ '--_x': `${left}px` })}>${header === undefined ? nothing : html`<span class="sheet-header">${header}</span>`}${pageNumbers ? html`<span class="sheet-number">— ${at + 1} —</span>` : nothing}</div>`;
}

function placed({ left, top, right, bottom }: Box): ReturnType<typeof cssVars> {
  return cssVars({ '--_x': `${left}px`, '--_y': `${top}px`, '--_w': `${right - left}px`, '--_h': `${bottom - top}px` });
}

function isSame(a: Box | undefined, b: Box | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      Math.abs(a.left - b.left) +
        Math.abs(a.top - b.top) +
        Math.abs(a.right - b.right) +
        Math.abs(a.bottom - b.bottom) <
        1)
  );
}
