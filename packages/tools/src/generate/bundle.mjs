// A schema with what it borrows from its siblings as parts of its own, for those who follow `#/…` only.
import { readFileSync } from 'node:fs';

/** @typedef {Record<string, any>} Schema */

/**
 * @param {string} file path of the schema
 * @param {string[]} siblings paths of all schemas beside it
 * @returns {Schema}
 */
export function bundled(file, siblings) {
  const read = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8'));
  const byId = new Map(siblings.map((path) => [read(path).$id, path]));
  const schema = read(file);
  /** @type {Schema} */
  const borrowed = {};
  /** @param {any} node @param {Schema | undefined} home the sibling that the node comes from @returns {any} */
  const adopt = (node, home) => {
    if (Array.isArray(node)) return node.map((item) => adopt(item, home));
    if (typeof node !== 'object' || node === null) return node;
    const out = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, adopt(value, home)]));
    if (typeof out.$ref !== 'string') return out;
    const [id = '', path = ''] = out.$ref.split('#');
    const sibling = id === '' ? home : byId.has(id) ? read(/** @type {string} */ (byId.get(id))) : undefined;
    const name = /^\/\$defs\/([^/]+)$/.exec(path)?.[1];
    if (!sibling || name === undefined) return out;
    if (schema.$defs?.[name]) throw new Error(`${file}: its own ${name} hides the one that ${out.$ref} borrows`);
    if (!(name in borrowed)) {
      borrowed[name] = {}; // a definition may contain itself
      borrowed[name] = adopt(sibling.$defs[name], sibling);
    }
    return { ...out, $ref: `#/$defs/${name}` };
  };
  const own = adopt(schema, undefined);
  return Object.keys(borrowed).length > 0 ? { ...own, $defs: { ...own.$defs, ...borrowed } } : own;
}
