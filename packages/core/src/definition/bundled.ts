import { isObject, own, type Json, type JsonObject } from '../json/json.ts';
import { childPointer } from '../json/pointer.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';

/** Address under which `schemas/parts.json` is known; never fetched. */
const PARTS = 'https://jiceng.dev/schemas/parts/1.json#/$defs/';
const HERE = '#/$defs/';

/**
 * The definition as one document: every shared part that its record schema refers to is copied into the schema's own
 * `$defs`, with its translations, and the references lead there. This is what is published and what `admit` takes. A
 * document without shared parts comes back as it is; anything else about it is left to `admit`. `parts` is the content
 * of `schemas/parts.json`.
 */
export function bundled(document: unknown, parts: JsonObject): Result<unknown> {
  const record = isObject(document) ? own(document, 'record') : undefined;
  if (!isObject(document) || !isObject(record)) return { ok: true, value: document };
  const used = new Map<string, Json>();
  const problems: Problem[] = [];
  const known = own(parts, '$defs');
  const take = (name: string, pointer: string): string => {
    const part = isObject(known) ? own(known, name) : undefined;
    if (part === undefined)
      problems.push(
        problem(pointer, 'unknown-part', `没有名为“${name}”的共用部件。`, `there is no shared part called ${name}`),
      );
    else if (!used.has(name)) {
      used.set(name, null);
      used.set(
        name,
        rewritten(part, pointer, (inner) => (inner.startsWith(HERE) ? take(inner.slice(HERE.length), pointer) : inner)),
      );
    }
    return HERE + name;
  };
  const schema = rewritten(record, '/record', (reference, pointer) =>
    reference.startsWith(PARTS) ? take(reference.slice(PARTS.length), pointer) : reference,
  ) as JsonObject;
  if (used.size === 0 && problems.length === 0) return { ok: true, value: document };
  const taken = own(record, '$defs');
  for (const name of used.keys()) {
    if (isObject(taken) && own(taken, name) !== undefined)
      problems.push(
        problem(
          childPointer('/record/$defs', name),
          'part-clash',
          `“${name}”与共用部件同名，请改名。`,
          `${name} is also the name of a shared part that is used here; choose another name`,
        ),
      );
  }
  if (problems.length > 0) return { ok: false, problems };
  const $defs = { ...(isObject(taken) ? taken : {}), ...Object.fromEntries(used) };
  return {
    ok: true,
    value: {
      ...document,
      record: { ...schema, $defs },
      ...textsWith(own(document, 'texts'), own(parts, 'texts'), used),
    },
  };
}

/**
 * A copy of a schema with each `$ref` replaced; values that only look like schemas (constants, defaults, examples)
 * stay.
 */
function rewritten(value: Json, pointer: string, reference: (ref: string, pointer: string) => string): Json {
  if (Array.isArray(value))
    return value.map((entry: Json, at) => rewritten(entry, childPointer(pointer, at), reference));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const place = childPointer(pointer, key);
      if (key === '$ref' && typeof inner === 'string') return [key, reference(inner, place)];
      return [
        key,
        key === 'const' || key === 'default' || key === 'enum' || key === 'examples'
          ? inner
          : rewritten(inner, place, reference),
      ];
    }),
  );
}

/** The document's translations with those of the parts; the document's own words win. */
function textsWith(
  texts: Json | undefined,
  shared: Json | undefined,
  used: ReadonlyMap<string, Json>,
): { readonly texts?: JsonObject } {
  if (!isObject(texts) || !isObject(shared)) return {};
  const languages = Object.entries(texts).map(([language, translations]) => {
    const known = own(shared, language);
    if (!isObject(known) || !isObject(translations)) return [language, translations] as const;
    const copied = Object.entries(known)
      .filter(([pointer]) => used.has(pointer.split('/')[2] ?? ''))
      .map(([pointer, text]) => [`/record${pointer}`, text] as const);
    return [language, { ...Object.fromEntries(copied), ...translations }] as const;
  });
  return { texts: Object.fromEntries(languages) };
}
