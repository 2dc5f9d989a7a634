// Starts programs of ours and of our dependencies, and reads how many tests they ran.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { readFileSync } from 'node:fs';
import { root } from './root.mjs';

/** Test files, or pages of one browser, side by side: a core each. */
export const sideBySide = Math.min(8, Math.max(2, availableParallelism()));

/** Browsers side by side: each keeps two cores busy, its own and that of whoever drives it. */
export const browsersSideBySide = Math.floor(sideBySide / 2);

/**
 * The script behind a dependency's command, looked up from a package of ours.
 * @param {string} name of the dependency
 * @param {string} command
 * @param {string} from a folder of ours that depends on it
 */
export function commandOf(name, command, from = root) {
  const require = createRequire(join(from, 'package.json'));
  const folder = require.resolve
    .paths(name)
    ?.map((path) => join(path, name))
    .find((path) => {
      try {
        return readFileSync(join(path, 'package.json'));
      } catch {
        return false;
      }
    });
  if (!folder) throw new Error(`${name} is not installed`);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The last line `N passed, N failed` in a text. @param {string} text */
export function countsIn(text) {
  const last = [...text.matchAll(/^(\d+) passed, (\d+) failed\s*$/gm)].pop();
  return last ? { passed: Number(last[1]), failed: Number(last[2]) } : undefined;
}

/**
 * Runs a Node script, shows its output as it comes, and keeps it.
 * @param {string[]} args script and arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, minutes?: number }} [options] quiet: show nothing;
 *   minutes: ended after so many
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, { cwd = root, env = process.env, quiet = false, minutes = 40 } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (!quiet) process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk) => {
      output += chunk;
      if (!quiet) process.stderr.write(chunk);
    });
    const timer = setTimeout(() => {
      output += `\nEnded after ${minutes} minutes\n`;
      child.kill('SIGKILL');
    }, minutes * 60_000);
    child.once('error', (error) => resolve({ code: 1, output: output + error.message }));
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The folder of a package of ours. @param {string} name */
export const packageFolder = (name) => dirname(join(root, 'packages', name, 'package.json'));
