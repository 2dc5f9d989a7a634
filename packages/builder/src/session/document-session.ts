import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Json } from '@jiceng/core/json/json.js';
import type { Bilingual, Language, Problem, Result } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { JsonDocument, type Intent, type KeptDocument } from '../document/json-document.ts';
import { textsAlong } from './texts-along.ts';

/**
 * One document being drawn, definition or report: its text, what is selected in it, and what its gate says of it. Every
 * part of a builder reads and changes the document here and nowhere else, so that undo knows of everything.
 */
export class DocumentSession<T> {
  readonly document: JsonDocument;
  readonly language: Signal<Language>;
  /** The content as it is now, admitted or not. */
  readonly value: ReadonlySignal<Json>;
  /** What the gate says of the content. While the text is not JSON, that. */
  readonly checked: ReadonlySignal<Result<T>>;
  /** What is wrong now, with places in the document. */
  readonly problems: ReadonlySignal<readonly Problem[]>;
  /** The last content that was admitted; `undefined` until there was one. */
  readonly admitted: ReadonlySignal<T | undefined>;
  /** JSON Pointers in the document of what is selected. */
  readonly selection: ReadonlySignal<readonly string[]>;
  /** What was last done, to be announced to those who do not see it. */
  readonly said = signal('');

  constructor(kept: string | KeptDocument, gate: (content: Json) => Result<T>, language: Language) {
    this.document = new JsonDocument(kept);
    this.language = signal(language);
    this.value = this.document.value;
    this.selection = this.document.selection;
    this.checked = computed(() => {
      const broken = this.document.broken.value;
      return broken ? { ok: false, problems: [broken] } : gate(this.value.value);
    });
    this.problems = computed(() => (this.checked.value.ok ? [] : this.checked.value.problems));
    let last: T | undefined;
    this.admitted = computed(() => (this.checked.value.ok ? (last = this.checked.value.value) : last));
  }

  /** Selects what stands at `pointers`. What is typed next is a step of undo of its own. */
  select(pointers: readonly string[]): void {
    this.document.closeGroup();
    this.document.selection.value = pointers;
  }

  /**
   * Changes the document in one step of undo and says so. Answers whether it was done: while the text is not JSON
   * nothing is, nor what is locked; `said` tells why. Translations are addressed by place: they go along with what is
   * moved, and go with what is removed; `behind` is done after that.
   */
  edit(intent: Intent, edits: readonly Edit[], select?: readonly string[], behind: readonly Edit[] = []): boolean {
    const reason = this.document.broken.peek()?.reason ?? this.refused(edits);
    if (reason) {
      this.said.value = reason[this.language.peek()];
      return false;
    }
    this.document.edit(intent, [...edits, ...textsAlong(this.value.peek(), edits), ...behind], select);
    this.said.value = intent.title[this.language.peek()];
    return true;
  }

  /** Why these edits may not be made; `undefined` where they may. */
  protected refused(_edits: readonly Edit[]): Bilingual | undefined {
    return undefined;
  }

  undo(): boolean {
    const step = this.document.undo();
    if (step)
      this.said.value = { 'zh-CN': `已撤销：${step.title['zh-CN']}`, en: `Undone: ${step.title.en}` }[
        this.language.peek()
      ];
    return step !== undefined;
  }

  redo(): boolean {
    const step = this.document.redo();
    if (step)
      this.said.value = { 'zh-CN': `已重做：${step.title['zh-CN']}`, en: `Done again: ${step.title.en}` }[
        this.language.peek()
      ];
    return step !== undefined;
  }
}
