// What stands around the code of a bundle: what keeps it away from a page that cannot have it, and where it leaves what
// it gives to the page and to other bundles.
import { transform } from 'esbuild';
import { notice } from './notice.mjs';
import { belowOf, fileOf, MAIN, registerName, wordOf } from './share.mjs';

/** @typedef {import('./bundles.mjs').Bundle} Bundle */

/** A line that warns, and ends the script. @param {string} text an expression in ES5 */
const stop = (text) => `{if(window.console)console.warn(${text});return;}`;

/**
 * What runs before everything: a second copy only says so; without custom elements a notice stands in each place.
 * It is ES5 and needs nothing.
 * @param {string} version
 */
const guard = (version) =>
  `if(typeof customElements==="undefined"||typeof Proxy==="undefined"){${notice(version)}return;}` +
  `if(window.Jiceng&&window.Jiceng.version)${stop(`"Jiceng "+window.Jiceng.version+" is already on this page; the copy "+${JSON.stringify(version)}+" stays away."`)}`;

/**
 * Siblings need the main file of the same build, and the sibling on which they stand, once.
 * @param {string} version
 * @param {Bundle} bundle
 * @param {string} build
 */
function siblingGuard(version, bundle, build) {
  const file = fileOf(bundle.out);
  const word = wordOf(bundle);
  const below = belowOf(word);
  const isThere = (/** @type {string} */ name) => `window.Jiceng.loaded.indexOf(${JSON.stringify(name)})>=0`;
  const needs = `${file} ${version} (${build}) needs jiceng.js of the same build before it; `;
  return (
    'if(typeof customElements==="undefined"||typeof Proxy==="undefined"){return;}' +
    `if(!window.Jiceng)${stop(JSON.stringify(`${needs}it is missing.`))}` +
    `if(window.Jiceng.build!==${JSON.stringify(build)})${stop(`${JSON.stringify(needs)}+"this page has "+window.Jiceng.version+" ("+window.Jiceng.build+")."`)}` +
    `if(${isThere(word)})${stop(JSON.stringify(`${file} is already on this page.`))}` +
    (below === MAIN
      ? ''
      : `if(!(${isThere(below)}))${stop(JSON.stringify(`${file} needs jiceng-${below}.js before it; it is missing.`))}`)
  );
}

/** The main file: its default export becomes the global. @param {string} version @param {string} code */
export const mainScript = (version, code) => `${guard(version)}${code}window.Jiceng=Main.default;`;

/**
 * A sibling: its exports join the global's.
 * @param {Bundle} bundle
 * @param {string} text with registers read
 * @param {{ version: string, build: string, target: string[] }} how
 */
export async function siblingScript(bundle, text, { version, build, target }) {
  const word = wordOf(bundle);
  const { code } = await transform(text, {
    format: 'iife',
    globalName: 'Part',
    charset: 'utf8',
    legalComments: 'none',
    target,
  });
  let below = '';
  for (let holder = belowOf(word); holder !== MAIN; holder = belowOf(holder))
    below += `var ${registerName(holder)}=window.Jiceng.parts[${JSON.stringify(holder)}];`;
  return `${siblingGuard(version, bundle, build)}var ${registerName(MAIN)}=window.Jiceng.shared;${below}${code}Object.assign(window.Jiceng,typeof Part==="undefined"?{}:Part);window.Jiceng.loaded.push(${JSON.stringify(word)});`;
}
