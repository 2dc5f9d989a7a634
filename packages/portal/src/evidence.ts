import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Change } from '@jiceng/core/json/changes.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import type { Portal } from './shell.ts';
import { newId } from './storage.ts';

/** A demo keeps files in the browser, so they are small. */
const MOST_MEGABYTES = 10;

/** Stores files that a person chose as evidence, and names those of a record. */
export class Evidence {
  private readonly names = new Map<string, string>();
  private readonly portal: Portal;

  constructor(portal: Portal) {
    this.portal = portal;
  }

  readonly nameOf = (id: string): string => this.names.get(id) ?? id;

  /** Learns the names of the files that a record refers to. */
  async learn(record: StoredRecord): Promise<void> {
    await Promise.all(
      idsIn(record.data as Json).map(async (id) => {
        const found = this.names.has(id) ? undefined : await this.portal.source.file(id).catch(() => undefined);
        if (found) this.names.set(id, found.file.name);
      }),
    );
  }

  /** Stores the files and adds them at the pointer. */
  async add(
    pointer: string,
    files: readonly File[],
    data: Json,
    save: (changes: readonly Change[]) => Promise<unknown>,
  ): Promise<void> {
    const { source, notes } = this.portal;
    const before = valueAt(data, pointer);
    const ids: Json[] = Array.isArray(before) ? [...before] : [];
    for (const file of files) {
      if (file.size > MOST_MEGABYTES * 1_000_000) {
        notes.say(`“${file.name}”超过 ${MOST_MEGABYTES} MB，演示中不能保存。`, true);
        continue;
      }
      const id = `file-${newId()}`;
      try {
        await source.putFile(
          { id, name: file.name, type: file.type, size: file.size },
          new Uint8Array(await file.arrayBuffer()),
        );
        this.names.set(id, file.name);
        ids.push(id);
      } catch {
        notes.say(`“${file.name}”没有保存成功：浏览器存储空间不足或不可用。`, true);
      }
    }
    await save([{ pointer, value: ids }]);
  }
}

function idsIn(value: Json): string[] {
  if (typeof value === 'string') return value.startsWith('file-') ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  return isObject(value) ? Object.values(value).flatMap((each) => (each === undefined ? [] : idsIn(each))) : [];
}
