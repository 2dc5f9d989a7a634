import type { Json } from '../json/json.ts';
import { FORMATS } from '../schema/formats/formats.ts';
import { violationReason } from '../schema/messages.ts';
import type { JsonSchema } from '../schema/schema.ts';
import { compileSchema, type Validator, type Violation } from '../schema/validate.ts';
import type { Problem } from '../text/problem.ts';

const validators = new WeakMap<object, Map<string, Validator>>();

/**
 * The validator of one of our own schemas, or of the one among its `$defs` that is called `part`; compiled when first
 * asked for.
 */
export function ownValidator(schema: unknown, part = ''): Validator {
  let parts = validators.get(schema as object);
  if (!parts) validators.set(schema as object, (parts = new Map()));
  let validator = parts.get(part);
  if (!validator) {
    const { $defs } = schema as { readonly $defs?: Json };
    const result = compileSchema((part === '' ? schema : { $ref: `#/$defs/${part}`, $defs }) as JsonSchema, {
      formats: FORMATS,
    });
    if (!result.ok) throw new Error('one of the schemas of this library is broken');
    parts.set(part, (validator = result.value));
  }
  return validator;
}

/** What a violation says to people; `label` names the place where its pointer would say too little. */
export function schemaProblem(violation: Violation, pointer = violation.pointer, label = pointer || '/'): Problem {
  return { pointer, code: `schema-${violation.keyword}`, reason: violationReason(violation, label) };
}
