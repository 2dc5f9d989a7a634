import type { DataSet } from '@jiceng/client/store/data-set.js';
import { withLocalParts } from '@jiceng/core/admit/local-part.js';
import { bundled } from '@jiceng/core/definition/bundled.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { isObject, type JsonObject } from '@jiceng/core/json/json.js';
import type { Result } from '@jiceng/core/text/problem.js';
import { unpack, type PackedSet } from './demo-data/packed.ts';

/** A data set, and the files that could not be read, in words. */
export interface LoadedSet {
  readonly set: DataSet;
  readonly failures: readonly string[];
  /** The data's own moment, which the address can move. */
  readonly ownNow: string;
}

/**
 * The data set made at start, with the templates as they are on disk now: a template edited by hand shows at the next
 * load.
 */
export async function loadDataSet(now: string | undefined): Promise<LoadedSet> {
  const [packed, templates] = await Promise.all([fetchJson<PackedSet>('data/data-set.json'), loadTemplates()]);
  const set = unpack(packed);
  return {
    set: { ...set, definitions: templates.definitions, now: now ?? set.now },
    failures: templates.failures,
    ownNow: set.now,
  };
}

/** One document of a folder below `schemas`, as its catalogue tells of it. */
export interface CatalogueEntry {
  /** Below the folder. */
  readonly path: string;
  readonly id: string;
}

/** The catalogue of a folder below `schemas`. */
export async function catalogueOf<E extends CatalogueEntry>(folder: string): Promise<readonly E[]> {
  return (await fetchJson<{ readonly documents: readonly E[] }>(`schemas/${folder}/index.json`)).documents;
}

/**
 * Templates with their shared parts and with what townships add. One that cannot be read is told and left out; the
 * others work without it.
 */
async function loadTemplates(): Promise<{
  readonly definitions: readonly Definition[];
  readonly failures: readonly string[];
}> {
  const failures: string[] = [];
  const read = async (folder: string) =>
    Promise.all(
      (await catalogueOf(folder)).map(({ path }) =>
        fetchJson<JsonObject>(`schemas/${folder}/${path}`).catch(
          (error: unknown) => void failures.push(reasonOf(error)),
        ),
      ),
    );
  const [parts, templates, locals] = await Promise.all([
    fetchJson<JsonObject>('schemas/parts.json'),
    read('templates'),
    read('locals'),
  ]);
  const definitions: Definition[] = [];
  const take = <T>(title: unknown, result: Result<T>): T | undefined => {
    if (result.ok) return result.value;
    failures.push(...result.problems.map(({ pointer, reason }) => `${String(title)} ${pointer}：${reason['zh-CN']}`));
    return undefined;
  };
  for (const document of templates) {
    const definition = document && (take(document['title'], bundled(document, parts)) as Definition | undefined);
    if (!definition) continue;
    const added = locals.filter((part) => isObject(part?.['extends']) && part['extends']['id'] === definition.id);
    definitions.push(
      (added.length > 0 && take(`${definition.title}（自选部分）`, withLocalParts(definition, added))) || definition,
    );
  }
  return { definitions: definitions.sort((a, b) => (a.id < b.id ? -1 : 1)), failures };
}

export async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
  if (!response) throw new Error(`${path} 没有读取到，请检查演示服务是否还在运行。`);
  if (!response.ok) throw new Error(`${path} 没有读取到（${response.status}）。`);
  const answer: { readonly json: T } | { readonly reason: string } = await response.json().then(
    (json: T) => ({ json }),
    (error: unknown) => ({ reason: reasonOf(error) }),
  );
  if ('reason' in answer) throw new Error(`${path} 不是有效的 JSON：${answer.reason}`);
  return answer.json;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
