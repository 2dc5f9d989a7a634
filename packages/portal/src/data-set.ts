import type { DataSet } from '@jiceng/client/store/data-set.js';
import { bundled } from '@jiceng/core/definition/bundled.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { unpack, type PackedSet } from './demo-data/packed.ts';

/** A data set, and the files that could not be read, in words. */
export interface LoadedSet {
  readonly set: DataSet;
  readonly failures: readonly string[];
}

/** The data set made at start, with the templates as they are on disk now: a template edited by hand shows at the next load. */
export async function loadDataSet(now: string | undefined): Promise<LoadedSet> {
  const [packed, templates] = await Promise.all([fetchJson<PackedSet>('data/data-set.json'), loadTemplates()]);
  const set = unpack(packed);
  return { set: { ...set, definitions: templates.definitions, now: now ?? set.now }, failures: templates.failures };
}

/** A template that cannot be read is told and left out; the others work without it. */
async function loadTemplates(): Promise<{ readonly definitions: readonly Definition[]; readonly failures: readonly string[] }> {
  const [paths, parts] = await Promise.all([fetchJson<readonly string[]>('data/templates.json'), fetchJson<JsonObject>('schemas/parts.json')]);
  const definitions: Definition[] = [];
  const failures: string[] = [];
  await Promise.all(paths.map(async (path) => {
    try {
      const whole = bundled(await fetchJson(`schemas/templates/${path}`), parts);
      if (whole.ok) definitions.push(whole.value as Definition);
      else failures.push(...whole.problems.map(({ pointer, reason }) => `${path} ${pointer}：${reason['zh-CN']}`));
    } catch (error) {
      failures.push(reasonOf(error));
    }
  }));
  return { definitions: definitions.sort((a, b) => (a.id < b.id ? -1 : 1)), failures };
}

async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
  if (!response) throw new Error(`${path} 没有读取到，请检查演示服务是否还在运行。`);
  if (!response.ok) throw new Error(`${path} 没有读取到（${response.status}）。`);
  const answer: { readonly json: T } | { readonly reason: string } = await response.json().then((json: T) => ({ json }), (error: unknown) => ({ reason: reasonOf(error) }));
  if ('reason' in answer) throw new Error(`${path} 不是有效的 JSON：${answer.reason}`);
  return answer.json;
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
