import { compileBare } from '@jiceng/core/definition/compiled.js';
import { translated } from '@jiceng/core/definition/translated.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { FieldNode } from '@jiceng/core/schema/fields/field-node.js';
import type { Language } from '@jiceng/core/text/problem.js';

/** A field with its address in records and what people call it: `措施 / 时限`. */
export interface NamedField {
  readonly address: string;
  readonly title: string;
  readonly node: FieldNode;
}

/** Every field of a definition, those inside groups and rows too, in reading order. */
export function namedFields(definition: Definition, language: Language): readonly NamedField[] {
  const below = (node: FieldNode, path: readonly string[]): readonly NamedField[] => {
    const holder = node.kind === 'rows' ? node.item() : node;
    if (!holder || holder.recursive) return [];
    return holder.children().flatMap((child) => {
      const names = [...path, child.title];
      return [{ address: child.pointer, title: names.join(' / '), node: child }, ...below(child, names)];
    });
  };
  return below(compileBare(translated(definition, language)).root, []);
}

/** What a field is called; its address where no version has it. */
export function fieldName(fields: readonly NamedField[], address: string): string {
  return (
    fields.find((field) => field.address === address)?.title ??
    address
      .slice(1)
      .replace(/\/\*\//g, ' / ')
      .replace(/\//g, ' / ')
  );
}
