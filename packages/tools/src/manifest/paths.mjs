// Paths of a manifest's modules, as the sources and as packages name them.

/** The source of a module of the manifest. @param {string} path as it ships */
export const sourceOf = (path) => `packages/elements/${path.replace(/^dist\//, 'src/').replace(/\.js$/, '.ts')}`;

/** What imports call a source. @param {string} file */
export const moduleOf = (file) => file.replace(/^packages\/(\w+)\/src\//, '@jiceng/$1/').replace(/\.ts$/, '.js');

/**
 * Sources of an element's class and of those below it: any of them may import a type that the manifest names.
 * @param {{ path: string, members?: any[] }} element
 */
export const sourcesOf = ({ path, members = [] }) =>
  [...new Set([path, ...members.map(({ inheritedFrom }) => inheritedFrom?.module ?? path)])].map(sourceOf);
