// TypeScript types from our schemas.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { compile } from 'json-schema-to-typescript';

/** Stands in a schema for `x-` keys, which the generator would turn into an index over every name. */
const ANY_X = 'x-*';

/** Data, in which words like `title` are not keywords. */
const verbatim = new Set(['enum', 'const', 'default', 'examples']);
/** Keywords whose keys are names. */
const named = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** @param {Record<string, any>} schemas */
const each = (schemas) => Object.fromEntries(Object.entries(schemas).map(([name, value]) => [name, inOldWords(value)]));

/**
 * A schema in words that the generator knows: tuples, closed objects with `x-` keys, no types named by Chinese titles,
 * no tuples where a list has a minimum.
 * @param {any} node
 * @returns {any}
 */
export function inOldWords(node) {
  if (Array.isArray(node)) return node.map(inOldWords);
  if (node === null || typeof node !== 'object') return node;
  const { prefixItems, unevaluatedProperties, $defs, title, minItems, maxItems, patternProperties, ...rest } = node;
  /** @type {Record<string, any>} */
  const out = {};
  for (const [key, value] of Object.entries(rest))
    out[key] = verbatim.has(key) ? value : named.has(key) ? each(value) : inOldWords(value);
  if (title !== undefined) out.description = [title, rest.description].filter(Boolean).join(': ');
  if ($defs) out.definitions = each($defs);
  if (Array.isArray(prefixItems)) {
    out.additionalItems = rest.items === undefined ? true : inOldWords(rest.items);
    out.items = prefixItems.map(inOldWords);
    Object.assign(out, minItems === undefined ? {} : { minItems }, maxItems === undefined ? {} : { maxItems });
  }
  if (unevaluatedProperties !== undefined && rest.additionalProperties === undefined)
    out.additionalProperties = inOldWords(unevaluatedProperties);
  if (patternProperties) {
    const { '^x-': x, ...others } = patternProperties;
    if (Object.keys(others).length) out.patternProperties = each(others);
    if (x !== undefined) out.properties = { ...out.properties, [ANY_X]: {} };
  }
  if (typeof out.$ref === 'string') {
    const $ref = out.$ref.replace('/$defs/', '/definitions/');
    // else each use becomes a numbered copy
    return out.description ? { description: out.description, allOf: [{ $ref }] } : { $ref };
  }
  return out;
}

/** Types whose file name TypeScript has already taken. @type {Record<string, string>} */
const typeNames = { record: 'StoredRecord' };

/** The last part of a schema's name: `definition.schema.json` → `definition`. @param {string} file */
export const nameOf = (file) => basename(file).replace(/\.schema\.json$/, '');

/**
 * Resolves `$ref`s to sibling schemas by file name, whether they are written relative or by a sibling's `$id`.
 * @param {string} folder
 * @param {string[]} siblings file names in that folder
 */
function siblingResolver(folder, siblings) {
  const ids = new Map(siblings.map((file) => [JSON.parse(readFileSync(join(folder, file), 'utf8')).$id, file]));
  const fileOf = (/** @type {string} */ url) =>
    ids.get(url.replace(/#.*$/, '')) ??
    siblings.find((file) => decodeURI(url).replace(/#.*$/, '').endsWith(`/${file}`));
  return {
    order: 1,
    canRead: (/** @type {{ url: string }} */ { url }) => fileOf(url) !== undefined,
    read: (/** @type {{ url: string }} */ { url }) =>
      JSON.stringify(
        inOldWords(withoutId(JSON.parse(readFileSync(join(folder, /** @type {string} */ (fileOf(url))), 'utf8')))),
      ),
  };
}

/** The name of the type that is made of a schema or of one of its `$defs`. @param {string} name */
const typeName = (name) =>
  typeNames[name] ?? name.replace(/(^|\W)(\w)/g, (_all, _dash, letter) => letter.toUpperCase());

/**
 * A schema that names the types which its siblings already have: objects and choices of objects among their `$defs`.
 * @param {any} node
 * @param {Map<string, { file: string, schema: any }>} siblings by their `$id`
 * @param {Map<string, Set<string>>} imports filled: file → types
 * @returns {any}
 */
function borrowing(node, siblings, imports) {
  if (Array.isArray(node)) return node.map((item) => borrowing(item, siblings, imports));
  if (node === null || typeof node !== 'object') return node;
  const [id = '', name] = typeof node.$ref === 'string' ? node.$ref.split('#/$defs/') : [];
  const sibling = siblings.get(id);
  const lent = name === undefined ? undefined : sibling?.schema.$defs?.[name];
  if (sibling === undefined || !(lent?.properties || lent?.oneOf))
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, borrowing(value, siblings, imports)]));
  const { $ref, ...rest } = node;
  imports.set(sibling.file, (imports.get(sibling.file) ?? new Set()).add(typeName(name)));
  return { ...rest, tsType: typeName(name) };
}

/**
 * A schema in which what all forms of a choice have alike stands once, in a part that they extend.
 * @param {any} schema
 */
function withCommonParts(schema) {
  const own = (/** @type {any} */ { $ref }) => schema.$defs?.[/^#\/\$defs\/(\w+)$/.exec($ref ?? '')?.[1] ?? ''];
  const $defs = { ...schema.$defs };
  for (const [name, { title, oneOf = [] }] of Object.entries($defs)) {
    const forms = oneOf.map(own);
    const [first] = forms;
    if (forms.length < 2 || !forms.every((/** @type {any} */ form) => form?.properties)) continue;
    const isNeeded = (/** @type {any} */ form, /** @type {string} */ key) => (form.required ?? []).includes(key);
    const alike = Object.keys(first.properties).filter((key) =>
      forms.every(
        (/** @type {any} */ form) =>
          isDeepStrictEqual(form.properties[key], first.properties[key]) &&
          isNeeded(form, key) === isNeeded(first, key),
      ),
    );
    if (alike.length < 2) continue;
    const common = `${name}Common`;
    $defs[common] = {
      type: 'object',
      title,
      description: 'What all forms have.',
      properties: Object.fromEntries(alike.map((key) => [key, first.properties[key]])),
      required: alike.filter((key) => isNeeded(first, key)),
      additionalProperties: false,
    };
    for (const [at, form] of forms.entries()) {
      const properties = Object.fromEntries(Object.entries(form.properties).filter(([key]) => !alike.includes(key)));
      $defs[oneOf[at].$ref.slice('#/$defs/'.length)] = {
        ...form,
        properties,
        required: (form.required ?? []).filter((/** @type {string} */ key) => !alike.includes(key)),
        extends: { $ref: `#/$defs/${common}` },
      };
    }
  }
  return schema.$defs ? { ...schema, $defs } : schema;
}

/**
 * The generator resolves relative references against `$id`; ours are identifiers that nobody fetches.
 * @param {any} schema
 */
const withoutId = ({ $id, $schema, ...rest }) => rest;

/**
 * @param {string} file a `*.schema.json`
 * @param {string[]} siblings the other schemas beside it
 */
export async function typesOf(file, siblings) {
  const schemas = new Map(
    siblings.map((sibling) => {
      const schema = JSON.parse(readFileSync(join(dirname(file), sibling), 'utf8'));
      return [schema.$id, { file: sibling, schema }];
    }),
  );
  /** @type {Map<string, Set<string>>} */
  const imports = new Map();
  const schema = borrowing(JSON.parse(readFileSync(file, 'utf8')), schemas, imports);
  const lines = [...imports].map(
    ([from, types]) => `\nimport type { ${[...types].sort().join(', ')} } from './${nameOf(from)}.ts';`,
  );
  const forms = siblingResolver(dirname(file), siblings);
  const text = await compile(inOldWords(withoutId(withCommonParts(schema))), typeName(nameOf(file)), {
    cwd: `${dirname(file)}/`,
    bannerComment: `// Generated from schemas/${basename(file)}: edit the schema and run \`pnpm generate\`; do not edit this file.${lines.join('')}`,
    additionalProperties: true, // as JSON Schema means it; our schemas close what they close
    enableConstEnums: false,
    strictIndexSignatures: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 160 },
    $refOptions: { resolve: { http: false, siblings: forms } },
  });
  return text
    .replaceAll(`'${ANY_X}'?: unknown;`, '[key: `x-${string}`]: unknown;')
    .replace(
      /^ \*\n \* This interface was referenced by `\w+`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/gm,
      '',
    );
}
