// A light reading of TypeScript source: where comments, strings and tagged templates are. Enough for rules that look at
// words and templates.

/**
 * @typedef {object} Template
 * @property {string} tag the name before the back tick, or ''
 * @property {string} text the literal parts, with every expression as spaces, so that offsets still fit the file
 * @property {number} start offset of `text` in the file
 */

/** @param {string} code what stands before a slash */
const regexMayFollow = (code) =>
  /(^|[(,=:[!&|?{};+\-*%<>~^]|\b(return|typeof|case|in|of|do|else|void|yield|await))\s*$/.test(code);
/** Same length, same lines, nothing else. @param {string} text */
const blank = (text) => text.replace(/[^\n]/g, ' ');

/**
 * @param {string} text a module
 * @returns {{ code: string, bare: string, templates: Template[] }} `code`: comments blanked; `bare`: the insides of
 *   strings and templates blanked, too
 */
export function readSource(text) {
  /** @type {Template[]} */
  const templates = [];
  let code = '';
  let bare = '';
  let at = 0;
  const copy = (/** @type {number} */ to) => {
    const part = text.slice(at, to);
    code += part;
    bare += part;
    at = to;
  };
  const comment = (/** @type {number} */ to) => {
    const part = blank(text.slice(at, to));
    code += part;
    bare += part;
    at = to;
  };
  const quoted = (/** @type {number} */ to) => {
    const part = text.slice(at, to);
    code += part;
    bare += blank(part);
    at = to;
  };
  const string = (/** @type {number} */ to) => {
    copy(at + 1);
    if (to - 1 > at) quoted(to - 1);
    if (to > at) copy(to);
  };
  const endOf = (/** @type {RegExp} */ pattern, /** @type {number} */ from) => {
    pattern.lastIndex = from;
    const found = pattern.exec(text);
    return found ? found.index + found[0].length : text.length;
  };

  /** Reads code up to the brace that closes an expression in a template, or to the end. @param {boolean} inTemplate */
  function readCode(inTemplate) {
    let depth = 0;
    while (at < text.length) {
      const char = text[at];
      const two = text.slice(at, at + 2);
      if (two === '//') comment(endOf(/$/gm, at));
      else if (two === '/*') comment(endOf(/\*\//g, at + 2));
      else if (char === "'" || char === '"')
        string(endOf(char === "'" ? /(?:[^'\\\n]|\\[^])*'?/g : /(?:[^"\\\n]|\\[^])*"?/g, at + 1));
      else if (char === '`') readTemplate();
      else if (char === '/' && regexMayFollow(bare.slice(-30)))
        quoted(endOf(/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])*\/[a-z]*/g, at + 1));
      else {
        if (char === '{') depth++;
        if (char === '}' && depth-- === 0 && inTemplate) return;
        copy(at + 1);
      }
    }
  }

  function readTemplate() {
    const tag = /([\w$.]+)(?:<[^<>()]*>)?\s*$/.exec(bare.slice(-80))?.[1] ?? '';
    copy(at + 1);
    const template = {
      tag: /^(return|case|of|in|typeof|await|yield|default)$/.test(tag) ? '' : tag,
      text: '',
      start: at,
    };
    templates.push(template);
    while (at < text.length && text[at] !== '`') {
      const from = at;
      if (text.startsWith('${', at)) {
        copy(at + 2);
        readCode(true);
        copy(Math.min(at + 1, text.length));
        template.text += blank(text.slice(from, at));
      } else {
        quoted(Math.min(at + (text[at] === '\\' ? 2 : 1), text.length));
        template.text += text.slice(from, at);
      }
    }
    copy(Math.min(at + 1, text.length));
  }

  readCode(false);
  return { code, bare, templates };
}

/** @param {string} text @param {number} offset */
export const lineAt = (text, offset) => text.slice(0, offset).split('\n').length;
