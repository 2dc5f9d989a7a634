import type { Json } from '../json/json.ts';
import { toPointer } from '../json/pointer.ts';
import type { Problem } from '../text/problem.ts';

/** Deeper data than this are not followed; the gate for definitions allows 250. */
const DEPTH = 400;
/** Values in one document; more would stop the page. */
const VALUES = 2_000_000;

/**
 * A plain copy of host data: proxies of frameworks are read through, nothing of the host's is kept or changed.
 * What JSON cannot say is left out, and numbers that have lost digits are told of.
 */
export function copyJson(value: unknown, problems: Problem[] = []): Json | undefined {
  const path: (string | number)[] = [];
  let count = 0;
  return copy(value);

  function copy(from: unknown): Json | undefined {
    switch (typeof from) {
      case 'string':
      case 'boolean':
        return from;
      case 'number':
        if (!Number.isFinite(from)) return note('not-json', NOT_JSON);
        if (Number.isInteger(from) && !Number.isSafeInteger(from)) note('unsafe-number', UNSAFE);
        return from === 0 ? 0 : from;
      case 'object':
        break;
      case 'undefined':
        return undefined;
      default:
        return note('not-json', NOT_JSON);
    }
    if (from === null) return null;
    if (path.length > DEPTH || (count += 1) > VALUES) return note('too-deep', NOT_JSON);
    if (Array.isArray(from)) return from.map((item, at) => within(at, item) ?? null);
    const to: Record<string, Json> = {};
    for (const key of Object.keys(from)) {
      const part = within(key, (from as Record<string, unknown>)[key]);
      if (part === undefined) continue;
      // A plain assignment to __proto__ would set the prototype instead.
      if (key === '__proto__')
        Object.defineProperty(to, key, { value: part, enumerable: true, configurable: true, writable: true });
      else to[key] = part;
    }
    return to;
  }

  function within(key: string | number, part: unknown): Json | undefined {
    path.push(key);
    const copied = copy(part);
    path.pop();
    return copied;
  }

  function note(code: string, reason: Problem['reason']): undefined {
    problems.push({ pointer: toPointer(path), code, reason });
    return undefined;
  }
}

const NOT_JSON: Problem['reason'] = {
  'zh-CN': '这里的值无法保存，已忽略',
  en: 'This value cannot be stored and was left out',
};
const UNSAFE: Problem['reason'] = {
  'zh-CN': '数字超过安全范围，末位可能已经改变；较长的编号请用文本传入',
  en: 'This number is beyond the safe range and may have lost digits; pass long ids as text',
};
