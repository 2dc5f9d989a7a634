import type { StoredFile } from '@jiceng/core/engine/data-source.js';
import type { DataSet } from '../store/data-set.ts';
import { Mirror } from '../store/mirror.ts';
import { MirrorSource, type Keeper } from '../store/mirror-source.ts';

/** A data source that forgets everything when the page closes: for trying out, stories and tests. */
export function memorySource(set: DataSet): MirrorSource {
  return new MirrorSource(new Mirror(set), memoryKeeper());
}

/**
 * Keeps changes in memory only; several mirrors over one keeper behave like several tabs over one store. `kept` are
 * documents by id that it holds from before.
 */
export function memoryKeeper(kept: ReadonlyMap<string, unknown> = new Map()): Keeper {
  const log: {
    readonly by: Mirror | undefined;
    readonly documents: ReadonlyMap<string, unknown> /* `undefined`: taken out */;
    readonly releases: readonly unknown[];
  }[] = kept.size > 0 ? [{ by: undefined, documents: kept, releases: [] }] : [];
  const seen = new WeakMap<Mirror, number>();
  const files = new Map<string, { readonly file: StoredFile; readonly bytes: Uint8Array }>();
  const watchers = new Set<() => void>();
  return {
    async transact(mirror, work) {
      const foreign: string[] = [];
      const foreignDefinitions: string[] = [];
      for (const { by, documents, releases } of log.slice(seen.get(mirror) ?? 0)) {
        if (by === mirror) continue;
        foreignDefinitions.push(
          ...releases.map((release) => mirror.takeRelease(release)).filter((id): id is string => id !== undefined),
        );
        documents.forEach((document, id) => mirror.take(id, document));
        foreign.push(...documents.keys());
      }
      const result = work();
      const documents = new Map<string, unknown>([
        ...result.remove.map((id): [string, undefined] => [id, undefined]),
        ...result.store.map((record): [string, unknown] => [record.id, record]),
      ]);
      const { releases = [] } = result;
      const isChanged = documents.size + releases.length > 0;
      if (isChanged) {
        mirror.putReleases(releases);
        mirror.remove(result.remove);
        mirror.put(result.store);
        log.push({ by: mirror, documents, releases });
      }
      seen.set(mirror, log.length);
      if (isChanged) for (const watcher of [...watchers]) watcher();
      return { ...result, foreign, foreignDefinitions };
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
