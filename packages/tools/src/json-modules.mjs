// For the browser runner: a module that another imports as JSON reaches the browser as a script, since the runner's
// compiler drops the import's `with`. Documents that tests fetch stay documents.
import { readFileSync } from 'node:fs';
import { at } from './root.mjs';

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export const jsonModules = () => ({
  name: 'json-modules',
  resolveImport: ({ source }) => (/^\.{1,2}\/.*\.json$/.test(source) ? `${source}?module` : undefined),
  serve(context) {
    if (!context.path.endsWith('.json') || context.query.module === undefined) return;
    return { type: 'js', body: `export default ${readFileSync(at(context.path.slice(1)), 'utf8')};` };
  },
});
