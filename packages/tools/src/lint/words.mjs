// Words that turn text into markup or code, and words that only a policy-free page could live with.
import { lineAt } from './source.mjs';

/** @type {[RegExp, string][]} */
const inCode = [
  [/\bunsafe(HTML|SVG|Static|MathML)\b/g, 'texts are shown as text, never as markup'],
  [/\binnerHTML\b/g, 'build nodes or render a template'],
  [/\bouterHTML\s*\+?=(?!=)/g, 'build nodes or render a template'],
  [/\binsertAdjacentHTML\b/g, 'build nodes or render a template'],
  [/\bsetHTMLUnsafe\b|\bparseHTMLUnsafe\b|\bcreateContextualFragment\b/g, 'build nodes or render a template'],
  [/\bsrcdoc\b/g, 'frames load files'],
  [/\bdocument\s*\.\s*write(ln)?\b/g, 'build nodes or render a template'],
  [/(?<![\w.$])eval\s*\(/g, 'no code from text'],
  [/\bnew\s+Function\b|(?<![\w.$])Function\s*\(/g, 'no code from text'],
  [/\bset(Timeout|Interval)\s*\(\s*['"`]/g, 'no code from text'],
  [/\bpostMessage\s*\([^()]*,\s*['"]\*['"]/g, 'name the exact origin'],
  [/\bstyleMap\b/g, 'blocked by a strict policy on its first render: use classes or cssVars'],
];
/** @type {[RegExp, string][]} */
const inTemplates = [
  [/\sstyle\s*=/g, '`style=` is blocked by a strict policy: use classes or cssVars'],
  [/<style\b/gi, '<style> is blocked by a strict policy: use static styles'],
  [/<script\b/gi, 'no scripts in templates'],
  [/\son[a-z]+\s*=/g, 'listen with @event'],
];

/** @type {import('./rules.mjs').Rule} */
export function forbiddenWords({ path, text, code, templates }) {
  if (/^packages\/tools\/|\.(test|bench|e2e)\.\w+$|\/test\/|\/vendor\//.test(path)) return [];
  const problems = [];
  for (const [pattern, why] of inCode)
    for (const match of code.matchAll(pattern))
      problems.push({ line: lineAt(text, match.index), message: `${match[0].trim()}: ${why}` });
  for (const template of templates.filter(({ tag }) => /(^|\.)(html|svg)$/.test(tag))) {
    for (const [pattern, why] of inTemplates)
      for (const match of template.text.matchAll(pattern))
        problems.push({ line: lineAt(text, template.start + match.index + 1), message: why });
  }
  return problems;
}
