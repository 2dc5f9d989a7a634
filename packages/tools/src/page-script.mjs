import { build } from 'esbuild';
import { dirname } from 'node:path';

/**
 * A script for a page out of a module and the packages and files that it imports, as a host's own build would make it.
 * @param {string} entry path of the module, JSX allowed
 * @param {readonly string[]} packages folders of npm packages that it may import by name
 */
export async function pageScript(entry, packages = []) {
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: dirname(entry),
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    loader: { '.js': 'jsx' },
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: packages.map((folder) => dirname(folder)),
    logLevel: 'silent',
  });
  return result.outputFiles[0]?.text ?? '';
}
