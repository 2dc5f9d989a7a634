import type { Snapshot } from '@jiceng/core/engine/contract.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Result } from '@jiceng/core/text/problem.js';

let admit: typeof import('@jiceng/core/admit/admit.js').admit | undefined;
const verdicts = new WeakMap<object, Result<Definition>>();

/** Loads the gate, which only definitions that no store has let in have to pass. */
export async function loadGate(): Promise<void> {
  ({ admit } = await import('@jiceng/core/admit/admit.js'));
}

/**
 * What the gate says of a definition; one of `snapshot` has passed it before. `undefined` while the gate is not loaded.
 */
export function verdictOn(definition: Definition, snapshot: Snapshot | undefined): Result<Definition> | undefined {
  if (snapshot?.definition(definition.id, definition.version)?.definition === definition)
    return { ok: true, value: definition };
  if (typeof definition !== 'object') return admit?.(definition);
  let verdict = verdicts.get(definition);
  if (!verdict && admit) verdicts.set(definition, (verdict = admit(definition)));
  return verdict;
}
