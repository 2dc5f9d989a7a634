import type { MigrationStep } from '../generated/definition.ts';

/** A migration with both its ends. */
export interface Upgrade {
  /** Version of the records that it takes. */
  readonly from: string;
  /** Version that they have afterwards. */
  readonly to: string;
  readonly steps: readonly MigrationStep[];
}

/**
 * The way back. What a step cannot tell by itself it kept aside in the record, and that comes back too: a record that
 * goes there and back is the same as before, and values that people changed meanwhile stay changed.
 */
export function inverse({ from, to, steps }: Upgrade): Upgrade {
  return { from: to, to: from, steps: steps.map(stepBack).reverse() };
}

/** The step that undoes `step`. */
export function stepBack(step: MigrationStep): MigrationStep {
  switch (step.do) {
    case 'rename':
    case 'move':
      return { ...step, from: step.to, to: step.from };
    case 'split':
      return { do: 'merge', from: step.to, to: step.from, by: step.by };
    case 'merge':
      return { do: 'split', from: step.to, to: step.from, by: step.by };
    case 'retype':
      return { ...step, to: step.was ?? 'text', was: step.to };
    case 'recode':
      return {
        ...step,
        codes: step.codes.flatMap(({ from, to }) => (to === undefined ? [] : [{ from: to, to: from }])),
      };
    case 'default':
    case 'drop':
      return { do: 'restore', field: step.field };
    case 'restore':
      return step;
  }
}
