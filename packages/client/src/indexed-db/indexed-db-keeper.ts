import type { StoredFile } from '@jiceng/core/engine/data-source.js';
import { releaseKey } from '@jiceng/core/engine/release.js';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Mirror } from '../store/mirror.ts';
import type { Keeper } from '../store/mirror-source.ts';
import { Tabs } from './tabs.ts';

interface Store extends DBSchema {
  /**
   * Changed records; `seq` grows with every change, so that each tab can fetch what it has not seen. A record that was
   * taken out leaves its row behind, which also hides one of the data set.
   */
  records: {
    key: string;
    value: { id: string; seq: number; record?: unknown; isRemoved?: true };
    indexes: { seq: number };
  };
  /** Published versions by id and version; `seq` counts together with that of the records. */
  releases: { key: string; value: { key: string; seq: number; release: unknown }; indexes: { seq: number } };
  files: { key: string; value: { id: string; file: StoredFile; bytes: Uint8Array } };
  /** Beside the data set's id and the last `seq`: damaged rows, as they were, in whose place something was stored. */
  meta: { key: string; value: { key: string; value: unknown } };
}

/**
 * Keeps the changes made over a data set in IndexedDB, and only these: the data set itself is fetched with the page.
 * Another data set id forgets the old one's changes, and pages that still show the old one can store nothing any more.
 * Rejects where the browser has no storage.
 */
export async function indexedDbKeeper(dataSetId: string, name = 'jiceng'): Promise<Keeper> {
  const db = await openDB<Store>(name, 2, {
    upgrade(fresh, version) {
      fresh.createObjectStore('releases', { keyPath: 'key' }).createIndex('seq', 'seq');
      if (version > 0) return;
      fresh.createObjectStore('records', { keyPath: 'id' }).createIndex('seq', 'seq');
      fresh.createObjectStore('files', { keyPath: 'id' });
      fresh.createObjectStore('meta', { keyPath: 'key' });
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  try {
    await belongTo(db, dataSetId);
  } catch (error) {
    db.close();
    throw error;
  }
  const seen = new WeakMap<Mirror, number>();
  const tabs = new Tabs(`${name}:changes`);
  return {
    async transact(mirror, work) {
      const transaction = db.transaction(['records', 'releases', 'meta'], 'readwrite');
      try {
        const published = transaction.objectStore('releases');
        const records = transaction.objectStore('records');
        const meta = transaction.objectStore('meta');
        const [owner, head] = await Promise.all([meta.get('dataSet'), meta.get('seq')]);
        if (owner?.value !== dataSetId) throw new OtherDataSet();
        let seq = typeof head?.value === 'number' && head.value >= 0 ? head.value : await lastOf(records.index('seq'));
        // Read only now: while this transaction waited, one of the same mirror may have ended.
        const since = seen.get(mirror) ?? 0;
        const news = seq > since ? await records.index('seq').getAll(IDBKeyRange.lowerBound(since, true)) : [];
        const newReleases = seq > since ? await published.index('seq').getAll(IDBKeyRange.lowerBound(since, true)) : [];
        const foreignDefinitions = newReleases
          .map(({ release }) => mirror.takeRelease(release))
          .filter((id): id is string => id !== undefined);
        for (const { id, record, isRemoved } of news)
          mirror.take(id, isRemoved === true ? undefined : (record ?? null));
        const result = work();
        for (const record of result.store) {
          const damaged = mirror.setAside.has(record.id) ? await records.get(record.id) : undefined;
          if (damaged) await meta.put({ key: `aside ${record.id} ${damaged.seq}`, value: damaged.record });
          await records.put({ id: record.id, seq: ++seq, record });
        }
        for (const id of result.remove) await records.put({ id, seq: ++seq, isRemoved: true });
        const { releases = [] } = result;
        for (const release of releases) await published.put({ key: releaseKey(release) ?? '', seq: ++seq, release });
        const isChanged = result.store.length + result.remove.length + releases.length > 0;
        if (isChanged) await meta.put({ key: 'seq', value: seq });
        await transaction.done;
        // Only now, so that a full disk leaves the mirror as it was.
        mirror.putReleases(releases);
        mirror.remove(result.remove);
        mirror.put(result.store);
        seen.set(mirror, seq);
        if (isChanged) tabs.tell();
        return { ...result, foreign: news.map(({ id }) => id), foreignDefinitions };
      } catch (error) {
        transaction.done.catch(() => undefined); // told once, by the error itself
        try {
          transaction.abort();
        } catch {
          /* it had ended already */
        }
        throw error;
      }
    },
    async putFile(file, bytes) {
      await db.put('files', { id: file.id, file, bytes });
    },
    async file(id) {
      const found = await db.get('files', id);
      return found && { file: found.file, bytes: found.bytes };
    },
    watch: (listener) => tabs.watch(listener),
    close() {
      tabs.close();
      db.close();
    },
  };
}

/** The last change, where its number is not to be read. */
async function lastOf(index: {
  openCursor(range: null, direction: 'prev'): Promise<{ readonly value: { readonly seq: number } } | null>;
}): Promise<number> {
  return (await index.openCursor(null, 'prev'))?.value.seq ?? 0;
}

/** The page shows an older data set than the one that is kept now; it must be loaded again. */
class OtherDataSet extends Error {
  override readonly name = 'OtherDataSet';

  constructor() {
    super('another data set is kept in this browser now; load the page again');
  }
}

async function belongTo(db: IDBPDatabase<Store>, dataSetId: string): Promise<void> {
  const transaction = db.transaction(['records', 'releases', 'files', 'meta'], 'readwrite');
  try {
    const meta = transaction.objectStore('meta');
    if ((await meta.get('dataSet'))?.value !== dataSetId) {
      await transaction.objectStore('records').clear();
      await transaction.objectStore('releases').clear();
      await transaction.objectStore('files').clear();
      await meta.clear();
      await meta.put({ key: 'dataSet', value: dataSetId });
    }
    await transaction.done;
  } catch (error) {
    transaction.done.catch(() => undefined);
    throw error;
  }
}
