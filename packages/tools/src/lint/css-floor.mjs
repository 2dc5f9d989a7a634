// CSS in templates reaches browsers as written, so it is held to what Chromium 80 understands. Inside `@supports`
// anything goes.
import { lineAt } from './source.mjs';

/** @type {[RegExp, string][]} */
const selectors = [
  [/:has\(/, ':has'],
  [/:is\(/, ':is'],
  [/:where\(/, ':where'],
  [/:dir\(/, ':dir'],
  [/:state\(/, ':state'],
  [/:modal\b/, ':modal'],
  [/:popover-open\b/, ':popover-open'],
  [/:user-(in)?valid\b/, ':user-invalid'],
  [/:not\([^()]*,/, 'a list in :not()'],
  [/(^|[\s,>+~(])&/, 'nesting'],
];
/** @type {[RegExp, string][]} */
const properties = [
  [/^inset($|-)/, 'inset: use top, right, bottom, left'],
  [/^(margin|padding)-(inline|block)$/, 'write the -start and -end longhands'],
  [/^border-(inline|block)(-(width|style|color))?$/, 'write the -start and -end longhands'],
  [/^aspect-ratio$/, 'aspect-ratio'],
  [/^container(-|$)/, 'container queries'],
  [/^(translate|rotate|scale)$/, 'use transform'],
];
/** @type {[RegExp, string][]} */
const values = [
  [/(?<![\w#-])[\d.]+rem\b/, 'rem follows the host page: use px tokens'],
  [/color-mix\(/, 'color-mix'],
  [/\b(oklch|oklab|lch|lab|hwb|color|light-dark)\(/, 'a colour function'],
  [/[\d.](d|s|l)v(h|w|min|max|b|i)\b/, 'dvh and its kin'],
  [/[\d.]cq(w|h|i|b|min|max)\b/, 'container units'],
  [/\bsubgrid\b/, 'subgrid'],
  [/url\(\s*['"]?(https?:|\/\/)/, 'a foreign address'],
];

/** Comments and strings blanked, lengths kept. @param {string} css */
const plain = (css) =>
  css.replace(/\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (part) =>
    part.startsWith('/*') ? part.replace(/[^\n]/g, ' ') : part,
  );

/**
 * @param {string} css
 * @returns {{ at: number, message: string }[]}
 */
export function aboveFloor(css) {
  const text = plain(css);
  /** @type {{ at: number, message: string }[]} */
  const problems = [];
  /**
   * @typedef {{ kind: 'rule' | 'group' | 'free' | 'page', declarations: { name: string, value: string, at: number }[]
   *   }} Block
   */
  /** @type {Block[]} */
  const stack = [];
  let start = 0;
  const say = (/** @type {number} */ at, /** @type {string} */ what) => {
    if (!stack.some((block) => block.kind === 'free'))
      problems.push({ at, message: `Chromium 80 has no such CSS, or the house rules forbid it: ${what}` });
  };
  const declare = (/** @type {number} */ end) => {
    const part = text.slice(start, end);
    const match = /^(\s*)([\w-]+)\s*:([^]*)$/.exec(part);
    const block = stack[stack.length - 1];
    if (match && block) {
      const [, space = '', name = '', value = ''] = match;
      const at = start + space.length;
      block.declarations.push({ name, value: value.trim(), at });
      if (!name.startsWith('--')) for (const [pattern, what] of properties) if (pattern.test(name)) say(at, what);
      const unquoted = value.replace(/"[^"]*"|'[^']*'/g, (part) => (/\/\//.test(part) ? part : '""'));
      for (const [pattern, what] of values) if (pattern.test(unquoted)) say(at, what);
      if (name === 'overflow' && /\bclip\b/.test(value)) say(at, 'overflow: clip');
    }
    start = end + 1;
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") {
      const end = text.indexOf(char, at + 1);
      at = end < 0 ? text.length : end;
    } else if (char === '(') {
      let depth = 1;
      while (depth && ++at < text.length) depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    } else if (char === ';') {
      if (/^\s*@(import|layer|charset)/.test(text.slice(start, at)))
        say(start + text.slice(start).search(/\S/), text.slice(start, at).trim());
      declare(at);
    } else if (char === '{') {
      const head = text.slice(start, at);
      const place = start + Math.max(0, head.search(/\S/));
      const rule = /^\s*@([\w-]+)/.exec(head)?.[1];
      /** @type {Block['kind']} */
      let kind = 'rule';
      if (rule === undefined) {
        if (stack.some((block) => block.kind === 'rule')) say(place, 'nesting');
        for (const [pattern, what] of selectors) if (pattern.test(head)) say(place, what);
        if (/:focus-visible/.test(head) && /,(?![^(]*\))/.test(head))
          say(place, ':focus-visible in a list drops the whole rule: give it a rule of its own');
      } else if (rule === 'supports') kind = 'free';
      else if (/^(font-face|page|counter-style)$/.test(rule)) kind = 'page';
      else if (/^(media|keyframes|-webkit-keyframes)$/.test(rule)) {
        kind = 'group';
        if (stack.some((block) => block.kind === 'rule')) say(place, 'nesting');
        if (rule === 'media' && /[<>]/.test(head)) say(place, 'media ranges with < and >');
      } else say(place, `@${rule}`);
      stack.push({ kind, declarations: [] });
      start = at + 1;
    } else if (char === '}') {
      declare(at);
      const closed = stack[stack.length - 1];
      if (closed) {
        const grid = closed.declarations.some(
          ({ name, value }) => (name === 'display' && /grid/.test(value)) || name.startsWith('grid-template'),
        );
        const columns = closed.declarations.some(({ name }) => /^column(s|-count|-width)$/.test(name));
        for (const { name, at: place } of closed.declarations)
          if (/^(row-|column-)?gap$/.test(name) && !grid && !(columns && name === 'column-gap'))
            say(place, `${name} outside a grid: use margins, or display: grid in the same rule`);
      }
      stack.pop();
      start = at + 1;
    }
  }
  return problems;
}

/** @type {import('./rules.mjs').Rule} */
export function cssFloor({ path, text, templates }) {
  if (path.startsWith('packages/tools/') || /\.(test|e2e)\.\w+$/.test(path)) return [];
  if (path.endsWith('.css')) return aboveFloor(text).map(({ at, message }) => ({ line: lineAt(text, at), message }));
  return templates
    .filter(({ tag }) => tag === 'css')
    .flatMap((template) =>
      aboveFloor(template.text).map(({ at, message }) => ({ line: lineAt(text, template.start + at), message })),
    );
}
