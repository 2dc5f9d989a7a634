import { isObject } from '../json/json.ts';
import { pointerParts, toPointer } from '../json/pointer.ts';
import type { Bilingual, Problem } from '../text/problem.ts';
import { HOLDERS } from './schema.ts';

/** What a definition may weigh. Beyond this it is refused before anything reads it. */
export interface StructureLimits {
  /** UTF-8 bytes of the document written without blanks. */
  readonly bytes: number;
  /** Nested objects and lists; inside a schema, nested schemas. */
  readonly depth: number;
  readonly subSchemas: number;
  /** Values in `enum`, and constants in `oneOf` and `anyOf`. */
  readonly options: number;
}

export const STRUCTURE_LIMITS: StructureLimits = {
  bytes: 5_000_000,
  depth: 250,
  subSchemas: 100_000,
  options: 200_000,
};

/** What stands at a place: a schema, the container a keyword keeps schemas in, a list of options, or plain data. */
type Role = 'schema' | 'schemas' | 'choices' | 'options' | 'data';

interface Place {
  readonly value: unknown;
  readonly role: Role;
  readonly depth: number;
  readonly parent: Place | undefined;
  readonly key: string | number;
}

/**
 * The structural limits that `document` breaks, each at most once; none means that it may be read.
 * Walks without recursion, and stops as soon as the bytes are used up, so that cyclic objects end too.
 * `schemasAt` are the JSON Pointers at which schemas start; by default the whole document is one.
 */
export function checkStructure(
  document: unknown,
  schemasAt: readonly string[] = [''],
  limits: StructureLimits = STRUCTURE_LIMITS,
): readonly Problem[] {
  const found = new Map<string, Problem>();
  const used = { bytes: 0, subSchemas: 0, options: 0 };
  const roots = new Set(schemasAt);
  const onTheWay = prefixes(schemasAt);
  const deepest = Math.max(0, ...schemasAt.map((pointer) => pointerParts(pointer).length));
  const report = (code: string, place: Place, reason: Bilingual) => {
    if (!found.has(code)) found.set(code, { pointer: pointerOf(place), code, reason });
  };

  const stack: Place[] = [
    { value: document, role: roots.has('') ? 'schema' : 'data', depth: 1, parent: undefined, key: '' },
  ];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const { value, role } = place;
    if (role === 'schema' && ++used.subSchemas > limits.subSchemas)
      report('too-many-schemas', place, REASONS.subSchemas(limits.subSchemas));
    if (role === 'options' && ++used.options > limits.options)
      report('too-many-options', place, REASONS.options(limits.options));
    const size = bytesOf(value);
    if (size === undefined) report('not-json', place, REASONS.notJson);
    else used.bytes += size;
    if (used.bytes > limits.bytes) {
      report('too-large', place, REASONS.bytes(limits.bytes));
      break;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (place.depth > limits.depth) {
      report('too-deep', place, REASONS.depth(limits.depth));
      continue;
    }
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const count = keys === undefined ? (value as readonly unknown[]).length : keys.length;
    used.bytes += Math.max(0, count - 1);
    const here = role === 'data' && onTheWay !== undefined && place.depth <= deepest ? pointerOf(place) : undefined;
    const above = here !== undefined && onTheWay!.has(here);
    // Pushed from last to first, so that problems are found in reading order.
    for (let index = count - 1; index >= 0; index--) {
      const key = keys === undefined ? index : keys[index]!;
      if (keys !== undefined) used.bytes += textBytes(key as string) + 1;
      const child = (value as Record<string | number, unknown>)[key];
      let childRole = roleOf(role, key, child);
      if (above && roots.has(here + toPointer([key]))) childRole = 'schema';
      const plain = childRole === 'data' && (typeof child !== 'object' || child === null) ? bytesOf(child) : undefined;
      if (plain !== undefined && used.bytes + plain <= limits.bytes) {
        used.bytes += plain; // nothing in it to look at
        continue;
      }
      const holder = childRole === 'schemas' || childRole === 'choices';
      stack.push({ value: child, role: childRole, depth: place.depth + (holder ? 0 : 1), parent: place, key });
      if (used.bytes > limits.bytes) break;
    }
  }
  return [...found.values()];
}

/** Pointers of the places above the given ones; `undefined` when none of them lies below the document itself. */
function prefixes(pointers: readonly string[]): ReadonlySet<string> | undefined {
  const above = new Set<string>();
  for (const pointer of pointers) {
    const parts = pointerParts(pointer);
    for (let length = 0; length < parts.length; length++) above.add(toPointer(parts.slice(0, length)));
  }
  return above.size > 0 ? above : undefined;
}

function roleOf(parent: Role, key: string | number, child: unknown): Role {
  if (parent === 'schema') {
    if (key === 'enum') return 'choices';
    const holding = HOLDERS.get(String(key));
    if (holding === undefined) return 'data';
    if (holding === 'one' && !Array.isArray(child)) return 'schema';
    return key === 'oneOf' || key === 'anyOf' ? 'choices' : 'schemas';
  }
  if (parent === 'schemas') return 'schema';
  // A constant among alternatives is an option to choose, not a schema of its own.
  if (parent === 'choices') return isObject(child) && !('const' in child) ? 'schema' : 'options';
  return 'data';
}

/** Bytes that `value` itself adds to the written document; `undefined` when JSON cannot say it. */
function bytesOf(value: unknown): number | undefined {
  switch (typeof value) {
    case 'string':
      return textBytes(value);
    case 'number':
      return Number.isFinite(value) ? String(value).length : undefined;
    case 'boolean':
      return value ? 4 : 5;
    case 'object':
      return value === null ? 4 : 2;
    default:
      return undefined;
  }
}

/** UTF-8 bytes of a quoted text; escapes are counted as the character they stand for. */
function textBytes(text: string): number {
  let bytes = text.length + 2;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

function pointerOf(place: Place): string {
  const parts: (string | number)[] = [];
  for (let at = place; at.parent !== undefined; at = at.parent) parts.push(at.key);
  return toPointer(parts.reverse());
}

const REASONS = {
  bytes: (limit: number): Bilingual => ({
    'zh-CN': `文件太大：不能超过 ${limit / 1_000_000} MB`,
    en: `The document is too large: at most ${limit / 1_000_000} MB`,
  }),
  depth: (limit: number): Bilingual => ({
    'zh-CN': `嵌套太深：不能超过 ${limit} 层`,
    en: `Nested too deeply: at most ${limit} levels`,
  }),
  subSchemas: (limit: number): Bilingual => ({
    'zh-CN': `字段和规则太多：合计不能超过 ${limit} 个`,
    en: `Too many fields and rules: at most ${limit} in all`,
  }),
  options: (limit: number): Bilingual => ({
    'zh-CN': `选项太多：合计不能超过 ${limit} 个`,
    en: `Too many options: at most ${limit} in all`,
  }),
  notJson: { 'zh-CN': '这里的值不能写成 JSON', en: 'This value cannot be written as JSON' },
};
