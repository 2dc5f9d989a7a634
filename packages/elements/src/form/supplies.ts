import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { FactReader } from '@jiceng/core/record/fact-reader.js';
import type { Problem } from '@jiceng/core/text/problem.js';

/** What a form fetches from its data source where the page gave nothing itself. */
export interface Supplies {
  readonly definition?: Definition;
  readonly record?: StoredRecord;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly facts?: FactReader;
  /** The definitions whose facts the form reads, by id, for naming where a value comes from. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly problems: readonly Problem[];
}

export const NO_SUPPLIES: Supplies = { organisations: [], people: [], definitions: new Map(), problems: [] };

/** Fetches everything a form may need. Rejects only when the store itself fails. */
export async function fetchSupplies(source: DataSource, definitionId: string, recordId: string): Promise<Supplies> {
  const [record, organisations, people, facts] = await Promise.all([
    recordId === '' ? undefined : source.record(recordId),
    source.organisations(),
    source.people(),
    source.facts(),
  ]);
  const id = record?.definition.id ?? definitionId;
  const found = id === '' ? undefined : await source.definition(id, record?.definition.version);
  const read = await Promise.all(
    (found?.ok ? definitionsRead(found.value) : []).map((each) => source.definition(each)),
  );
  const definitions = read.flatMap((each) => (each?.ok ? [each.value] : []));
  return {
    ...(found?.ok ? { definition: found.value } : {}),
    ...(record ? { record } : {}),
    organisations,
    people,
    facts,
    definitions: new Map(definitions.map((definition) => [definition.id, definition])),
    problems: found && !found.ok ? found.problems : [],
  };
}

/** Ids of the definitions whose facts are read to start fields with. */
function definitionsRead({ prefill = [] }: Definition): readonly string[] {
  return [
    ...new Set(
      prefill.flatMap(({ from }) =>
        [...from.matchAll(/\bFACT(?:NUM|DEN)?\(\s*"([^"/]+)\//gi)].map(([, id]) => id as string),
      ),
    ),
  ];
}
