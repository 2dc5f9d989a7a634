// The shape of files: short sources, tests that test, and a root that holds only what was agreed.
import { lineAt } from './source.mjs';

export const LIMIT = 300;
/** What is no source, or is data: made or borrowed files, tests and their material, tables of texts, style sheets. */
const UNMEASURED = /\/(generated|test|fixtures|vendor)\/|\.(test|bench|e2e)\.\w+$|\.(messages|styles)\.ts$|\.css$/;

/** @type {import('./rules.mjs').Rule} */
export function fileLength({ path, text }) {
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines <= LIMIT || UNMEASURED.test(path)) return [];
  return [{ line: LIMIT + 1, message: `${lines} lines: over ${LIMIT}; find the part that stands alone` }];
}

/** @type {import('./rules.mjs').Rule} */
export function testFiles({ path, text, bare }) {
  if (!/\.(test|e2e)\.\w+$/.test(path)) return [];
  const problems = [];
  if (!/(?<![\w.])(it|test|check\w*|\w*[sS]uite|\w*[cC]onformance|\w*[cC]ontract)\s*(<[^>]*>)?\(/.test(bare))
    problems.push({ line: 1, message: 'no test in this file' });
  for (const match of bare.matchAll(
    /(?<![\w.])(describe|it|test|suite|context|t)\s*\.\s*(only|skip|todo)\s*\(|(?<![\w.])(fit|xit|fdescribe|xdescribe)\s*\(/g,
  ))
    problems.push({ line: lineAt(text, match.index), message: `${match[0]}…): every test runs` });
  for (const match of bare.matchAll(/[{,]\s*(only|skip|todo)\s*:\s*(true|['"])/g))
    problems.push({ line: lineAt(text, match.index), message: `${match[1]}: every test runs` });
  return problems;
}

const agreed =
  /^(packages|stories|schemas|docs|package\.json|pnpm-workspace\.yaml|pnpm-lock\.yaml|tsconfig\.base\.json|README[\w.-]*\.md|LICENSE|\..+)$/;

/** @param {string[]} names what stands at the top of the repository */
export const topLevel = (names) =>
  names
    .filter((name) => !agreed.test(name))
    .map((name) => ({ path: name, line: 1, message: 'is not among the agreed names at the top of the repository' }));
