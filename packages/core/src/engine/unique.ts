import type { Compiled } from '../definition/compiled.ts';
import type { Value } from '../formula/value.ts';
import type { StoredRecord } from '../generated/record.ts';
import { recordScope } from '../record/scope.ts';
import { refuse } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/**
 * Ends the command where another record already has the values that may occur once: those of `unique`, and for filings
 * organisation, period and subject. Void records do not count, nor values of which one is blank.
 */
export function refuseDouble(compiled: Compiled, record: StoredRecord, workspace: Workspace): void {
  const { id, unique = [], filing, subject } = compiled.definition;
  const keys = [
    ...unique,
    ...(filing ? [subject === 'organisation' ? ['orgId', 'periodCode'] : ['orgId', 'periodCode', 'subjectId']] : []),
  ];
  for (const names of keys) {
    const own = keyOf(compiled, names, record, workspace);
    if (own === undefined) continue;
    for (const other of workspace.records(id, names.includes('orgId') ? record.orgId : undefined)) {
      if (
        other.id === record.id ||
        other.filing?.status === 'voided' ||
        keyOf(compiled, names, other, workspace) !== own
      )
        continue;
      const first = names.find((name) => compiled.names.get(name) === 'field');
      const titles = names
        .filter((name) => compiled.names.get(name) === 'field')
        .map((name) => `“${compiled.field(`/${name}`)?.title ?? name}”`)
        .join('、');
      refuse(
        'invalid',
        'unique',
        titles ? `已有一条记录的${titles}与此相同，不能重复登记。` : '该组织本期已有一份，不能重复填报。',
        titles
          ? 'Another record already has the same values here.'
          : 'The organisation already has one for this period.',
        first ? `/${first}` : '',
        other,
      );
    }
  }
}

function keyOf(
  compiled: Compiled,
  names: readonly string[],
  record: StoredRecord,
  workspace: Workspace,
): string | undefined {
  const all = names.join();
  let known = workspace.uniqueKeys.get(record);
  if (!known) workspace.uniqueKeys.set(record, (known = new Map()));
  if (!known.has(all)) known.set(all, readKey(compiled, names, record, workspace));
  return known.get(all);
}

function readKey(
  compiled: Compiled,
  names: readonly string[],
  record: StoredRecord,
  workspace: Workspace,
): string | undefined {
  const scope = recordScope(workspace.scopeInput(compiled, record));
  const values: (Value | readonly Value[] | undefined)[] = names.map((name) => scope.name(name));
  return values.some((value) => value === undefined || value === null || value === '')
    ? undefined
    : JSON.stringify(values);
}
