// Siblings use the modules of the files below them instead of carrying their own: one Lit, one core on a page.
// The main file registers, in `Jiceng.shared`, exactly what some sibling imports from modules that the main file
// contains anyway; a sibling
// on which others stand does the same in `Jiceng.parts`.
import { join } from 'node:path';
import { root } from '../root.mjs';

/**
 * What is used of the files below, as lines: the holder's word, the module (absolute path), the export.
 * @typedef {Set<string>} Uses
 */

/** The number of each line of uses that concern one holder. @typedef {ReadonlyMap<string, number>} Register */

/** The word of the main file. */
export const MAIN = 'main';

/** The name of a bundle's file. @param {string} out */
export const fileOf = (out) => out.replace(/^.*\//, '');

/** What a bundle is called among its like: the rest of `jiceng-*.js`. @param {import('./bundles.mjs').Bundle} bundle */
export const wordOf = ({ main, out }) => (main ? MAIN : fileOf(out).replace(/^jiceng-|\.js$/g, ''));

/**
 * The word of the sibling on which one stands, by its name: `report-builder` stands on `report`, and `report` on the
 * main file. The loader in packages/elements/src/bundle/load.ts goes by the same rule.
 * @param {string} word
 */
export const belowOf = (word) => word.replace(/(^|-)[^-]+$/, '') || MAIN;

/**
 * Modules of which a file has little more than a constant: those above it carry their own copy, or all of it would move
 * into the file. Only for modules without state. By the holder's word.
 * @type {Readonly<Record<string, RegExp>>}
 */
const CARRIED = {
  [MAIN]:
    /^packages\/core\/src\/(engine|generated|life|org)\/|^packages\/core\/src\/record\/values-at\.ts$|^packages\/elements\/src\/grid\/plain-table\.ts$|\/lit-html\/directive-helpers\.js$/,
  report: /^packages\/core\/src\/report\/check\//,
};

/**
 * Modules that have code in a bundle, for sharing; other people's re-exporting modules have none and count, too.
 * @param {import('esbuild').Metafile} metafile
 * @param {string} holder
 */
export function modulesOf({ outputs }, holder) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return inputs
    .filter(
      ([path, { bytesInOutput }]) =>
        (bytesInOutput > 0 || path.includes('node_modules/')) && CARRIED[holder]?.test(path) !== true,
    )
    .map(([path]) => join(root, path));
}

/**
 * Where imports lead, by folder and path; a family asks for the same ones again and again. @type {Map<string,
 * Promise<import('esbuild').ResolveResult>>}
 */
const resolved = new Map();

/**
 * Leaves shared modules outside, so that the output's import statements say what is used of them.
 * @param {ReadonlyMap<string, string>} holders words by the modules that each holds
 * @returns {import('esbuild').Plugin}
 */
export const leaveOut = (holders) => ({
  name: 'shared-modules',
  setup(build) {
    build.onResolve({ filter: /./ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || pluginData === 'resolving') return;
      const key = `${resolveDir}\n${path}`;
      if (!resolved.has(key))
        resolved.set(key, build.resolve(path, { kind, importer, resolveDir, pluginData: 'resolving' }));
      const found = await /** @type {Promise<import('esbuild').ResolveResult>} */ (resolved.get(key));
      const holder = found.errors.length === 0 ? holders.get(found.path) : undefined;
      return holder === undefined
        ? undefined
        : { path: `shared:${holder}:${found.path}`, external: true, sideEffects: true };
    });
  },
});

/** An import from a shared module, in esbuild's own output. */
const IMPORT = /^(?:import|export)\b\s*([^;"]*?)\s*(?:from\s*)?"shared:([\w-]+):([^"]+)";$/gm;

/**
 * The names in an import clause, with what they are called here.
 * @param {string} clause
 * @returns {[name: string, local: string][]}
 */
function namesIn(clause) {
  const parts = /^(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\})?$/.exec(clause);
  if (!parts) throw new Error(`cannot be shared: ${clause}`);
  const named = (parts[2] ?? '')
    .split(',')
    .map((part) => part.trim().split(' as '))
    .filter(([name]) => name);
  return [
    ...(parts[1] ? [/** @type {[string, string]} */ (['default', parts[1]])] : []),
    ...named.map(([name = '', local = name]) => /** @type {[string, string]} */ ([name, local])),
  ];
}

/** One line of uses. @param {string} holder @param {string} path @param {string} name */
const use = (holder, path, name) => `${holder}\n${path}\n${name}`;

/**
 * What a sibling imports from shared modules, from its own unminified output.
 * @param {string} code made with `leaveOut`
 * @returns {Uses}
 */
export function usesIn(code) {
  /** @type {Uses} */
  const uses = new Set();
  for (const [statement, clause = '', holder = '', path = ''] of code.matchAll(IMPORT)) {
    if (statement.startsWith('export')) throw new Error(`cannot be shared: ${statement}`);
    for (const [name] of namesIn(clause)) uses.add(use(holder, path, name));
  }
  if (/\b(?:import|require)\("shared:/.test(code))
    throw new Error('a shared module is imported when needed: import it at the top');
  return uses;
}

/**
 * What is used of one holder, in a settled order: the place of each is its number.
 * @param {readonly Uses[]} all
 * @param {string} holder
 * @returns {Register}
 */
export function numbered(all, holder) {
  const lines = all.flatMap((uses) => [...uses]).filter((line) => line.startsWith(`${holder}\n`));
  return new Map([...new Set(lines)].sort().map((line, number) => [line, number]));
}

/**
 * The holder's last lines: fills its register.
 * @param {Register} register
 * @param {string} place where the register is, as code
 */
export function registerCode(register, place) {
  const imports = [...register].map(([line, number]) => {
    const [, path = '', name = ''] = line.split('\n');
    return `import { ${name} as s${number} } from ${JSON.stringify(path)};\n`;
  });
  return `${imports.join('')}${place} = [${[...register.values()].map((number) => `s${number}`).join(',')}];\n`;
}

/** What a sibling's wrapper calls the register of a holder. @param {string} holder */
export const registerName = (holder) => `__${holder.replace(/-/g, '_')}`;

/**
 * The sibling's code with registers in place of imports.
 * @param {string} code made with `leaveOut`
 * @param {ReadonlyMap<string, Register>} registers by their holders
 */
export const readRegisters = (code, registers) =>
  code.replace(IMPORT, (_, clause, holder, path) =>
    namesIn(clause)
      .map(
        ([name, local]) =>
          `const ${local} = ${registerName(holder)}[${registers.get(holder)?.get(use(holder, path, name))}];`,
      )
      .join(''),
  );
