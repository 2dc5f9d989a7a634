import type { Definition, FieldRef } from '../generated/definition.ts';
import type { Json } from '../json/json.ts';
import { valueAt, withValueAt } from '../json/pointer.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import { basisText } from '../text/basis.ts';
import { compile } from './compile.ts';
import type { Compiled } from './compiled.ts';
import { translated } from './translated.ts';

const made = new WeakMap<object, Definition>();

/**
 * The definition as people fill it in who ask on what it rests: the help of a field ends with the basis of its rules,
 * of the checks that name it and of the numbers in both, in Chinese and English. For showing only: it is another
 * document, with another content hash, and records belong to the definition itself. The same object comes again for the
 * same definition, and for its translations.
 */
export function withBasis(definition: Definition): Definition {
  const original = translated(definition, 'zh-CN');
  let known = made.get(original);
  if (!known) made.set(original, (known = readable(original)));
  return known;
}

/** A stranger's definition may have any shape; what cannot be read stays as it is and is left to the gate. */
function readable(definition: Definition): Definition {
  try {
    return explained(definition);
  } catch {
    return definition;
  }
}

function explained(definition: Definition): Definition {
  const compiled = compile(definition);
  const english = definition.texts?.['en'] === undefined ? undefined : compile(translated(definition, 'en'));
  const helps = helpPlaces(definition);
  let document = definition as unknown as Json;
  const put = (pointer: string, text: string): void => {
    document = withValueAt(document, pointer, text) as Json;
  };
  const texts: Record<string, string> = {};
  marksByField(compiled).forEach((marks, field) => {
    const node = compiled.field(field);
    // What lies in a shared part is said of other fields, too.
    if (!node || node.schemaPointer.includes('/$defs/')) return;
    const place = helps.get(field) ?? `/record${node.schemaPointer}/description`;
    const before = helps.has(field) ? valueAt(definition as unknown as Json, place) : node.description;
    const source = marks.join(',');
    put(place, joined(before, `依据：${basisText(source, 'zh-CN')}。`, ''));
    if (!english) return;
    const said = helps.has(field)
      ? valueAt(english.definition as unknown as Json, place)
      : english.field(field)?.description;
    texts[place] = joined(said, `Basis: ${basisText(source, 'en')}.`, ' ');
  });
  const result = document as unknown as Definition;
  return english ? { ...result, texts: { ...result.texts, en: { ...definition.texts?.['en'], ...texts } } } : result;
}

function joined(before: Json | undefined, sentence: string, between: string): string {
  return typeof before === 'string' && before !== '' ? `${before}${between}${sentence}` : sentence;
}

/** Marks of the bases of each field, by its address, in the order in which rules name them. */
function marksByField(compiled: Compiled): ReadonlyMap<string, readonly string[]> {
  const {
    definition: { rules = [], parameters = {} },
    names,
  } = compiled;
  const found = new Map<string, string[]>();
  const add = (field: string, source: string | undefined): void => {
    if (source !== undefined) found.set(field, [...(found.get(field) ?? []), source]);
  };
  const addRule = (field: string, source: string | undefined, formulas: readonly (string | undefined)[]): void => {
    add(field, source);
    for (const text of formulas) {
      if (text === undefined) continue;
      for (const name of compiled.formula(text).names)
        if (names.get(name) === 'parameter') add(field, parameters[name]?.source);
    }
  };
  for (const rule of rules) {
    if ('field' in rule) addRule(rule.field, rule.source, [rule.value, rule.visible, rule.required, rule.readonly]);
    else for (const field of rule.fields ?? []) addRule(field, rule.source, [rule.check]);
  }
  const visit = (node: FieldNode): void => {
    const source = node.schema['x-source'];
    if (typeof source === 'string') add(node.pointer, source);
    if (!node.recursive)
      [...node.children(), ...(node.kind === 'rows' ? (node.item()?.children() ?? []) : [])].forEach(visit);
  };
  visit(compiled.root);
  return found;
}

/** Places of the helps that the view gives to fields, by address. */
function helpPlaces({ view = [] }: Definition): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const visit = (refs: readonly FieldRef[], at: string, above: string): void =>
    refs.forEach((ref, index) => {
      if (typeof ref === 'string') return;
      const pointer = above + ref.field;
      if (ref.help !== undefined) places.set(pointer, `${at}/${index}/help`);
      if (ref.columns) visit(ref.columns, `${at}/${index}/columns`, `${pointer}/*`);
    });
  view.forEach(({ fields }, index) => visit(fields, `/view/${index}/fields`, ''));
  return places;
}
