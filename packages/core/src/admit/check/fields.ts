import { columnLeaves } from '../../definition/column-leaves.ts';
import type { Compiled } from '../../definition/compiled.ts';
import type { FieldPlace } from '../../definition/places.ts';
import type { Definition } from '../../generated/definition.ts';
import { toPointer } from '../../json/pointer.ts';
import { problem, type Problem } from '../../text/problem.ts';

/** Every field address leads to a field. */
export function checkFields(compiled: Compiled, places: readonly FieldPlace[]): Problem[] {
  return places
    .filter(
      ({ field, rows }) =>
        compiled.field(field) === undefined &&
        (rows === undefined || compiled.field(`${rows}/*${field}`) === undefined),
    )
    .map(({ field, pointer }) =>
      problem(pointer, 'unknown-field', `没有字段“${field}”。`, `there is no field ${field}`),
    );
}

/** What a rule or the score computes, nobody types: no move asks for it or sets it, no prefill fills it. */
export function checkComputed(definition: Definition): Problem[] {
  const computed = new Set<string>(
    Object.values(definition.score?.outputs ?? {}).filter((output): output is string => typeof output === 'string'),
  );
  for (const rule of definition.rules ?? []) if ('field' in rule && rule.value !== undefined) computed.add(rule.field);
  const problems: Problem[] = [];
  const check = (field: string, pointer: string) => {
    if (computed.has(field))
      problems.push(
        problem(
          pointer,
          'computed-field',
          `字段“${field}”由公式计算，不能再填写或赋值。`,
          `the field ${field} is computed and cannot be filled in`,
        ),
      );
  };
  (definition.moves ?? []).forEach((move, at) => {
    (move.ask ?? []).forEach((ref, index) =>
      check(typeof ref === 'string' ? ref : ref.field, `/moves/${at}/ask/${index}`),
    );
    Object.keys(move.set ?? {}).forEach((field) =>
      check(field, `/moves/${at}/set/${field.replace(/~/g, '~0').replace(/\//g, '~1')}`),
    );
  });
  (definition.prefill ?? []).forEach(({ field }, at) => check(field, `/prefill/${at}/field`));
  return problems;
}

/** Envelope names that a ledger shows or sorts by exist. */
export function checkLedgerNames(compiled: Compiled): Problem[] {
  const { ledger } = compiled.definition;
  const problems: Problem[] = [];
  const check = (name: string | undefined, pointer: string) => {
    if (name === undefined || name === 'lamp' || name === 'itemNo') return;
    const kind = compiled.names.get(name);
    if (kind !== 'envelope' && kind !== 'status')
      problems.push(
        problem(pointer, 'unknown-name', `没有名为“${name}”的记录信息。`, `the envelope holds nothing called ${name}`),
      );
  };
  for (const { column, path } of columnLeaves(ledger?.columns ?? [], ['ledger', 'columns']))
    if (typeof column !== 'string') check(column.name, toPointer([...path, 'name']));
  (ledger?.sort ?? []).forEach(({ name }, at) => check(name, `/ledger/sort/${at}/name`));
  const group = ledger?.groupBy;
  if (group !== undefined && !group.startsWith('/')) check(group, '/ledger/groupBy');
  else if (group !== undefined && compiled.field(group) === undefined)
    problems.push(problem('/ledger/groupBy', 'unknown-field', `没有字段“${group}”。`, `there is no field ${group}`));
  return problems;
}
