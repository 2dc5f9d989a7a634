import type { MigrationStep } from '@jiceng/core/generated/definition.js';
import { fieldName, type NamedField } from './addresses.ts';
import type { Messages } from './versions.messages.ts';

/** A step in words; tolerates half-made ones. */
export function stepWords(step: MigrationStep, fields: readonly NamedField[], text: Messages): string {
  const { words } = text;
  const name = (address: unknown): string =>
    address === 'state' || address === 'steps'
      ? text[address]
      : typeof address !== 'string' || address === ''
        ? words.unset
        : fieldName(fields, address);
  const names = (list: unknown): string =>
    Array.isArray(list) && list.length > 0 ? list.map((each) => `“${name(each)}”`).join(text.list) : words.unset;
  switch (step.do) {
    case 'rename':
      return name(step.from) === name(step.to)
        ? words.rename(withKey(step.from, name), withKey(step.to, name))
        : words.rename(name(step.from), name(step.to));
    case 'move':
      return words.move(name(step.from), name(step.to));
    case 'split':
      return words.split(name(step.from), names(step.to), step.by);
    case 'merge':
      return words.merge(names(step.from), name(step.to), step.by);
    case 'retype':
      return words.retype(name(step.field), text.types[step.to] ?? words.unset);
    case 'recode':
      return words.recode(name(step.field), Array.isArray(step.codes) ? step.codes.length : 0);
    case 'default':
      return words.default(
        name(step.field),
        typeof step.value === 'object' ? JSON.stringify(step.value) : String(step.value as unknown),
      );
    case 'drop':
      return words.drop(name(step.field));
    default:
      return words.unset;
  }
}

/** A field whose title says too little: with the name under which it is stored. */
const withKey = (address: string, name: (address: string) => string): string =>
  `${name(address)} ${address.slice(address.lastIndexOf('/') + 1)}`;
