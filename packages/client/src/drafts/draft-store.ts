import type { Json } from '@jiceng/core/json/json.js';
import { openDB, type DBSchema } from 'idb';
import { seal, unseal } from './seal.ts';

/** Days after which an untouched draft is forgotten. */
const KEPT_DAYS = 7;
const DAY = 86_400_000;

interface Drafts extends DBSchema {
  drafts: { key: string; value: { address: string; sealed: Uint8Array; savedAt: number } };
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

/** Unsent work on this computer. Every method rejects when the store is missing or full. */
export interface DraftStore {
  /** The draft at `address`; undefined where there is none, or none that this key opens. */
  read(address: string): Promise<Json | undefined>;
  write(address: string, draft: Json): Promise<void>;
  remove(address: string): Promise<void>;
  /** Forgets every draft whose address starts with `prefix`, as those of one person at logout. */
  wipe(prefix: string): Promise<void>;
  /** Lets go of the store. */
  close(): void;
}

/**
 * Drafts in IndexedDB, each sealed with the person's key and bound to its address. Rejects where the browser has no
 * storage.
 */
export async function openDrafts({
  key,
  database = 'jiceng-drafts',
  clock = Date.now,
}: DraftOptions): Promise<DraftStore> {
  if (key.length !== 32) throw new RangeError('a draft key has 32 bytes');
  const db = await openDB<Drafts>(database, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('drafts', { keyPath: 'address' });
    },
    // A newer page in another tab must not wait for this one.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  const forget = async (isMeant: (address: string, savedAt: number) => boolean): Promise<void> => {
    const transaction = db.transaction('drafts', 'readwrite');
    for (let cursor = await transaction.store.openCursor(); cursor; cursor = await cursor.continue()) {
      if (isMeant(cursor.value.address, cursor.value.savedAt)) await cursor.delete();
    }
    await transaction.done;
  };
  const isOld = (savedAt: number): boolean => savedAt < clock() - KEPT_DAYS * DAY;
  await forget((_address, savedAt) => isOld(savedAt));
  return {
    async read(address) {
      const found = await db.get('drafts', address);
      const text = found && !isOld(found.savedAt) ? unseal(key, address, found.sealed) : undefined;
      return text === undefined ? undefined : (JSON.parse(text) as Json);
    },
    async write(address, draft) {
      await db.put('drafts', { address, sealed: seal(key, address, JSON.stringify(draft)), savedAt: clock() });
    },
    async remove(address) {
      await db.delete('drafts', address);
    },
    wipe: (prefix) => forget((address) => address.startsWith(prefix)),
    close: () => db.close(),
  };
}
