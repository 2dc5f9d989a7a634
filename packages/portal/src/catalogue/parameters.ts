import type { Definition } from '@jiceng/core/generated/definition.js';
import { basisText } from '@jiceng/core/text/basis.js';
import { make } from '../page-parts.ts';

type Parameter = NonNullable<Definition['parameters']>[string];

/**
 * The numbers and choices of a definition that an administrator may change, each with its limits and what it rests on;
 * undefined where there are none.
 */
export function parameterList({ parameters = {} }: Definition): HTMLElement | undefined {
  const all = Object.values(parameters);
  if (all.length === 0) return undefined;
  return make(
    'details',
    {},
    make('summary', {}, `标准和参数（${all.length}项，可按本地规定调整）`),
    make('ul', {}, ...all.map((each) => make('li', {}, lineOf(each)))),
  );
}

function lineOf({ title, value, unit = '', min, max, source, locked, description }: Parameter): string {
  const range =
    locked === true
      ? '由县级掌握'
      : min !== undefined && max !== undefined && min < max
        ? `可在${min}至${max}之间调整`
        : '';
  return [
    `${title}：${shown(value)}${unit}`,
    range,
    `依据：${basisText(source, 'zh-CN')}`,
    description?.replace(/。$/, '') ?? '',
  ]
    .filter((part) => part !== '')
    .join('；');
}

function shown(value: Parameter['value']): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!Array.isArray(value)) return String(value);
  return value.every((entry) => typeof entry !== 'object') ? value.join('、') : `${value.length}行`;
}
