// Runs the end-to-end tests: `node packages/tools/src/end-to-end.mjs [part of a path …]`.
// A test file starts the site with `startSite()` and a browser with `launch()`.
import { runTests } from './node-tests.mjs';
import { browsersSideBySide } from './run.mjs';
import { buildSite } from './site.mjs';
import { endToEndTests } from './tests-of.mjs';

if (!(await buildSite())) process.exit(1);
await runTests(endToEndTests(), {
  words: process.argv.slice(2),
  what: 'end-to-end tests',
  concurrency: browsersSideBySide,
});
