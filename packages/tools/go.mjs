// The launcher behind `npm start` and `npm test`: installs what is missing with the pinned pnpm, then runs a script.
// It has no dependencies of its own, so it works on a machine that has nothing but Node.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);
const pnpm = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).packageManager.split('+')[0];
// npm passes its own settings on as variables; pnpm would warn about those it does not know.
const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_config_/i.test(key)));

for (const args of [['install', '--frozen-lockfile'], process.argv.slice(2)]) {
  const run = spawnSync('npx', ['--yes', pnpm, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
