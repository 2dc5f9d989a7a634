import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Compiled } from '../definition/compiled.ts';
import type { FieldRef, Section } from '../generated/definition.ts';
import type { FieldNode } from '../schema/fields/fields.ts';
import type { FieldModel } from './field.ts';

/** How one field is shown. */
export interface FieldSpec {
  /** Address in the definition, `*` for any row. */
  readonly pointer: string;
  readonly widget?: string;
  readonly title?: string;
  readonly help?: string;
  readonly width?: 'full' | 'half' | 'third';
  /** Asked for here, whatever the schema says: yes, or by a formula. */
  readonly required?: boolean | string;
  /** Columns of a repeated field, by full address; absent: all of the row's fields. */
  readonly columns?: readonly FieldSpec[];
}

/** A titled group of fields, in reading order. */
export interface SectionSpec {
  /** Absent: no heading. */
  readonly title?: string;
  readonly help?: string;
  readonly when?: string;
  /** Columns on wide screens. */
  readonly columns: number;
  readonly collapsed: boolean;
  readonly fields: readonly FieldSpec[];
}

/** Where the fields of a form stand and what they are called. */
export class FormLayout {
  /** Sections in reading order. Follows the data where the record schema has conditions. */
  readonly sections: ReadonlySignal<readonly SectionSpec[]>;
  private readonly specs = new Map<string, FieldSpec>();
  private readonly conditions = new Map<string, string>();

  /** `fields` in place of the definition's view, where only some are asked for. */
  constructor(compiled: Compiled, root: () => FieldModel, fields?: readonly FieldRef[]) {
    const { definition } = compiled;
    const view: readonly Section[] | undefined = fields ? undefined : definition.view;
    const asked = fields && [{ columns: 2, collapsed: false, fields: fields.map((ref) => this.note(ref)) }];
    const drawn = view?.map((section) => this.section(section));
    const fixed = asked ?? (drawn && drawn.length > 0 ? drawn : undefined);
    this.sections = computed(() => fixed ?? derive(root()));
  }

  /** How a field is shown, where the view says something about it. */
  specOf(pattern: string): FieldSpec | undefined {
    return this.specs.get(pattern);
  }

  /** The condition of the section in which the field stands. */
  conditionOf(pattern: string): string | undefined {
    return this.conditions.get(pattern);
  }

  labelOf(node: FieldNode): string {
    const said = this.specs.get(node.pointer)?.title ?? node.title;
    return said === '' || said === '*' ? (node.parent ? this.labelOf(node.parent) : '') : said;
  }

  helpOf(node: FieldNode): string | undefined {
    return this.specs.get(node.pointer)?.help ?? node.description;
  }

  private section({ section, help, when, columns = 2, collapsed = false, fields }: Section): SectionSpec {
    const specs = fields.map((ref) => this.note(ref));
    if (when !== undefined) for (const { pointer } of specs) this.conditions.set(pointer, when);
    return {
      title: section,
      columns,
      collapsed,
      fields: specs,
      ...(help === undefined ? {} : { help }),
      ...(when === undefined ? {} : { when }),
    };
  }

  private note(ref: FieldRef, prefix = ''): FieldSpec {
    const { field, columns, title, help, ...rest } =
      typeof ref === 'string' ? ({ field: ref } as Exclude<FieldRef, string>) : ref;
    const pointer = prefix + field;
    const spec: FieldSpec = {
      pointer,
      ...(rest as Partial<FieldSpec>),
      ...(title === undefined ? {} : { title }),
      ...(help === undefined ? {} : { help }),
      ...(columns ? { columns: columns.map((column) => this.note(column, `${pointer}/*`)) } : {}),
    };
    this.specs.set(pointer, spec);
    return spec;
  }
}

/** Long lists of fields stand in several sections, so that browsers need not lay out what is out of view. */
const CHUNK = 24;

/** A layout from the record schema alone: plain fields together, each group of fields under its own heading. */
function derive(root: FieldModel): readonly SectionSpec[] {
  if (root.kind !== 'object') return [{ columns: 1, collapsed: false, fields: [{ pointer: '' }] }];
  const sections: SectionSpec[] = [];
  let plain: FieldSpec[] = [];
  const flush = () => {
    if (plain.length > 0) sections.push({ columns: 2, collapsed: false, fields: plain });
    plain = [];
  };
  for (const { node, label } of root.fields.value) {
    // What people enter into a score card stands in the score card.
    if (node.pointer === root.form.compiled.definition.score?.entries) continue;
    const simple =
      node.kind === 'object' &&
      !node.recursive &&
      node.branches().length === 0 &&
      node.children().length > 0 &&
      node.children().every(({ kind }) => kind !== 'object');
    if (!simple) {
      plain.push({ pointer: node.pointer });
      if (plain.length >= CHUNK) flush();
      continue;
    }
    flush();
    sections.push({
      title: label,
      columns: 2,
      collapsed: false,
      fields: node.children().map(({ pointer }) => ({ pointer })),
      ...(node.description === undefined ? {} : { help: node.description }),
    });
  }
  flush();
  return sections;
}
