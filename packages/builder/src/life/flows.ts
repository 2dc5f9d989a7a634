import { compile } from '@jiceng/core/definition/compile.js';
import { placesOf } from '@jiceng/core/definition/places.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Language } from '@jiceng/core/text/problem.js';

/** One thing that goes from a form to another: facts that are read, or records that are started. */
export interface Flow {
  readonly kind: 'facts' | 'handover';
  readonly id: string;
  /** The other form's title. */
  readonly title: string;
  /** What goes: titles of facts or of hand-overs. */
  readonly what: readonly string[];
}

/** The facts that a definition reads, by id; a definition that cannot be compiled reads none. */
function factsRead(definition: Definition): Set<string> {
  try {
    const { formula } = compile(definition);
    return new Set(placesOf(definition).formulas.flatMap(({ text }) => formula(text).facts.map(({ id }) => id)));
  } catch {
    return new Set();
  }
}

/** What comes into an admitted definition from the others, and what goes from it to them. */
export function flowsOf(
  definition: Definition,
  others: readonly Definition[],
  language: Language,
): { readonly incoming: readonly Flow[]; readonly outgoing: readonly Flow[] } {
  const rest = others.filter(({ id }) => id !== definition.id);
  const title = (id: string) => {
    const found = rest.find((other) => other.id === id);
    return found ? translated(found, language).title : id;
  };
  const titlesOf = (by: Definition, read: ReadonlySet<string>) =>
    (translated(by, language).facts ?? []).filter(({ id }) => read.has(id)).map((fact) => fact.title);
  const handed = (by: Definition, to: string) =>
    (translated(by, language).handovers ?? [])
      .filter((handover) => handover.to === to)
      .map((handover) => handover.title);
  const flow = (kind: Flow['kind'], id: string, what: readonly string[]): Flow[] =>
    what.length > 0 ? [{ kind, id, title: title(id), what }] : [];
  const reads = factsRead(definition);
  const targets = [...new Set((definition.handovers ?? []).map(({ to }) => to))].filter((to) => to !== definition.id);
  return {
    incoming: rest.flatMap((other) => [
      ...flow('facts', other.id, titlesOf(other, reads)),
      ...flow('handover', other.id, handed(other, definition.id)),
    ]),
    outgoing: [
      ...rest.flatMap((other) => flow('facts', other.id, titlesOf(definition, factsRead(other)))),
      ...targets.flatMap((to) => flow('handover', to, handed(definition, to))),
    ],
  };
}
