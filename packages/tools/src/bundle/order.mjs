// The order of modules in a bundle. gzip finds a repetition only within 32 KB, so what is alike stands together.

/** Kinds of modules, each together; the last is the rest. A module is of the first kind that fits. */
const KINDS = [
  /styles\.[jt]s$|\/tokens\.[jt]s$/,
  /messages\.[jt]s$|texts?\.[jt]s$/,
  /^packages\/core\//,
  /^packages\//,
];

/**
 * Where each kind stands, found by trying: texts between the core, whose words they have, and the elements; in the main
 * file the elements come first.
 */
const PLACES = { sibling: [0, 2, 1, 3], main: [0, 2, 3, 1] };

const kindOf = (/** @type {string} */ path) => KINDS.findIndex((kind) => kind.test(path));
const folderOf = (/** @type {string} */ path) => path.slice(0, path.lastIndexOf('/'));

/**
 * Modules of ours in a bundle as they should follow each other: by kind, then folder by folder as the bundle first
 * meets them. A module still runs after those that it imports.
 * @param {import('esbuild').Metafile} metafile
 * @param {keyof typeof PLACES} [where]
 */
export function orderOf({ outputs }, where = 'sibling') {
  const paths = Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && kindOf(path) >= 0 && /\.[jt]s$/.test(path))
    .map(([path]) => path);
  const folders = [...new Set(paths.map(folderOf))];
  const place = (/** @type {string} */ path) => PLACES[where][kindOf(path)] ?? 0;
  return [...paths].sort(
    (a, b) =>
      place(a) - place(b) ||
      folders.indexOf(folderOf(a)) - folders.indexOf(folderOf(b)) ||
      paths.indexOf(a) - paths.indexOf(b),
  );
}
