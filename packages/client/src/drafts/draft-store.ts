import type { Draft, DraftRef, DraftStore } from '@jiceng/core/engine/drafts.js';
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { seal, unseal } from './seal.ts';

/** Days after which an untouched draft is forgotten. */
const KEPT_DAYS = 7;
const DAY = 86_400_000;

interface Drafts extends DBSchema {
  drafts: { key: string; value: { key: string; person: string; sealed: Uint8Array; savedAt: number }; indexes: { person: string } };
}

/** How drafts are kept. */
export interface DraftOptions {
  /** 32 bytes that the host keeps for this person; without the key a draft is noise. */
  readonly key: Uint8Array;
  /** Name of the database. */
  readonly database?: string;
  /** Milliseconds now; for tests. */
  readonly clock?: () => number;
}

/** Drafts in IndexedDB, each sealed with the person's key. Rejects where the browser has no storage. */
export async function openDrafts({ key, database = 'jiceng-drafts', clock = Date.now }: DraftOptions): Promise<DraftStore> {
  if (key.length !== 32) throw new RangeError('a draft key has 32 bytes');
  const db = await openDB<Drafts>(database, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts', { keyPath: 'key' }).createIndex('person', 'person');
    },
  });
  await forgetOld(db, clock() - KEPT_DAYS * DAY);
  return {
    async load(ref) {
      const found = await db.get('drafts', keyOf(ref));
      const text = found && unseal(key, keyOf(ref), found.sealed);
      return text === undefined ? undefined : (JSON.parse(text) as Draft);
    },
    async save(ref, draft) {
      await db.put('drafts', { key: keyOf(ref), person: ref.personId, sealed: seal(key, keyOf(ref), JSON.stringify(draft)), savedAt: clock() });
    },
    async remove(ref) {
      await db.delete('drafts', keyOf(ref));
    },
    async wipe(personId) {
      const transaction = db.transaction('drafts', 'readwrite');
      for (const found of await transaction.store.index('person').getAllKeys(personId)) await transaction.store.delete(found);
      await transaction.done;
    },
  };
}

function keyOf({ personId, orgId, definitionId, version, recordId }: DraftRef): string {
  return JSON.stringify([personId, orgId, definitionId, version, recordId]);
}

async function forgetOld(db: IDBPDatabase<Drafts>, before: number): Promise<void> {
  const transaction = db.transaction('drafts', 'readwrite');
  for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.savedAt < before) await cursor.delete();
  }
  await transaction.done;
}
