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
  let kept: MirrorSource | undefined;
  try {
    kept = new MirrorSource(new Mirror(set), await indexedDbKeeper(set.id, name));
    await kept.catchUp();
    return { source: kept, isKept: true };
  } catch {
    kept?.close();
    return { source: new MirrorSource(new Mirror(set), memoryKeeper()), isKept: false };
  }
}
