import type { Actor, Definition, FieldRef, Handover, Measure } from '../generated/definition.ts';
import { toPointer } from '../json/pointer.ts';
import { columnLeaves } from './column-leaves.ts';

/**
 * What a formula may read besides fields, parameters and the envelope:
 * record nothing more; row the cells of one row; command who acts and when; result the score's item lists;
 * item one item of the score; lamp the lamp that the ledger shows; cell only organisation, period, parameters and
 * facts.
 */
export type Reading = 'record' | 'row' | 'command' | 'result' | 'item' | 'lamp' | 'cell';

/** One formula of a definition. */
export interface FormulaPlace {
  readonly text: string;
  /** JSON Pointer in the definition. */
  readonly pointer: string;
  readonly readings: readonly Reading[];
  /** The repeated field whose row the formula reads with `[@name]`. */
  readonly rows?: string;
}

/** One field address written in a definition. */
export interface FieldPlace {
  /** The address as written. */
  readonly field: string;
  readonly pointer: string;
  /** The repeated field to which the address is relative. */
  readonly rows?: string;
}

/** The innermost repeated field that an address with a `*` part goes through; undefined without one. */
export function rowsOf(field: string): string | undefined {
  const at = field.lastIndexOf('/*');
  return at < 0 ? undefined : field.slice(0, at);
}

/** Every formula of a definition with its place, and every field address. One walk, in the order of the document. */
export function placesOf(definition: Definition): { readonly formulas: FormulaPlace[]; readonly fields: FieldPlace[] } {
  const formulas: FormulaPlace[] = [];
  const fields: FieldPlace[] = [];
  type Part = string | number;
  const formula = (
    text: string | number | boolean | undefined,
    path: Part[],
    readings: readonly Reading[] = ['record'],
    rows?: string,
  ) => {
    if (typeof text === 'string')
      formulas.push({ text, pointer: toPointer(path), readings, ...(rows === undefined ? {} : { rows }) });
  };
  const field = (address: string | undefined, path: Part[], rows?: string) => {
    if (address !== undefined)
      fields.push({ field: address, pointer: toPointer(path), ...(rows === undefined ? {} : { rows }) });
  };
  const fieldRef = (ref: FieldRef, path: Part[], readings: readonly Reading[] = ['record'], rows?: string) => {
    if (typeof ref === 'string') return field(ref, path, rows);
    field(ref.field, [...path, 'field'], rows);
    formula(ref.required, [...path, 'required'], readings);
    (ref.columns ?? []).forEach((column, at) => fieldRef(column, [...path, 'columns', at], readings, ref.field));
  };
  const actors = (list: readonly Actor[] | undefined, path: Part[]) =>
    (list ?? []).forEach((actor, at) => {
      const here = [...path, at];
      const address = (text: string | undefined, ...more: Part[]) => {
        if (text?.startsWith('/')) field(text, [...here, ...more]);
      };
      address(actor.at, 'at');
      address(actor.is, 'is');
      (actor.atAny ?? []).forEach((text, index) => address(text, 'atAny', index));
      (actor.except ?? []).forEach((text, index) => address(text, 'except', index));
    });

  (definition.view ?? []).forEach((section, at) => {
    formula(section.when, ['view', at, 'when']);
    section.fields.forEach((ref, index) => fieldRef(ref, ['view', at, 'fields', index]));
  });
  (definition.rules ?? []).forEach((rule, at) => {
    const path: Part[] = ['rules', at];
    if ('check' in rule) {
      formula(rule.check, [...path, 'check']);
      (rule.fields ?? []).forEach((address, index) => field(address, [...path, 'fields', index]));
      return field(rule.explainIn, [...path, 'explainIn']);
    }
    const rows = rowsOf(rule.field);
    const readings: Reading[] = rows === undefined ? ['record'] : ['record', 'row'];
    field(rule.field, [...path, 'field']);
    for (const key of ['value', 'visible', 'required', 'readonly'] as const)
      formula(rule[key], [...path, key], readings, rows);
  });
  scorePlaces(definition, formula, field);
  actors(definition.create, ['create']);
  (definition.states ?? []).forEach((state, at) =>
    (state.edit ?? []).forEach((edit, index) => {
      (edit.fields ?? []).forEach((address, which) => field(address, ['states', at, 'edit', index, 'fields', which]));
      actors(edit.by, ['states', at, 'edit', index, 'by']);
    }),
  );
  (definition.moves ?? []).forEach((move, at) => {
    const path: Part[] = ['moves', at];
    actors(move.by, [...path, 'by']);
    (move.guard ?? []).forEach((guard, index) =>
      formula(guard.when, [...path, 'guard', index, 'when'], ['record', 'command']),
    );
    (move.ask ?? []).forEach((ref, index) => fieldRef(ref, [...path, 'ask', index], ['record', 'command']));
    for (const [address, text] of Object.entries(move.set ?? {})) {
      if (address.startsWith('/')) field(address, [...path, 'set', address]);
      formula(text, [...path, 'set', address], ['record', 'command']);
    }
    formula(move.auto, [...path, 'auto']);
  });
  for (const { column, path } of columnLeaves(definition.ledger?.columns ?? [], ['ledger', 'columns'])) {
    if (typeof column === 'string') {
      field(column, path);
      continue;
    }
    field(column.field, [...path, 'field']);
    formula(column.value, [...path, 'value']);
  }
  (definition.ledger?.lamp ?? []).forEach((rule, at) => formula(rule.when, ['ledger', 'lamp', at, 'when']));
  (definition.ledger?.counters ?? []).forEach((counter, at) =>
    formula(counter.when, ['ledger', 'counters', at, 'when'], ['record', 'lamp']),
  );
  (definition.ledger?.sort ?? []).forEach((key, at) => field(key.field, ['ledger', 'sort', at, 'field']));
  (definition.process?.stages ?? []).forEach((stage, at) =>
    stage.steps.forEach((step, index) => {
      const path: Part[] = ['process', 'stages', at, 'steps', index];
      (step.fields ?? []).forEach((ref, which) => fieldRef(ref, [...path, 'fields', which]));
      field(step.on, [...path, 'on']);
      (step.check ?? []).forEach((guard, which) =>
        formula(guard.when, [...path, 'check', which, 'when'], ['record', 'command']),
      );
      for (const key of ['done', 'earliest', 'due'] as const) formula(step[key], [...path, key], ['record', 'command']);
      actors(step.by, [...path, 'by']);
    }),
  );
  (definition.process?.warnings ?? []).forEach((rule, at) => {
    formula(rule.check, ['process', 'warnings', at, 'check']);
    (rule.fields ?? []).forEach((address, index) => field(address, ['process', 'warnings', at, 'fields', index]));
  });
  formula(definition.filing?.opens, ['filing', 'opens']);
  formula(definition.filing?.due, ['filing', 'due']);
  field(definition.filing?.rate, ['filing', 'rate']);
  (definition.filing?.reviewFields ?? []).forEach((address, at) => field(address, ['filing', 'reviewFields', at]));
  (definition.facts ?? []).forEach((fact, at) => {
    const path: Part[] = ['facts', at];
    const rows = rowsOf(fact.of ?? '');
    const readings: Reading[] = rows === undefined ? ['record'] : ['record', 'row'];
    const measure = (part: Measure | undefined, name: string) => {
      for (const [key, text] of Object.entries(part ?? {}))
        formula(text as string, [...path, name, key], key === 'formula' ? ['cell'] : readings, rows);
    };
    field(fact.of, [...path, 'of']);
    field(fact.by, [...path, 'by']);
    field(fact.on, [...path, 'on']);
    formula(fact.where, [...path, 'where'], readings, rows);
    measure(fact.num, 'num');
    measure(fact.den, 'den');
    (fact.required ?? []).forEach((need, index) => {
      formula(need.count, [...path, 'required', index, 'count'], ['cell']);
      formula(need.when, [...path, 'required', index, 'when'], ['cell']);
    });
  });
  (definition.prefill ?? []).forEach((entry, at) => {
    field(entry.field, ['prefill', at, 'field']);
    formula(entry.from, ['prefill', at, 'from']);
  });
  (definition.handovers ?? []).forEach((handover, at) => handoverPlaces(handover, ['handovers', at], formula, field));
  return { formulas, fields };
}

type AddFormula = (
  text: string | number | undefined,
  path: (string | number)[],
  readings?: readonly Reading[],
  rows?: string,
) => void;
type AddField = (address: string | undefined, path: (string | number)[], rows?: string) => void;

function scorePlaces({ score }: Definition, formula: AddFormula, field: AddField): void {
  if (!score) return;
  formula(score.base, ['score', 'base']);
  field(score.entries, ['score', 'entries']);
  for (const key of ['on', 'item', 'points'] as const) field(score.over?.[key], ['score', 'over', key]);
  for (const key of ['total', 'band', 'vetoed', 'stars'] as const)
    field(score.outputs?.[key], ['score', 'outputs', key]);
  score.dimensions.forEach((dimension, at) =>
    dimension.items.forEach((item, index) => {
      const path = ['score', 'dimensions', at, 'items', index];
      for (const key of ['value', 'applicable', 'required', 'full', 'per'] as const) formula(item[key], [...path, key]);
      (item.steps ?? []).forEach((step, which) => {
        formula(step.at, [...path, 'steps', which, 'at']);
        formula(step.points, [...path, 'steps', which, 'points']);
      });
    }),
  );
  (score.veto ?? []).forEach((veto, at) => formula(veto.when, ['score', 'veto', at, 'when'], ['record', 'result']));
  (score.bands ?? []).forEach((band, at) => {
    for (const key of ['min', 'minShare', 'when'] as const)
      formula(band[key], ['score', 'bands', at, key], ['record', 'result']);
  });
}

function handoverPlaces(handover: Handover, path: (string | number)[], formula: AddFormula, field: AddField): void {
  const rows = handover.each !== undefined && handover.each !== 'score.items' ? handover.each : undefined;
  const readings: Reading[] = [
    'record',
    'command',
    ...(handover.each === 'score.items' ? (['item'] as const) : rows === undefined ? [] : (['row'] as const)),
  ];
  field(rows, [...path, 'each']);
  formula(handover.when, [...path, 'when'], readings, rows);
  formula(handover.subject?.id, [...path, 'subject', 'id'], readings, rows);
  formula(handover.subject?.title, [...path, 'subject', 'title'], readings, rows);
  formula(handover.organisation, [...path, 'organisation'], readings, rows);
  formula(handover.period, [...path, 'period'], readings, rows);
  for (const [address, text] of Object.entries(handover.map)) formula(text, [...path, 'map', address], readings, rows);
}
