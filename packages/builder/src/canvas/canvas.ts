import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { isObject, own } from '@jiceng/core/json/json.js';
import { moveToSpot } from '../commands/arrange-commands.ts';
import { placeOfField } from '../structure/field-places.ts';
import { insertFields } from '../structure/insert.ts';
import { titleAt } from '../structure/structure.ts';
import type { FieldKindOffer } from '../palette/field-kinds.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { boxAt, markOf, type Box } from './box.ts';
import { messages } from './canvas.messages.ts';
import styles from './canvas.styles.ts';
import { conditionalParts, isUnderCondition } from './conditional.ts';
import { drag, scrollerOf } from '../drag/drag.ts';
import { draggedSpot, dropAt, type Drop } from './drop-spot.ts';
import { editable } from './editable.ts';
import { handles, placeHandles } from './handles.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { shownFields } from './shown.ts';

/**
 * The form being drawn, as it will look, with its fields and sections to be selected and moved. What is drawn is the
 * real form; above it lies a cover that takes pointer and keys, so that nothing is filled in here.
 *
 * @customElement jc-builder-canvas
 *
 * @fires {CustomEvent<void>} jc-properties-open - A person wants to change the properties of what is selected.
 * @csspart base - Everything.
 */
export class Canvas extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @query('.sheet') private sheet!: HTMLElement;
  @query('.cover') private cover!: HTMLElement;

  private drawn: readonly Piece[] = [];
  private boxes: readonly Box[] = [];
  private hovered: string | undefined;
  private drop: Drop | undefined;
  private stopDrag: (() => void) | undefined;
  private resize: ResizeObserver | undefined;
  private frame = 0;
  /** The selection that was brought into sight. */
  private inSight: readonly string[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => this.measureSoon());
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.stopDrag?.();
    cancelAnimationFrame(this.frame);
  }

  /** Puts the focus on the canvas. */
  override focus(): void {
    this.cover?.focus();
  }

  /** Goes on with a press on a kind of field in the palette: where it is let go, a new field comes. */
  dragKind({ title, key, schema, shown }: FieldKindOffer, event: PointerEvent): void {
    this.dragging(event, [], (session, { spot }) => {
      const { edits, select } = insertFields(
        session.value.peek(),
        [{ key, schema, ...(shown ? { shown } : {}) }],
        undefined,
        spot,
      );
      if (
        session.edit({ title: { 'zh-CN': `添加字段“${title['zh-CN']}”`, en: `Add field ${title.en}` } }, edits, select)
      )
        this.openProperties();
    });
  }

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const value = session.value.value;
    const title = isObject(value) ? own(value, 'title') : undefined;
    void session.selection.value;
    this.drawn = this.kept(piecesOf(value, text));
    return html`<div class="base" part="base">
      <div class="sheet">
        <h2 class="heading">${typeof title === 'string' ? title : ''}</h2>
        ${this.drawn.length === 0 ? html`<p class="nothing">${text.empty}</p>` : nothing}
        ${repeat(
          this.drawn,
          (piece, at) => `${piece.section}${at}`,
          ({ definition, computed }) =>
            html`<jc-form inert aria-hidden="true" tabindex="-1" bare .definition=${definition}
              .mayEdit=${editable(computed)} locale=${this.language}></jc-form>`,
        )}
        <div class="cover" role="group" tabindex="0" aria-label=${text.canvas} aria-describedby="hint"
          @click=${this.picked} @keydown=${this.pressed} @pointerdown=${this.grabbed} @pointermove=${this.pointed}
          @pointerleave=${this.left}></div>
        <div class="marks" aria-hidden="true"></div>
        ${handles(session, text, (event) => this.dragging(event, session.selection.peek(), this.move))}
        <p class="visually-hidden" id="hint">${text.hint}</p>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.measureSoon();
  }

  /** The same piece for the same content, so that what has not changed is not drawn again. */
  private kept(pieces: Piece[]): Piece[] {
    const known = new Map(this.drawn.map((piece) => [piece.key, piece]));
    return pieces.map((piece) => {
      const before = known.get(piece.key);
      return before ? { ...before, section: piece.section } : piece;
    });
  }

  private measureSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.showMarks());
  }

  /** Where everything stands now; read when it is needed, since forms lay themselves out. */
  private measure(): readonly Box[] {
    const value = this.session?.value.peek() ?? null;
    const origin = this.sheet.getBoundingClientRect();
    const boxOf = (pointer: string, node: HTMLElement): Box => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return { pointer, left: left - origin.left, top: top - origin.top, width, height };
    };
    return [...this.renderRoot.querySelectorAll('jc-form')].flatMap((form: JcForm, at) => {
      const section = this.drawn[at]?.section ?? '';
      const fields = shownFields(form).flatMap(({ field, node }) => {
        const pointer = placeOfField(value, field);
        return pointer === undefined ? [] : [boxOf(pointer, node)];
      });
      return section === '' ? fields : [boxOf(section, form), ...fields];
    });
  }

  private showMarks(): void {
    if (!this.sheet) return;
    this.boxes = this.measure();
    const place = this.renderRoot.querySelector('.marks') as HTMLElement;
    while (place.firstChild) place.firstChild.remove();
    const selected = new Set(this.session?.selection.peek());
    const marked = this.boxes.filter(({ pointer }) => selected.has(pointer));
    const conditional = conditionalParts(this.session?.value.peek() ?? null);
    for (const box of this.boxes) {
      if (!conditional.has(box.pointer) && !isUnderCondition(box.pointer)) continue;
      const mark = markOf(box, 'sometimes', 0);
      mark.textContent = messages(this.language).sometimes;
      place.append(mark);
    }
    for (const box of marked) place.append(markOf(box, 'selected'));
    const hovered = this.boxes.find(({ pointer }) => pointer === this.hovered && !selected.has(pointer));
    if (hovered) place.append(markOf(hovered, 'hovered'));
    if (this.drop) place.append(markOf(this.drop.mark, 'drop', 0));
    placeHandles(this.renderRoot, marked.length === 1 && !this.drop ? marked[0] : undefined);
    this.bringIntoSight(marked[0]);
  }

  /** Scrolls to what was selected elsewhere, or added, once. */
  private bringIntoSight(box: Box | undefined): void {
    const selection = this.session?.selection.peek();
    if (!box || selection === this.inSight) return;
    this.inSight = selection;
    scrollerOf(this)?.scrollBy({ top: scrollNeeded(this, box) });
  }

  private place({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): {
    readonly x: number;
    readonly y: number;
  } {
    const { left, top } = this.sheet.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  private at(event: MouseEvent): Box | undefined {
    const { x, y } = this.place(event);
    return boxAt(this.boxes, x, y);
  }

  private readonly picked = (event: MouseEvent): void => {
    const pointer = this.at(event)?.pointer;
    const before = this.session?.selection.peek() ?? [];
    if (pointer === undefined) this.session?.select([]);
    else if (event.shiftKey) this.extend(pointer);
    else if (event.ctrlKey || event.metaKey)
      this.session?.select(before.includes(pointer) ? before.filter((one) => one !== pointer) : [...before, pointer]);
    else this.session?.select([pointer]);
    this.inSight = this.session?.selection.peek(); // where the mouse is can be seen
  };

  /** Selects all from the first selected to `pointer`, in reading order. */
  private extend(pointer: string): void {
    const all = [...new Set(this.boxes.map((box) => box.pointer))];
    const [from, to] = [all.indexOf(this.session?.selection.peek()[0] ?? ''), all.indexOf(pointer)];
    if (from < 0) return void this.session?.select([pointer]);
    const range = all.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.session?.select(from <= to ? range : range.reverse());
  }

  private openProperties(): void {
    this.dispatchEvent(new CustomEvent('jc-properties-open', { bubbles: true, composed: true }));
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    const { session } = this;
    if (!session || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...new Set(this.boxes.map((box) => box.pointer))];
    const selected = session.selection.peek();
    const at = all.indexOf(selected[selected.length - 1] ?? '');
    const to = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: Math.max(0, at - 1),
      ArrowLeft: Math.max(0, at - 1),
      Home: 0,
      End: all.length - 1,
    }[event.key];
    const pointer = to === undefined ? undefined : all[Math.min(to, all.length - 1)];
    if (event.key === 'Enter' && selected.length > 0) this.openProperties();
    else if (event.key === 'Escape') session.select([]);
    else if (pointer === undefined) return;
    else if (event.shiftKey) this.extend(pointer);
    else session.select([pointer]);
    if (pointer !== undefined) session.said.value = titleAt(session.value.peek(), pointer);
    event.preventDefault();
  };

  private readonly grabbed = (event: PointerEvent): void => {
    // A finger scrolls here; it drags by the handle.
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const pointer = this.at(event)?.pointer;
    if (pointer === undefined) return;
    const selected = this.session?.selection.peek() ?? [];
    this.dragging(event, selected.includes(pointer) ? selected : [pointer], this.move);
  };

  private readonly move = (session: BuilderSession, { spot }: Drop, pointers: readonly string[]): void =>
    moveToSpot(session, pointers, spot);

  private dragging(
    event: PointerEvent,
    pointers: readonly string[],
    done: (session: BuilderSession, drop: Drop, pointers: readonly string[]) => void,
  ): void {
    const { session } = this;
    if (!session) return;
    const dragged = pointers.length > 0 ? draggedSpot(session.value.peek(), pointers) : undefined;
    if (pointers.length > 0 && !dragged) return;
    this.stopDrag = drag(event, scrollerOf(this), {
      move: (clientX, clientY) => {
        this.drop = dropAt(session.value.peek(), this.boxes, this.place({ clientX, clientY }), dragged);
        this.measureSoon();
      },
      drop: () => {
        if (this.drop) done(session, this.drop, pointers);
      },
      end: () => {
        this.drop = undefined;
        this.stopDrag = undefined;
        this.measureSoon();
      },
    });
  }

  private readonly pointed = (event: PointerEvent): void => {
    const pointer = this.at(event)?.pointer;
    if (pointer === this.hovered) return;
    this.hovered = pointer;
    this.measureSoon();
  };

  private readonly left = (): void => {
    this.hovered = undefined;
    this.measureSoon();
  };
}

/** By how much the page must scroll, in px, until a box of the canvas is in sight. */
function scrollNeeded(canvas: HTMLElement, { top, height }: Box): number {
  const scroller = scrollerOf(canvas);
  if (!scroller) return 0;
  const [view, sheet] = [scroller.getBoundingClientRect(), canvas.getBoundingClientRect()];
  const above = sheet.top + top - view.top - 24;
  const below = sheet.top + top + height - view.bottom + 24;
  return above < 0 ? above : below > 0 ? below : 0;
}
