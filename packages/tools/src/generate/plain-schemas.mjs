// Our schemas as the gates carry them.
import { bundled } from './bundle.mjs';
import { constantOf } from './machines.mjs';
import { nameOf } from './schema-types.mjs';

/** Keywords that explain and never judge; browsers need not carry them. */
const TEXTS = new Set(['title', 'description', 'default']);

/** Keywords whose values are data. */
const DATA = new Set(['enum', 'const', 'examples']);

/**
 * Our own schemas as one module for the gates: without texts, so that a browser carries a quarter of them.
 * @param {string[]} files paths of the schemas
 */
export function plainSchemasModule(files) {
  const constants = files.map((file) => `export const ${constantOf(nameOf(file))}Schema: unknown = ${JSON.stringify(withoutTexts(bundled(file, files), false))};\n`);
  return `// Generated from schemas/*.schema.json without their texts. Do not edit.\n\n${constants.join('\n')}`;
}

/** @param {any} schema @param {boolean} byName whether the keys are names of data rather than keywords @returns {any} */
function withoutTexts(schema, byName) {
  if (Array.isArray(schema)) return schema.map((item) => withoutTexts(item, false));
  if (typeof schema !== 'object' || schema === null) return schema;
  /** @type {Record<string, unknown>} */
  const plain = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!byName && TEXTS.has(key) && typeof value !== 'object') continue;
    plain[key] = !byName && DATA.has(key) ? value : withoutTexts(value, !byName && (key === 'properties' || key === '$defs' || key === 'patternProperties'));
  }
  return plain;
}
