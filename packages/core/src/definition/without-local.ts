import type { Definition } from '../generated/definition.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { valueAt } from '../json/pointer.ts';

/** Where a definition keeps the parts that were bundled into it, as townships wrote them. */
export const LOCAL_PARTS = 'x-local-parts';

/** Whether a part of a definition (a field's schema, a section, a rule, a dimension) was added by a township. */
export const isLocal = (part: unknown): boolean =>
  isObject(part as Json) && own(part as { readonly [key: string]: Json }, 'x-local') !== undefined;

/** The core alone of a definition to which townships have added their parts: what another place begins with. */
export function withoutLocalParts(definition: Definition): Definition {
  const { record, parameters, view, rules, score, texts } = definition;
  if (
    ![...Object.values(record.properties), ...(view ?? []), ...(rules ?? []), ...(score?.dimensions ?? [])].some(
      isLocal,
    )
  )
    return definition;
  const named = <T extends object>(parts: T): T =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith('x_'))) as T;
  const listed = <T extends readonly unknown[]>(parts: T): T => parts.filter((part) => !isLocal(part)) as unknown as T;
  const { [LOCAL_PARTS]: _, ...rest } = definition;
  const core = {
    ...rest,
    record: {
      ...record,
      properties: Object.fromEntries(
        Object.entries(record.properties).filter(([, schema]) => !isLocal(schema)),
      ) as typeof record.properties,
    },
    ...(parameters ? { parameters: named(parameters) } : {}),
    ...(view ? { view: listed(view) } : {}),
    ...(rules ? { rules: listed(rules) } : {}),
    ...(score ? { score: { ...score, dimensions: listed(score.dimensions) } } : {}),
  };
  const isThere = ([pointer]: readonly [string, unknown]): boolean =>
    valueAt(core as unknown as Json, pointer) !== undefined;
  return {
    ...core,
    ...(texts
      ? {
          texts: Object.fromEntries(
            Object.entries(texts).map(([language, entries]) => [
              language,
              Object.fromEntries(Object.entries(entries).filter(isThere)),
            ]),
          ),
        }
      : {}),
  };
}
