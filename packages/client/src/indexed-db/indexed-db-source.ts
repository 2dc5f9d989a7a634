import type { DataSet } from '../store/data-set.ts';
import { Mirror } from '../store/mirror.ts';
import { MirrorSource } from '../store/mirror-source.ts';
import { memoryKeeper } from '../memory/memory-source.ts';
import { indexedDbKeeper } from './indexed-db-keeper.ts';

/** A data source in the browser, and whether it can really keep what is entered. */
export interface OpenedSource {
  readonly source: MirrorSource;
  /** False where the browser has no storage: everything works, and is gone when the page closes. Tell people. */
  readonly isKept: boolean;
}

/** Opens `set` with the changes that this browser holds over it. */
export async function openIndexedDbSource(set: DataSet, name?: string): Promise<OpenedSource> {
  const mirror = new Mirror(set);
  try {
    const source = new MirrorSource(mirror, await indexedDbKeeper(set.id, name));
    await source.catchUp();
    return { source, isKept: true };
  } catch {
    return { source: new MirrorSource(mirror, memoryKeeper()), isKept: false };
  }
}
