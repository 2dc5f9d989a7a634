import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { cssVars } from '@jiceng/elements/internal/css-vars.js';
import { drag, scrollerOf } from '../drag/drag.ts';
import { moveToSpot } from '../commands/arrange-commands.ts';
import { lockOf } from '../locks/lock-of.ts';
import { SessionElement } from '../session/session-element.ts';
import type { BuilderSession } from '../session/session.ts';
import { messages } from './outline.messages.ts';
import styles from './outline.styles.ts';
import { structureOf, type Spot } from '../structure/structure.ts';
import { dropOnLine } from './tree-drag.ts';
import { between, rowsOf, treeStep, type Row } from './visible-lines.ts';

/**
 * The form's structure as a tree: sections, fields, columns. Whole to be used by keyboard.
 *
 * @customElement jc-builder-outline
 *
 * @fires {CustomEvent<void>} jc-properties-open - A person wants to change the properties of what is selected.
 * @csspart base - Everything.
 */
export class Outline extends SessionElement {
  static override styles = [...(SessionElement.styles as []), styles];

  @state() private folded: ReadonlyMap<string, boolean> = new Map();
  /** Id of the line that keys act on. */
  @state() private current = '';
  private rows: readonly Row[] = [];
  private anchor = 0;
  private wantsFocus = false;
  /** The selection whose line was brought into sight. */
  private inSight: readonly string[] | undefined;
  private typed = '';
  private typedAt = 0;

  protected draw(session: BuilderSession): TemplateResult {
    const text = messages(this.language);
    this.rows = rowsOf(structureOf(session.value.value), this.folded);
    const selected = new Set(session.selection.value);
    const problems = session.problems.value;
    const at = this.currentRow(selected);
    return html`<div class="base" part="base">
      ${
        this.rows.length === 0
          ? html`<p class="empty">${text.empty}</p>`
          : html`<div role="tree" aria-label=${text.tree} aria-multiselectable="true" aria-describedby="hint"
          @keydown=${this.pressed}>
        ${repeat(
          this.rows,
          ({ line }) => line.id,
          ({ line, level, place, count, isOpen }, index) => {
            const bad =
              line.pointer === ''
                ? 0
                : problems.filter(({ pointer }) => pointer === line.pointer || pointer.startsWith(`${line.pointer}/`))
                    .length;
            const lock = line.pointer === '' ? undefined : lockOf(session, line.pointer)?.[this.language];
            return html`<div class="line ${line.kind}" role="treeitem" aria-level=${level} aria-posinset=${place}
              aria-setsize=${count} aria-selected=${selected.has(line.pointer)} aria-expanded=${isOpen ?? nothing}
            tabindex=${index === at ? 0 : -1} ${cssVars({ '--_level': String(level - 1) })}
            @pointerdown=${(event: PointerEvent) => this.grabbed(event, line.pointer)}
            @click=${(event: MouseEvent) => this.picked(event, index)}>
            <span class="fold ${isOpen === undefined ? 'none' : ''}" aria-hidden="true"
              @click=${(event: Event) => this.toggle(event, line.id, isOpen)}></span>
            <span class="text">${line.kind === 'rest' ? text.rest : line.title || text.untitled}</span>
            ${lock === undefined ? nothing : html`<span class="locked" title=${lock}>${text.locked}</span>`}
            ${bad > 0 ? html`<span class="bad">${text.problems(bad)}</span>` : nothing}
          </div>`;
          },
        )}
      </div>`
      }
      <p class="visually-hidden" id="hint">${text.hint}</p>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A moved line is another node.
    this.wantsFocus ||= (this.renderRoot as ShadowRoot | undefined)?.activeElement?.getAttribute('role') === 'treeitem';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const row = this.renderRoot.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
    if (this.wantsFocus) row?.focus({ preventScroll: true });
    const selection = this.session?.selection.peek();
    if (this.wantsFocus || (selection !== this.inSight && selection?.length === 1))
      row?.scrollIntoView({ block: 'nearest' });
    this.inSight = selection;
    this.wantsFocus = false;
  }

  /** Puts the focus on the current line. */
  override focus(): void {
    this.wantsFocus = true;
    this.requestUpdate();
  }

  /** The line of the last move by keys, as long as it is selected; else the first selected one. */
  private currentRow(selected: ReadonlySet<string>): number {
    const at = this.rows.findIndex(({ line }) => line.id === this.current);
    if (at >= 0 && (selected.size === 0 || selected.has(this.rows[at]?.line.pointer ?? ''))) return at;
    const first = this.rows.findIndex(({ line }) => selected.has(line.pointer));
    return Math.max(0, first >= 0 ? first : at);
  }

  private select(index: number, how: 'one' | 'range' | 'toggle'): void {
    const { session } = this;
    const line = this.rows[index]?.line;
    if (!session || !line) return;
    this.current = line.id;
    const before = session.selection.peek();
    if (how === 'range') session.select(between(this.rows, this.anchor, index));
    else {
      this.anchor = index;
      if (how === 'toggle' && line.pointer !== '')
        session.select(
          before.includes(line.pointer)
            ? before.filter((pointer) => pointer !== line.pointer)
            : [...before, line.pointer],
        );
      else session.select(line.pointer === '' ? [] : [line.pointer]);
    }
  }

  private picked(event: MouseEvent, index: number): void {
    this.select(index, event.shiftKey ? 'range' : event.ctrlKey || event.metaKey ? 'toggle' : 'one');
    this.wantsFocus = true;
  }

  /** Drags what is selected, or the line alone. A finger scrolls here. */
  private grabbed(event: PointerEvent, pointer: string): void {
    const { session } = this;
    if (!session || pointer === '' || event.button !== 0 || event.pointerType === 'touch') return;
    const selected = session.selection.peek();
    const pointers = selected.includes(pointer) ? selected : [pointer];
    let spot: Spot | undefined;
    drag(event, scrollerOf(this), {
      move: (_x, y) => {
        const lines = [...this.renderRoot.querySelectorAll<HTMLElement>('[role="treeitem"]')];
        const at = lines.findIndex((line) => y <= line.getBoundingClientRect().bottom);
        const { line } = this.rows[at] ?? {};
        const { top = 0, height = 0 } = lines[at]?.getBoundingClientRect() ?? {};
        const isAfter = y > top + height / 2;
        spot = line && dropOnLine(session.value.peek(), pointers, line, isAfter);
        lines.forEach((node, index) => {
          node.classList.toggle('drop-before', spot !== undefined && index === at && !isAfter);
          node.classList.toggle('drop-after', spot !== undefined && index === at && isAfter);
        });
      },
      drop: () => {
        if (spot) moveToSpot(session, pointers, spot);
      },
      end: () => {
        for (const node of this.renderRoot.querySelectorAll('.drop-before, .drop-after'))
          node.classList.remove('drop-before', 'drop-after');
      },
    });
  }

  private toggle(event: Event, id: string, isOpen: boolean | undefined): void {
    if (isOpen === undefined) return;
    event.stopPropagation();
    this.folded = new Map(this.folded).set(id, isOpen);
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.altKey) return;
    const at = this.rows.findIndex(
      (_, index) => this.renderRoot.querySelectorAll('[role="treeitem"]')[index]?.getAttribute('tabindex') === '0',
    );
    const row = this.rows[at];
    if (!row) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter')
      this.dispatchEvent(new CustomEvent('jc-properties-open', { bubbles: true, composed: true }));
    else if (event.key === ' ') this.select(at, isCommand ? 'toggle' : 'one');
    else if (isCommand && event.key.toLowerCase() === 'a')
      this.session?.select(between(this.rows, 0, this.rows.length - 1));
    else if (event.key.length === 1 && !isCommand) this.find(event.key, at);
    else {
      const step = isCommand ? undefined : treeStep(this.rows, at, event.key);
      if (!step) return;
      if (step.fold !== undefined) this.folded = new Map(this.folded).set(row.line.id, step.fold);
      if (step.to !== undefined) this.select(step.to, event.shiftKey ? 'range' : 'one');
    }
    this.wantsFocus = true;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Goes to the next line whose title begins with what is typed. */
  private find(key: string, at: number): void {
    const now = performance.now();
    this.typed = now - this.typedAt < 700 ? this.typed + key : key;
    this.typedAt = now;
    const order = [...this.rows.keys()].map(
      (index) => (at + index + (this.typed.length === 1 ? 1 : 0)) % this.rows.length,
    );
    const found = order.find((index) =>
      this.rows[index]?.line.title.toLowerCase().startsWith(this.typed.toLowerCase()),
    );
    if (found !== undefined) this.select(found, 'one');
  }
}
