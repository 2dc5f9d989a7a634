// Tells a script that was started from one that was imported.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} url the module's `import.meta.url` */
export function isMain(url) {
  const started = process.argv[1];
  if (!started) return false;
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(url));
  } catch {
    return false;
  }
}
