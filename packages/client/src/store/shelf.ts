import { admit } from '@jiceng/core/definition/admit.js';
import { compile, type Compiled } from '@jiceng/core/definition/compile.js';
import { isObject, own } from '@jiceng/core/json/json.js';
import type { Problem } from '@jiceng/core/text/problem.js';

/** A document after the gate. */
type Admitted = { readonly compiled: Compiled } | { readonly problems: readonly Problem[] };

/**
 * The definitions of a data set behind the gate. Each is admitted when it is first asked for: a page that shows one form of fifty
 * does not wait for the others.
 */
export class DefinitionShelf {
  private readonly documents: readonly unknown[];
  /** Places of the documents that name an id, the last first. */
  private readonly places = new Map<string, number[]>();
  private readonly known = new Map<number, Admitted>();

  constructor(documents: readonly unknown[]) {
    this.documents = documents;
    documents.forEach((document, at) => {
      const id = isObject(document) ? own(document, 'id') : undefined;
      if (typeof id === 'string') this.places.set(id, [at, ...(this.places.get(id) ?? [])]);
    });
  }

  /** The definition in force: the last one listed that was admitted; or the one of a version. */
  definition(id: string, version?: string): Compiled | undefined {
    for (const at of this.places.get(id) ?? []) {
      const found = this.at(at);
      if ('compiled' in found && (version === undefined || found.compiled.definition.version === version)) return found.compiled;
    }
    return undefined;
  }

  /** All definitions in force. */
  *definitions(): Iterable<Compiled> {
    for (const id of this.places.keys()) {
      const found = this.definition(id);
      if (found) yield found;
    }
  }

  /** What is wrong with documents that were not admitted, by their position. */
  get refused(): ReadonlyMap<number, readonly Problem[]> {
    const refused = new Map<number, readonly Problem[]>();
    this.documents.forEach((_, at) => {
      const found = this.at(at);
      if ('problems' in found) refused.set(at, found.problems);
    });
    return refused;
  }

  private at(place: number): Admitted {
    let found = this.known.get(place);
    if (!found) {
      const result = admit(this.documents[place]);
      this.known.set(place, (found = result.ok ? { compiled: compile(result.value) } : { problems: result.problems }));
    }
    return found;
  }
}
