// A reporter for node:test: says what failed and why, how much ran, and a closing line that check.mjs adds up.
import { relative } from 'node:path';
import { inspect } from 'node:util';

/** Node's stack lines that nobody needs. @param {string} stack */
const tidy = (stack) =>
  stack
    .split('\n')
    .filter((line) => !/^\s+at .*(node:internal|node:async_hooks|\/node_modules\/)/.test(line))
    .join('\n');

/** @param {any} error */
function reason(error) {
  const cause = error?.cause ?? error;
  if (typeof cause === 'string') return cause;
  return tidy(cause?.stack ?? inspect(cause));
}

/** @param {AsyncIterable<any>} source */
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  const files = new Set();
  for await (const { type, data } of source) {
    if (data?.file) files.add(data.file);
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const suite = data.details?.type === 'suite';
    if (type === 'test:pass') {
      if (data.name === data.file) {
        // Node takes a file without a test for a passed one
        failed++;
        yield `\n✖ ${relative(process.cwd(), data.file)}: no test in this file\n`;
      } else if (!suite && data.skip === undefined && data.todo === undefined) passed++;
      continue;
    }
    const error = data.details?.error;
    // A suite fails when a test in it does, and that test has been counted; a hook that fails has not.
    if (error?.failureType === 'subtestsFailed') continue;
    failed++;
    yield `\n✖ ${data.file ? `${relative(process.cwd(), data.file)}:${data.line} ` : ''}${data.name}\n${reason(error).replace(/^/gm, '  ')}\n`;
  }
  yield `\nNode tests in ${files.size} files\n${passed} passed, ${failed} failed\n`;
}
