import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { admit } from '@jiceng/core/definition/admit.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Language, Problem, Result } from '@jiceng/core/text/problem.js';
import type { Edit } from '../document/edit.ts';
import { JsonDocument, type Intent, type KeptDocument } from '../document/json-document.ts';

/** What surrounds the definition that is drawn. Everything may be missing: one can draw with nothing at hand. */
export interface Supplies {
  /** The definitions in force beside this one: for facts, hand-overs and questions asked twice. */
  readonly definitions?: readonly Definition[];
  /** Where to publish, and records to try changes on. */
  readonly dataSource?: DataSource;
  /** Who draws. */
  readonly person?: Person;
  /** The present moment of the data set, as local date and time; without it examples use the definition's own. */
  readonly now?: string;
}

/**
 * One definition being drawn: the document, what is selected in it, and what the gate says of it. Every part of the builder reads and
 * changes the definition here and nowhere else, so that undo knows of everything.
 */
export class BuilderSession {
  readonly document: JsonDocument;
  readonly supplies: Signal<Supplies>;
  readonly language: Signal<Language>;
  /** The content as it is now, admitted or not. */
  readonly value: ReadonlySignal<Json>;
  /** What the gate says of the content. While the text is not JSON, that. */
  readonly checked: ReadonlySignal<Result<Definition>>;
  /** What is wrong now, with places in the definition. */
  readonly problems: ReadonlySignal<readonly Problem[]>;
  /** The last content that was admitted: what can be filled in, measured and compared. `undefined` until there was one. */
  readonly definition: ReadonlySignal<Definition | undefined>;
  /** JSON Pointers in the definition of what is selected: `/record/properties/phone`, `/view/0`, `/score/dimensions/0/items/2`, `/moves/1`. */
  readonly selection: ReadonlySignal<readonly string[]>;
  /** What was last done, to be announced to those who do not see it. */
  readonly said = signal('');

  constructor(kept: string | KeptDocument, supplies: Supplies = {}, language: Language = 'zh-CN') {
    this.document = new JsonDocument(kept);
    this.supplies = signal(supplies);
    this.language = signal(language);
    this.value = this.document.value;
    this.selection = this.document.selection;
    this.checked = computed(() => {
      const broken = this.document.broken.value;
      return broken ? { ok: false, problems: [broken] } : admit(this.value.value);
    });
    this.problems = computed(() => (this.checked.value.ok ? [] : this.checked.value.problems));
    let last: Definition | undefined;
    this.definition = computed(() => (this.checked.value.ok ? (last = this.checked.value.value) : last));
  }

  /** Selects what stands at `pointers`. What is typed next is a step of undo of its own. */
  select(pointers: readonly string[]): void {
    this.document.closeGroup();
    this.document.selection.value = pointers;
  }

  /**
   * Changes the definition in one step of undo and says so. Answers whether it was done: while the text is not JSON nothing is,
   * and `said` tells why.
   */
  edit(intent: Intent, edits: readonly Edit[], select?: readonly string[]): boolean {
    const broken = this.document.broken.peek();
    if (broken) {
      this.said.value = broken.reason[this.language.peek()];
      return false;
    }
    this.document.edit(intent, edits, select);
    this.said.value = intent.title[this.language.peek()];
    return true;
  }

  undo(): boolean {
    const step = this.document.undo();
    if (step) this.said.value = { 'zh-CN': `已撤销：${step.title['zh-CN']}`, en: `Undone: ${step.title.en}` }[this.language.peek()];
    return step !== undefined;
  }

  redo(): boolean {
    const step = this.document.redo();
    if (step) this.said.value = { 'zh-CN': `已重做：${step.title['zh-CN']}`, en: `Done again: ${step.title.en}` }[this.language.peek()];
    return step !== undefined;
  }
}
