// What stands inside css`…` and html`…` reaches pages as written; here it travels without comments, indentation and
// last semicolons.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import { at } from '../root.mjs';
import { readSource } from '../lint/source.mjs';

/** Stands for `${…}` where a whole rule may stand; the minifier keeps rules that it does not know. */
const hole = (/** @type {number} */ at) => `@jc-hole-${at};`;

/**
 * @param {string} css the literal as written, expressions and escapes included
 * @returns {string} the same style sheet, or `css` itself where expressions stand inside a rule
 */
function shrinkCss(css) {
  /** @type {string[]} */
  const expressions = [];
  const text = css.replace(/(?<=(?:^|[{};])\s*)\$\{\s*[\w$.]+\s*\}(?!\s*[:{])/g, (expression) =>
    hole(expressions.push(expression) - 1),
  );
  if (/[`\\]|\$\{/.test(text)) return css;
  const { code, warnings } = transformSync(text, {
    loader: 'css',
    minify: true,
    target: 'chrome80',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const wrong = warnings.filter((warning) => !warning.text.includes('jc-hole'));
  if (wrong.length) throw new Error(wrong.map(({ text }) => text).join('\n'));
  let found = 0;
  const result = code.trim().replace(/@jc-hole-(\d+);?/g, (_, at) => {
    found++;
    return expressions[Number(at)] ?? '';
  });
  return found === expressions.length ? result : css;
}

/**
 * Line ends stay, for the code inside expressions and because they may part words.
 * @param {string} markup the literal as written, with its expressions
 */
const shrinkMarkup = (markup) => markup.replace(/[ \t]*\n\s*/g, '\n');

/** @param {string} source a module in TypeScript or JavaScript */
export function shrinkTemplates(source) {
  let result = '';
  let from = 0;
  for (const { tag, text, start } of readSource(source).templates) {
    const shrinkIt = tag === 'css' ? shrinkCss : tag === 'html' || tag === 'svg' ? shrinkMarkup : undefined;
    if (!shrinkIt || start < from) continue;
    result += source.slice(from, start) + shrinkIt(source.slice(start, start + text.length));
    from = start + text.length;
  }
  return result + source.slice(from);
}

/**
 * A classic script has no modules to import when needed: what the source so imports, the script has at once, or a
 * sibling brings it. Left alone, such an import keeps the bundler from joining modules.
 * @param {string} source a module in TypeScript or JavaScript
 * @param {(path: string) => string | undefined} [siblingOf] which sibling brings a module
 */
export function importAtOnce(source, siblingOf = () => undefined) {
  /** @type {string[]} */
  const paths = [];
  const result = source.replace(/(?<!typeof )\bimport\('([^']+)'\)/g, (_, path) => {
    const sibling = siblingOf(path);
    return sibling === undefined ? `Promise.resolve(later${paths.push(path) - 1})` : `window.Jiceng.load('${sibling}')`;
  });
  return paths.map((path, at) => `import * as later${at} from '${path}';`).join('') + result;
}

/** @param {string} name @param {(source: string, path: string) => string} change @returns {import('esbuild').Plugin} */
function plugin(name, change) {
  /**
   * A family is bundled in rounds, and most modules are in several bundles. @type {Map<string,
   * import('esbuild').OnLoadResult | undefined>}
   */
  const known = new Map();
  /** @param {string} path @returns {import('esbuild').OnLoadResult | undefined} */
  const load = (path) => {
    const source = readFileSync(path, 'utf8');
    const changed = change(/css`|html`|svg`/.test(source) ? shrinkTemplates(source) : source, path);
    return changed === source ? undefined : { contents: changed, loader: path.endsWith('.ts') ? 'ts' : 'js' };
  };
  return {
    name,
    setup: ({ onLoad }) =>
      onLoad({ filter: /[\\/](core|elements|builder|client|sheet)[\\/](src|dist)[\\/].*\.[jt]s$/ }, ({ path }) => {
        if (!known.has(path)) known.set(path, load(path));
        return known.get(path);
      }),
  };
}

export const shrink = plugin('shrink-templates', (source) => source);

/** Where a module of ours stands. @param {string} from the file that imports it @param {string} path as it says */
const moduleAt = (from, path) => {
  const [, name, rest] = /^@jiceng\/([\w-]+)\/(.+)\.js$/.exec(path) ?? [];
  return name === undefined ? join(dirname(from), path) : at(`packages/${name}/src/${rest}.ts`);
};

/**
 * The same for classic scripts.
 * @param {ReadonlyMap<string, string>} siblings names by the absolute path of the module that each brings
 */
export const shrinkAtOnce = (siblings) =>
  plugin('shrink-templates-at-once', (source, from) =>
    importAtOnce(source, (path) => siblings.get(moduleAt(from, path))),
  );
