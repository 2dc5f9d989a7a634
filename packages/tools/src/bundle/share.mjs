// Siblings use the main file's modules instead of carrying their own: one Lit, one core on a page.
// The main file registers, in `Jiceng.shared`, exactly what some sibling imports from modules that the main file contains anyway.
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Module (absolute path) → the exports of it that are used; none where it is only run. @typedef {Map<string, Set<string>>} Uses */

/**
 * Modules of the main file of which it has little more than a constant: siblings carry their own copy, or all of it would move into the main file.
 * Only for modules without state.
 */
const CARRIED = /^packages\/core\/src\/(engine|generated|life|org)\/|^packages\/core\/src\/record\/values-at\.ts$|^packages\/elements\/src\/grid\/plain-table\.ts$|\/lit-html\/directive-helpers\.js$/;

/** Modules that have code in a bundle, for sharing; other people's re-exporting modules have none and count, too. @param {import('esbuild').Metafile} metafile */
export function modulesOf({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return new Set(inputs.filter(([path, { bytesInOutput }]) => (bytesInOutput > 0 || path.includes('node_modules/')) && !CARRIED.test(path)).map(([path]) => join(root, path)));
}

/**
 * Leaves shared modules outside, so that the output's import statements say what is used of them.
 * @param {ReadonlySet<string>} modules
 * @returns {import('esbuild').Plugin}
 */
export const leaveOut = (modules) => ({
  name: 'shared-modules',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolving') return;
      const found = await build.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' });
      return found.errors.length === 0 && modules.has(found.path) ? { path: `shared:${found.path}`, external: true, sideEffects: true } : undefined;
    });
  },
});

/** An import from a shared module, in esbuild's own output. */
const IMPORT = /^(?:import|export)\b\s*([^;"]*?)\s*(?:from\s*)?"shared:([^"]+)";$/gm;

/** The names in an import clause, with what they are called here. @param {string} clause @returns {[name: string, local: string][]} */
function namesIn(clause) {
  const parts = /^(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\})?$/.exec(clause);
  if (!parts) throw new Error(`cannot be shared: ${clause}`);
  const named = (parts[2] ?? '').split(',').map((part) => part.trim().split(' as ')).filter(([name]) => name);
  return [...(parts[1] ? [/** @type {[string, string]} */ (['default', parts[1]])] : []), ...named.map(([name = '', local = name]) => /** @type {[string, string]} */ ([name, local]))];
}

/**
 * What a sibling imports from shared modules, from its own unminified output.
 * @param {string} code made with `leaveOut`
 * @returns {Uses}
 */
export function usesIn(code) {
  /** @type {Uses} */
  const uses = new Map();
  for (const [statement, clause = '', path = ''] of code.matchAll(IMPORT)) {
    if (statement.startsWith('export')) throw new Error(`cannot be shared: ${statement}`);
    uses.set(path, new Set([...(uses.get(path) ?? []), ...namesIn(clause).map(([name]) => name)]));
  }
  if (/\b(?:import|require)\("shared:/.test(code)) throw new Error('a shared module is imported when needed: import it at the top');
  return uses;
}

/** Uses of all siblings, in a settled order: the place of each is its number. @param {Iterable<Uses>} all */
export function numbered(all) {
  const keys = [...all].flatMap((uses) => [...uses].flatMap(([path, names]) => [...names].map((name) => `${path}\n${name}`)));
  return new Map([...new Set(keys)].sort().map((key, number) => [key, number]));
}

/** The main file's last lines: fills the register. @param {ReadonlyMap<string, number>} numbers @param {string} kit what holds `shared` */
export function registerCode(numbers, kit) {
  const imports = [...numbers].map(([key, number]) => { const [path = '', name = ''] = key.split('\n'); return `import { ${name} as s${number} } from ${JSON.stringify(path)};\n`; });
  return `${imports.join('')}${kit}.shared = [${[...numbers.values()].map((number) => `s${number}`).join(',')}];\n`;
}

/**
 * The sibling's code with the register, which its wrapper calls `__shared`, in place of imports.
 * @param {string} code made with `leaveOut`
 * @param {ReadonlyMap<string, number>} numbers
 */
export const readRegister = (code, numbers) => code.replace(IMPORT, (_, clause, path) =>
  namesIn(clause).map(([name, local]) => `const ${local} = __shared[${numbers.get(`${path}\n${name}`)}];`).join(''));
