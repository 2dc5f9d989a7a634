import { numberOf, type Measure } from './cell-values.ts';
import type { Column } from './column.ts';
import { guess, type ColumnKind, type KindGuess } from './guess.ts';
import { isSameUnit } from './words.ts';

/** A column of numbers, whose unit stands in the heading or behind each of them. */
export function asNumbers(column: Column): KindGuess | undefined {
  const { heading, found } = column;
  const numbers = found
    .map(numberOf)
    .filter((number) => number !== undefined)
    .filter(({ unit }) => heading.unit === undefined || unit === undefined || isSameUnit(heading.unit, unit));
  const isNumeric = numbers.length >= found.length * 0.8 && isOneMeasure(numbers, found.length);
  return isNumeric ? numeric(column, numbers) : undefined;
}

/**
 * Whether numbers can stand without what is written behind them: `3万元` above `800元`, or `5年` above `长期`, cannot.
 * `count`: values of the column.
 */
function isOneMeasure(numbers: readonly Measure[], count: number): boolean {
  const units = numbers.map(({ unit }) => unit).filter((unit) => unit !== undefined);
  return units.every((unit) => isSameUnit(units[0]!, unit)) && (numbers.length === count || units.length < count * 0.5);
}

function numeric({ heading, found, term }: Column, numbers: readonly Measure[]): KindGuess {
  const share = numbers.length / found.length;
  const units = new Set(numbers.map(({ unit }) => unit).filter((unit) => unit !== undefined));
  const unit = heading.unit ?? (units.size === 1 ? [...units][0] : undefined);
  const percents = found.filter(
    ({ value, style, text }) => (typeof value === 'number' && style.kind === 'percent') || /[%％]$/.test(text),
  ).length;
  if (unit === '%' || percents > found.length * 0.5)
    return { ...guess<ColumnKind>('percent', 0.6 + 0.35 * share, '值是百分比', 'values are percentages'), unit: '%' };
  const isMoney = found.some(({ value, style, text }) =>
    typeof value === 'number' ? /0\.0|[¥￥]/.test(style.format) : /^[¥￥]|\d\.\d/.test(text),
  );
  const whole =
    !isMoney &&
    numbers.every(({ number }) => Number.isInteger(number)) &&
    term?.kind !== 'money' &&
    term?.kind !== 'number';
  return {
    ...guess<ColumnKind>(
      whole ? 'integer' : 'number',
      0.6 + 0.35 * share,
      whole ? '值都是整数' : '值是数字',
      whole ? 'values are whole numbers' : 'values are numbers',
    ),
    unit,
  };
}
