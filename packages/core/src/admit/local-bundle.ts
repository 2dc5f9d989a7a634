import { LOCAL_PARTS, withoutLocalParts } from '../definition/without-local.ts';
import type { Definition } from '../generated/definition.ts';
import type { LocalPart } from '../generated/local-part.ts';
import { isObject, own, type Json } from '../json/json.ts';
import type { Result } from '../text/problem.ts';
import { nextVersion } from '../version/version-number.ts';
import { hasPartShape, withLocalParts } from './local-part.ts';

/** Whether a document is a local part rather than a definition. */
export function isLocalPart(document: unknown): document is LocalPart {
  return (
    isObject(document) &&
    own(document as { readonly [key: string]: Json }, 'local') !== undefined &&
    isObject(own(document as { readonly [key: string]: Json }, 'extends'))
  );
}

/** The parts that townships have in a bundle, as they wrote them; what is no local part of this definition is left out. */
export function localPartsOf(definition: Definition): readonly LocalPart[] {
  const parts: readonly unknown[] = definition[LOCAL_PARTS] ?? [];
  return parts.filter((part): part is LocalPart => hasPartShape(part) && part.extends.id === definition.id);
}

/**
 * The next version of `current` with `part` in it: beside the parts of other townships, and in place of what it was
 * before. The core stays as it is. Problems have their places in the part.
 */
export function withLocalPart(current: Definition, part: LocalPart): Result<Definition> {
  const { migration: _, ...core } = withoutLocalParts(current);
  const next = { ...core, version: nextVersion(current.version, 'minor') } as Definition;
  const here = (each: LocalPart): LocalPart => ({ ...each, extends: { id: each.extends.id, version: next.version } });
  const others = localPartsOf(current).filter(({ id }) => id !== part.id);
  // The version that the part was written for must be the one in force; the others were judged when they came in.
  const judged = withLocalParts({ ...next, version: current.version }, [part]);
  const whole = judged.ok ? withLocalParts(next, [...others, part].map(here)) : judged;
  return whole.ok
    ? whole
    : {
        ok: false,
        problems: whole.problems.map((found) => ({ ...found, pointer: found.pointer.replace(/^\/\d+/, '') })),
      };
}
