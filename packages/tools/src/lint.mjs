// The rules that are ours alone; oxlint runs beside it. `node packages/tools/src/lint.mjs [folder or file …]`
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { findFiles } from './files.mjs';
import { floors } from './lint/floors.mjs';
import { lintText } from './lint/rules.mjs';
import { topLevel } from './lint/shape.mjs';
import { at, root } from './root.mjs';

/** Names at the top that git knows or would take. */
function topNames() {
  const git = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const names =
    git.status === 0
      ? git.stdout
          .split('\n')
          .filter(Boolean)
          .map((path) => path.replace(/^"?([^/]*).*$/, '$1'))
      : readdirSync(root).filter((name) => name !== 'node_modules');
  return [...new Set(names)];
}

const places = process.argv.slice(2);
const files = findFiles(places.length ? places : ['packages', 'stories'], /\.(ts|mts|mjs|js|css)$/).map((path) => ({
  path,
  text: readFileSync(at(path), 'utf8'),
}));
const problems = [
  ...topLevel(topNames()),
  ...files.flatMap(({ path, text }) => lintText(path, text)),
  ...floors(files),
];
for (const { path, line, message } of problems) console.error(`${path}:${line}: ${message}`);
console.log(`${files.length} files, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
