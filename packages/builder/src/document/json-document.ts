import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual, Problem } from '@jiceng/core/text/problem.js';
import { splicesOf } from './apply.ts';
import type { Edit } from './edit.ts';
import { brokenAt, notJson } from './json-tree.ts';
import { inverse, spliceBetween, spliced, type Splice } from './splice.ts';

/** What a person meant by a change: the unit of undo. */
export interface Intent {
  /** What was done, as undo names it: “删除字段‘联系电话’”. */
  readonly title: Bilingual;
  /**
   * Changes with one group that follow each other are one step of undo, such as the letters typed into one property.
   */
  readonly group?: string;
}

/** One step of undo: what was done, and the text's change. Plain data, to be kept. */
export interface Step extends Intent {
  readonly splices: readonly Splice[];
  /** Pointers that were selected before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A document with its history, to be kept and opened again. */
export interface KeptDocument {
  readonly text: string;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

/** So many steps are kept; the oldest are forgotten first. */
const MOST_STEPS = 2000;

/**
 * A JSON document that is edited. Its truth is the text: what the builder does not know, key order and the way numbers
 * are written stay as they are, and the canvas and the JSON view share one undo. While the text is not JSON, `value` is
 * the last that was.
 */
export class JsonDocument {
  /** Pointers of what is selected; a step of undo brings them back. */
  readonly selection = signal<readonly string[]>([]);
  readonly text: ReadonlySignal<string>;
  /** The content; while the text is broken, the last content before. */
  readonly value: ReadonlySignal<Json>;
  /** Why the text is not JSON; `undefined` when it is. */
  readonly broken: ReadonlySignal<Problem | undefined>;
  /** What undo and redo would do next; `undefined` where there is nothing. */
  readonly nextUndo: ReadonlySignal<Step | undefined>;
  readonly nextRedo: ReadonlySignal<Step | undefined>;

  private readonly current = signal('');
  private readonly undone = signal<readonly Step[]>([]);
  private readonly done = signal<readonly Step[]>([]);
  private isGroupOpen = false;

  /**
   * Opens a text, or what was kept (which may be broken). Throws a RangeError for a first text that is not JSON: there
   * would be nothing to show.
   */
  constructor(kept: string | KeptDocument) {
    const { text, undo, redo } = typeof kept === 'string' ? { text: kept, undo: [], redo: [] } : kept;
    const at = brokenAt(text);
    if (at !== undefined && typeof kept === 'string') throw new RangeError(notJson(text, at).reason.en);
    this.current.value = text;
    this.done.value = undo;
    this.undone.value = redo;
    this.text = this.current;
    let last = lastJson(text, undo);
    const read = computed<{ readonly value: Json; readonly broken?: Problem }>(() => {
      const now = this.current.value;
      try {
        return { value: (last = JSON.parse(now) as Json) };
      } catch {
        return { value: last, broken: notJson(now, brokenAt(now) ?? 0) };
      }
    });
    this.value = computed(() => read.value.value);
    this.broken = computed(() => read.value.broken);
    this.nextUndo = computed(() => lastOf(this.done.value));
    this.nextRedo = computed(() => lastOf(this.undone.value));
  }

  /**
   * Makes `edits` as one step. Throws a RangeError where one does not fit; nothing is changed then. `select`: what is
   * selected afterwards.
   */
  edit(intent: Intent, edits: readonly Edit[], select?: readonly string[]): void {
    this.step(intent, splicesOf(this.current.peek(), edits), select);
  }

  /** Takes over a text that a person edits as text. */
  setText(intent: Intent, text: string): void {
    const splice = spliceBetween(this.current.peek(), text);
    if (splice) this.step(intent, [splice]);
  }

  /** The next change begins a step of its own, though its group be the same: a field was left. */
  closeGroup(): void {
    this.isGroupOpen = false;
  }

  /** Takes the last step back. Answers it, or `undefined` where there is none. */
  undo(): Step | undefined {
    return this.go(
      this.done,
      this.undone,
      (step) => inverse(step.splices),
      (step) => step.before,
    );
  }

  /** Makes the last step taken back again. */
  redo(): Step | undefined {
    return this.go(
      this.undone,
      this.done,
      (step) => step.splices,
      (step) => step.after,
    );
  }

  /** What must be kept to go on later, undo included. */
  kept(): KeptDocument {
    return { text: this.current.peek(), undo: this.done.peek(), redo: this.undone.peek() };
  }

  private step({ title, group }: Intent, splices: readonly Splice[], select = this.selection.peek()): void {
    if (splices.length === 0) {
      this.selection.value = select;
      return;
    }
    this.value.peek(); // remembered, should the text be broken from now on
    const text = spliced(this.current.peek(), splices);
    const last = lastOf(this.done.peek());
    const isMore = this.isGroupOpen && group !== undefined && last?.group === group;
    const step: Step = isMore
      ? { ...last, title, splices: merged(last.splices, splices), after: select }
      : { title, ...(group === undefined ? {} : { group }), splices, before: this.selection.peek(), after: select };
    this.done.value = [...this.done.peek().slice(isMore ? 0 : -MOST_STEPS, isMore ? -1 : undefined), step];
    this.undone.value = [];
    this.isGroupOpen = true;
    this.current.value = text;
    this.selection.value = select;
  }

  private go(
    from: typeof this.done,
    to: typeof this.done,
    splicesOf: (step: Step) => readonly Splice[],
    select: (step: Step) => readonly string[],
  ): Step | undefined {
    const step = lastOf(from.peek());
    if (!step) return undefined;
    this.value.peek();
    this.current.value = spliced(this.current.peek(), splicesOf(step));
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), step];
    this.isGroupOpen = false;
    this.selection.value = select(step);
    return step;
  }
}

/** The content of the last text that was JSON, going back from `text`. */
function lastJson(text: string, undo: readonly Step[]): Json {
  let now = text;
  for (let at = undo.length; brokenAt(now) !== undefined && at > 0; at--)
    now = spliced(now, inverse(undo[at - 1]?.splices ?? []));
  return brokenAt(now) === undefined ? (JSON.parse(now) as Json) : null;
}

const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1];

/** Splices in a row; where typing replaces what typing brought, one splice instead of a growing list. */
function merged(before: readonly Splice[], next: readonly Splice[]): readonly Splice[] {
  const [last, first] = [lastOf(before), next[0]];
  if (!last || !first || first.at !== last.at || first.removed !== last.inserted) return [...before, ...next];
  return [...before.slice(0, -1), { at: last.at, removed: last.removed, inserted: first.inserted }, ...next.slice(1)];
}
