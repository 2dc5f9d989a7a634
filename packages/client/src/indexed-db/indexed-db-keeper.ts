import type { StoredFile } from '@jiceng/core/engine/data-source.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Mirror } from '../store/mirror.ts';
import type { Keeper } from '../store/mirror-source.ts';

interface Store extends DBSchema {
  /** Changed records; `seq` grows with every change, so that each tab can fetch what it has not seen. */
  records: { key: string; value: { id: string; seq: number; record: StoredRecord }; indexes: { seq: number } };
  files: { key: string; value: { id: string; file: StoredFile; bytes: Uint8Array } };
  meta: { key: string; value: { key: string; value: number | string } };
}

/**
 * Keeps the changes made over a data set in IndexedDB, and only these: the data set itself is fetched with the page.
 * Another data set id forgets the old one's changes. Rejects where the browser has no storage.
 */
export async function indexedDbKeeper(dataSetId: string, name = 'jiceng'): Promise<Keeper> {
  const db = await openDB<Store>(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('records', { keyPath: 'id' }).createIndex('seq', 'seq');
      fresh.createObjectStore('files', { keyPath: 'id' });
      fresh.createObjectStore('meta', { keyPath: 'key' });
    },
  });
  await belongTo(db, dataSetId);
  const seen = new WeakMap<Mirror, number>();
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(`${name}:changes`) : undefined;
  return {
    async transact(mirror, work) {
      const transaction = db.transaction(['records', 'meta'], 'readwrite');
      try {
        const records = transaction.objectStore('records');
        const meta = transaction.objectStore('meta');
        const since = seen.get(mirror) ?? 0;
        const news = await records.index('seq').getAll(IDBKeyRange.lowerBound(since, true));
        let seq = Number((await meta.get('seq'))?.value ?? 0);
        mirror.put(news.map(({ record }) => record));
        const result = work();
        for (const record of result.store) await records.put({ id: record.id, seq: ++seq, record });
        if (result.store.length > 0) await meta.put({ key: 'seq', value: seq });
        await transaction.done;
        // Only now, so that a full disk leaves the mirror as it was.
        mirror.put(result.store);
        seen.set(mirror, seq);
        if (result.store.length > 0) channel?.postMessage(seq);
        return { ...result, foreign: news.map(({ id }) => id) };
      } catch (error) {
        transaction.done.catch(() => undefined); // told once, by the error itself
        try { transaction.abort(); } catch { /* it had ended already */ }
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
    watch(listener) {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}

async function belongTo(db: IDBPDatabase<Store>, dataSetId: string): Promise<void> {
  const transaction = db.transaction(['records', 'files', 'meta'], 'readwrite');
  const meta = transaction.objectStore('meta');
  if ((await meta.get('dataSet'))?.value !== dataSetId) {
    await transaction.objectStore('records').clear();
    await transaction.objectStore('files').clear();
    await meta.clear();
    await meta.put({ key: 'dataSet', value: dataSetId });
  }
  await transaction.done;
}
