import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import { admit } from '@jiceng/core/definition/admit.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Language } from '@jiceng/core/text/problem.js';
import type { KeptDocument } from '../document/json-document.ts';
import { DocumentSession } from './document-session.ts';

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

/** One definition being drawn. Pointers of the selection: `/record/properties/phone`, `/view/0`, `/score/dimensions/0/items/2`, `/moves/1`. */
export class BuilderSession extends DocumentSession<Definition> {
  readonly supplies: Signal<Supplies>;

  constructor(kept: string | KeptDocument, supplies: Supplies = {}, language: Language = 'zh-CN') {
    super(kept, admit, language);
    this.supplies = signal(supplies);
  }

  /** The last content that was admitted: what can be filled in, measured and compared. `undefined` until there was one. */
  get definition(): ReadonlySignal<Definition | undefined> {
    return this.admitted;
  }
}
