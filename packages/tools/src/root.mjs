// The repository's root, as a path and as a resolver, so that every tool works from any folder.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));
/** A path inside the repository. @param {...string} parts */
export const at = (...parts) => join(root, ...parts);
/** A folder for things that can be fetched or made again; it is never checked in. @param {...string} parts */
export const cache = (...parts) => at('node_modules/.cache', ...parts);
