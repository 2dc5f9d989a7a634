// The manifest as readers need it: elements and what is public about them, at the paths that ship. Inner changes do not
// change it.

const hidden = (/** @type {any} */ { privacy, static: isStatic, name }) =>
  privacy === 'private' ||
  privacy === 'protected' ||
  (isStatic && ['styles', 'properties', 'shadowRootOptions', 'formAssociated'].includes(name));
/** Members that the platform calls, and events that the analyzer takes from code: neither has words. */
const isTold = (/** @type {any} */ { description }) => Boolean(description);
const shipped = (/** @type {string | undefined} */ path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

/** @param {any} value @returns {any} the same with paths of files that ship */
function withShippedPaths(value) {
  if (Array.isArray(value)) return value.map(withShippedPaths);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      (key === 'path' || key === 'module') && typeof item === 'string' ? shipped(item) : withShippedPaths(item),
    ]),
  );
}

/** @param {any} manifest as the analyzer writes it */
export function tidy(manifest) {
  const modules = manifest.modules.map((/** @type {any} */ module) => {
    const declarations = (module.declarations ?? [])
      .filter((/** @type {any} */ { tagName }) => tagName)
      .map((/** @type {any} */ { members, events, attributes, ...rest }) => ({
        ...rest,
        ...(members
          ? { members: members.filter((/** @type {any} */ member) => !hidden(member) && isTold(member)) }
          : {}),
        ...(events ? { events: events.filter(isTold) } : {}),
        ...(attributes ? { attributes } : {}),
      }));
    const names = new Set(declarations.map((/** @type {any} */ { name }) => name));
    const exports = (module.exports ?? []).filter(
      (/** @type {any} */ { kind, name, declaration }) =>
        (kind === 'custom-element-definition' && name.includes('-')) || names.has(declaration?.name),
    );
    return { ...module, declarations, exports };
  });
  const told = modules.filter((/** @type {any} */ { declarations, exports }) => declarations.length || exports.length);
  // files are found in another order on every machine
  told.sort((/** @type {any} */ one, /** @type {any} */ other) => (one.path < other.path ? -1 : 1));
  return withShippedPaths({ ...manifest, modules: told });
}
