import type { StoredFile } from '@jiceng/core/engine/data-source.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { DataSet } from '../store/data-set.ts';
import { Mirror } from '../store/mirror.ts';
import { MirrorSource, type Keeper } from '../store/mirror-source.ts';

/** A data source that forgets everything when the page closes: for trying out, stories and tests. */
export function memorySource(set: DataSet): MirrorSource {
  return new MirrorSource(new Mirror(set), memoryKeeper());
}

/** Keeps changes in memory only; several mirrors over one keeper behave like several tabs over one store. */
export function memoryKeeper(): Keeper {
  const log: { readonly by: Mirror; readonly records: readonly StoredRecord[] }[] = [];
  const seen = new WeakMap<Mirror, number>();
  const files = new Map<string, { readonly file: StoredFile; readonly bytes: Uint8Array }>();
  const watchers = new Set<() => void>();
  return {
    async transact(mirror, work) {
      const foreign: string[] = [];
      for (const { by, records } of log.slice(seen.get(mirror) ?? 0)) {
        if (by === mirror) continue;
        mirror.put(records);
        foreign.push(...records.map(({ id }) => id));
      }
      const result = work();
      if (result.store.length > 0) {
        mirror.put(result.store);
        log.push({ by: mirror, records: result.store });
      }
      seen.set(mirror, log.length);
      if (result.store.length > 0) for (const watcher of [...watchers]) watcher();
      return { ...result, foreign };
    },
    async putFile(file, bytes) {
      files.set(file.id, { file, bytes: bytes.slice() });
    },
    async file(id) {
      const found = files.get(id);
      return found && { file: found.file, bytes: found.bytes.slice() };
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    close: () => undefined, // other mirrors may go on
  };
}
