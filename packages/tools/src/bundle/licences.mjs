// Whose code a bundle contains, and under which licences: what others ask us to keep.
import { readFileSync } from 'node:fs';
import { at } from '../root.mjs';

/** The package.json at a path from the root. @param {string} path */
export const packageJson = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** One line for each package of others that has code in a bundle. @param {import('esbuild').Metafile} metafile */
export function licences({ outputs }) {
  const inputs = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs)
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
      .map(([path]) => path),
  );
  const names = [
    ...new Set(
      inputs
        .map((file) => /node_modules\/((?:@[^/]+\/)?[^/.][^/]*)\/(?!.*node_modules\/)/.exec(file))
        .filter((match) => match !== null),
    ),
  ];
  return [
    ...new Set(
      names.map((match) => {
        const folder = match.input.slice(0, match.index + match[0].length);
        const { name, version, license, author } = packageJson(`${folder}package.json`);
        return `${name} ${version} (${license}${author ? `, ${String(author.name ?? author).replace(/\s*[<(].*$/, '')}` : ''})`;
      }),
    ),
  ].sort();
}
