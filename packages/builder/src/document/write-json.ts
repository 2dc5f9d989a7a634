import { isObject, type Json } from '@jiceng/core/json/json.js';

/** What fits into so many characters stays on one line, as people write definitions by hand. */
const LINE = 100;

/**
 * `value` as JSON text: small things on one line, the rest indented by `step` below `indent`. Keys keep their order.
 */
export function writeJson(value: Json, indent = '', step = '  '): string {
  const flat = oneLine(value);
  if (flat.length + indent.length <= LINE) return flat;
  const inner = indent + step;
  if (Array.isArray(value))
    return value.length === 0
      ? '[]'
      : `[\n${value.map((item: Json) => inner + writeJson(item, inner, step)).join(',\n')}\n${indent}]`;
  if (isObject(value))
    return Object.keys(value).length === 0
      ? '{}'
      : `{\n${Object.keys(value)
          .map((key) => `${inner}${JSON.stringify(key)}: ${writeJson(value[key] as Json, inner, step)}`)
          .join(',\n')}\n${indent}}`;
  return flat;
}

function oneLine(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value);
  return keys.length === 0
    ? '{}'
    : `{ ${keys.map((key) => `${JSON.stringify(key)}: ${oneLine(value[key] as Json)}`).join(', ')} }`;
}
