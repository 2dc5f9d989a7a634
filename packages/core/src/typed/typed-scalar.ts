import { halfWidth, numberText, readNumber } from './typed-number.ts';

/** A plain value of JSON. */
export type Scalar = string | number | boolean;

/**
 * What a typed text may mean where a value may have several types, likeliest first: the order is that of `types`, names
 * of JSON's types. `words` are those for yes and no. Where it may be a text, it means a number only if that number is
 * written so: `007`, `1.0` and twenty digits stay as they are. Empty where it means nothing.
 */
export function readScalar(text: string, types: readonly string[], words: readonly [string, string]): Scalar[] {
  const plain = text.trim();
  if (plain === '') return [];
  const read = readNumber(plain);
  const number = read.ok ? read.value : undefined;
  const isExact = number !== undefined && (!types.includes('string') || numberText(number) === halfWidth(plain));
  return types.flatMap((type): Scalar[] => {
    if (type === 'string') return [text];
    if (type === 'number' || type === 'integer')
      return isExact && (type === 'number' || Number.isInteger(number)) ? [number] : [];
    if (type !== 'boolean') return [];
    const at = [...words, 'true', 'false'].findIndex((word) => word.toLowerCase() === plain.toLowerCase());
    return at < 0 ? [] : [at % 2 === 0];
  });
}

/** A plain value as it is typed. */
export function scalarText(value: Scalar, words: readonly [string, string]): string {
  return typeof value === 'number' ? numberText(value) : typeof value === 'boolean' ? words[value ? 0 : 1] : value;
}
