import { admit } from '@jiceng/core/admit/admit.js';
import { admitDrawing } from '@jiceng/core/admit/local-drawing.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition, OrgLevel } from '@jiceng/core/generated/definition.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { Bilingual, Language } from '@jiceng/core/text/problem.js';
import { signal, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Edit } from '../document/edit.ts';
import type { KeptDocument } from '../document/json-document.ts';
import { lockOfEdits } from '../document/lock.ts';
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
  /**
   * The definition of the level above, of which only the local part is drawn: the document is then its drawing
   * (locks/local-session.ts).
   */
  readonly core?: Definition;
  /** The level for which is drawn; absent: the definition's own, which may change everything. */
  readonly level?: OrgLevel;
}

/**
 * One definition being drawn. Pointers of the selection: `/record/properties/phone`, `/view/0`,
 * `/score/dimensions/0/items/2`, `/moves/1`.
 */
export class BuilderSession extends DocumentSession<Definition> {
  readonly supplies: Signal<Supplies>;

  constructor(kept: string | KeptDocument, supplies: Supplies = {}, language: Language = 'zh-CN') {
    const given = signal(supplies);
    super(kept, (content) => (given.value.core ? admitDrawing(content, given.value.core) : admit(content)), language);
    this.supplies = given;
  }

  /**
   * The last content that was admitted: what can be filled in, measured and compared. `undefined` until there was one.
   */
  get definition(): ReadonlySignal<Definition | undefined> {
    return this.admitted;
  }

  protected override refused(edits: readonly Edit[]): Bilingual | undefined {
    return lockOfEdits(edits, this.supplies.peek(), this.value.peek());
  }
}
