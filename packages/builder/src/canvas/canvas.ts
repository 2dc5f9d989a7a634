import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { JcForm } from '@jiceng/elements/form/form.js';
import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { placeOfField } from '../outline/field-places.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './canvas.messages.ts';
import styles from './canvas.styles.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { shownFields } from './shown.ts';

/** A field or section on the canvas: its pointer in the definition and its box in the sheet, in px. */
export interface Box {
  readonly pointer: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The form being drawn, as it will look, with its fields and sections to be selected. What is drawn is the real form; above it lies a
 * cover that takes pointer and keys, so that nothing is filled in here.
 *
 * @customElement jc-builder-canvas
 *
 * @csspart base - Everything.
 */
export class Canvas extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @query('.sheet') private sheet!: HTMLElement;
  @query('.cover') private cover!: HTMLElement;

  private drawn: readonly Piece[] = [];
  private boxes: readonly Box[] = [];
  private hovered: string | undefined;
  private resize: ResizeObserver | undefined;
  private frame = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => this.measureSoon());
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    cancelAnimationFrame(this.frame);
  }

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    const value = session.value.value;
    const title = isObject(value) ? own(value, 'title') : undefined;
    void session.selection.value;
    this.drawn = this.kept(piecesOf(value));
    return html`<div class="base" part="base">
      <div class="sheet">
        <h2 class="heading">${typeof title === 'string' ? title : ''}</h2>
        ${this.drawn.length === 0 ? html`<p class="nothing">${text.empty}</p>` : nothing}
        ${repeat(this.drawn, (piece, at) => `${piece.section}${at}`, ({ definition, computed }) => html`<jc-form inert aria-hidden="true" tabindex="-1" bare .definition=${definition} .mayEdit=${editable(computed)} locale=${this.language}></jc-form>`)}
        <div class="cover" role="group" tabindex="0" aria-label=${text.canvas} aria-describedby="hint"
          @click=${this.picked} @pointermove=${this.pointed} @pointerleave=${this.left}></div>
        <div class="marks" aria-hidden="true"></div>
        <p class="visually-hidden" id="hint">${text.hint}</p>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.measureSoon();
  }

  /** Puts the focus on the canvas. */
  override focus(): void {
    this.cover?.focus();
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

  private forms(): JcForm[] {
    return [...(this.renderRoot?.querySelectorAll('jc-form') ?? [])];
  }

  /** Where everything stands now; read when it is needed, since forms lay themselves out. */
  private measure(): readonly Box[] {
    const value = this.session?.value.peek() as Json;
    const origin = this.sheet.getBoundingClientRect();
    const boxOf = (pointer: string, node: HTMLElement): Box => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return { pointer, left: left - origin.left, top: top - origin.top, width, height };
    };
    return this.forms().flatMap((form, at) => {
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
    for (const box of this.boxes) {
      const kind = selected.has(box.pointer) ? 'selected' : box.pointer === this.hovered ? 'hovered' : undefined;
      if (kind) place.append(markOf(box, kind));
    }
  }

  /** What lies under a point of the page; the innermost. */
  private at({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Box | undefined {
    const { left, top } = this.sheet.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const under = this.boxes.filter((box) => x >= box.left && x <= box.left + box.width && y >= box.top && y <= box.top + box.height);
    return under[under.length - 1];
  }

  private readonly picked = (event: MouseEvent): void => {
    const box = this.at(event);
    const { session } = this;
    if (!session) return;
    const before = session.selection.peek();
    if (!box) session.select([]);
    else if (event.ctrlKey || event.metaKey) session.select(before.includes(box.pointer) ? before.filter((pointer) => pointer !== box.pointer) : [...before, box.pointer]);
    else session.select([box.pointer]);
  };

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

const editors = new Map<string, (pointer: string) => boolean>();

/** The same function for the same fields: a new one would make the form begin anew. */
function editable(computed: readonly string[]): (pointer: string) => boolean {
  const key = JSON.stringify(computed);
  let found = editors.get(key);
  if (!found) editors.set(key, (found = (pointer) => !computed.includes(pointer)));
  return found;
}

function markOf({ left, top, width, height }: Box, kind: string): HTMLElement {
  const mark = document.createElement('div');
  mark.className = `mark ${kind}`;
  mark.style.setProperty('transform', `translate(${Math.round(left - 4)}px, ${Math.round(top - 4)}px)`);
  mark.style.setProperty('width', `${Math.round(width + 8)}px`);
  mark.style.setProperty('height', `${Math.round(height + 8)}px`);
  return mark;
}
