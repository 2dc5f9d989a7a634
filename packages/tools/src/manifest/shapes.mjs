// The TypeScript types that a manifest names, found in the sources: what an event hands over, what a property takes.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** @typedef {{ name: string, file: string, text: string }} Shape */

/** Types of these folders are made from schemas, which have references of their own. */
const fromSchemas = /^packages\/core\/src\/generated\//;

/** Where an import leads. @param {string} file the module that imports @param {string} from */
function fileOf(file, from) {
  const [, name, path] = /^@jiceng\/(\w+)\/(.+)\.js$/.exec(from) ?? [];
  if (name) return `packages/${name}/src/${path}.ts`;
  return from.startsWith('.') ? normalize(join(dirname(file), from)) : undefined;
}

/**
 * The type called `name` where `file` declares or imports it; undefined for types of the platform and of libraries.
 * @param {string} file path from the root
 * @param {string} name
 * @param {(path: string) => string} locate
 * @returns {Shape | undefined}
 */
export function shapeOf(file, name, locate, hops = 0) {
  if (hops > 5 || !existsSync(locate(file))) return undefined;
  const text = readFileSync(locate(file), 'utf8');
  const start = text.search(new RegExp(`^export (interface|type) ${name}\\b`, 'm'));
  if (start >= 0) {
    const rest = text.slice(start);
    // An interface of several lines ends at a brace in the first column, one of a single line with it, another type
    // with the first `;` that ends a line.
    const [whole = ''] = /^export interface (?:.*\}$|[\s\S]*?^\})|^export type [\s\S]*?;$/m.exec(rest) ?? [];
    const [doc = ''] = /\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n$/.exec(text.slice(0, start)) ?? [];
    return { name, file, text: `${doc}${whole.replace(/^export /, '')}` };
  }
  for (const [, names = '', from = ''] of text.matchAll(
    /^(?:import|export)(?: type)? \{([^}]*)\} from '([^']+)';$/gm,
  )) {
    if (!names.split(',').some((each) => each.replace(/^\s*type /, '').trim() === name)) continue;
    const next = fileOf(file, from);
    return next ? shapeOf(next, name, locate, hops + 1) : undefined;
  }
  return undefined;
}

/**
 * Every type that `types` name, and where `deep` those that these name, each once; those that schemas describe are left
 * out.
 * @param {readonly { file: string, type: string, deep: boolean }[]} types
 * @param {(path: string) => string} locate
 */
export function shapesOf(types, locate) {
  /** @type {Map<string, Shape>} */
  const found = new Map();
  const queue = [...types];
  for (let next; (next = queue.shift());) {
    for (const [name] of next.type.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^']*'/g, '').matchAll(/\b[A-Z]\w+\b/g)) {
      const shape = shapeOf(next.file, name, locate);
      const key = shape && `${shape.file} ${name}`;
      if (!key || found.has(key) || fromSchemas.test(shape.file)) continue;
      found.set(key, shape);
      if (next.deep) queue.push({ file: shape.file, type: shape.text, deep: true });
    }
  }
  return [...found.values()];
}
