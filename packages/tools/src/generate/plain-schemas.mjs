// Our schemas as the gates carry them.
import { basename } from 'node:path';
import { bundled } from './bundle.mjs';
import { constantOf } from './machines.mjs';
import { nameOf } from './schema-types.mjs';

/** Keywords that explain and never judge; browsers need not carry them. */
const TEXTS = new Set(['title', 'description', 'default']);

/** Keywords whose values are data. */
const DATA = new Set(['enum', 'const', 'examples']);

/**
 * One of our own schemas as a module for the gates: without texts, so that a browser carries a quarter of it.
 * @param {string} file path of the schema
 * @param {string[]} files paths of all of them
 */
export const plainSchemaModule = (file, files) =>
  `// Generated from schemas/${basename(file)} without its texts. Do not edit.\n\nexport const ${constantOf(nameOf(file))}Schema: unknown = ${JSON.stringify(withoutTexts(bundled(file, files), false))};\n`;

/**
 * @param {any} schema
 * @param {boolean} byName whether the keys are names of data rather than keywords
 * @returns {any}
 */
function withoutTexts(schema, byName) {
  if (Array.isArray(schema)) return schema.map((item) => withoutTexts(item, false));
  if (typeof schema !== 'object' || schema === null) return schema;
  /** @type {Record<string, unknown>} */
  const plain = {};
  for (const [key, value] of Object.entries(schema)) {
    if (!byName && TEXTS.has(key) && typeof value !== 'object') continue;
    plain[key] =
      !byName && DATA.has(key)
        ? value
        : withoutTexts(value, !byName && (key === 'properties' || key === '$defs' || key === 'patternProperties'));
  }
  return plain;
}
