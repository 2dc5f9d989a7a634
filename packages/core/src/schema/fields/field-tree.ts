import { isObject, own, type Json } from '../../json/json.ts';
import { childPointer } from '../../json/pointer.ts';
import {
  activeAt,
  branchesOf,
  propertyPlaces,
  shareOf,
  tellingKeys,
  type Active,
  type Judge,
  type Share,
} from './active.ts';
import { Compiler } from '../compile.ts';
import type { FieldBranch, FieldNode } from './field-node.ts';
import type { Format } from '../keywords/keyword.ts';
import { kindOf, optionsOf, type FieldKind, type FieldOption } from './kinds.ts';
import { schemasOf } from '../locate.ts';
import { childOf, indexLoosely, type LooseIndex, type References } from '../resolve.ts';
import { schemaPointer, type Location } from '../location.ts';
import type { JsonSchema, SchemaObject, TypeName } from '../schema.ts';
import { DEFAULT_STEPS, nodeHolds } from '../interpreter.ts';
import { childrenOf, heldBy, viewOf, type View } from './view.ts';

export type { FieldBranch, FieldNode } from './field-node.ts';
export type { FieldKind, FieldOption } from './kinds.ts';

/** How a tree is to be read. */
export interface FieldTreeOptions {
  readonly references?: References;
  /** Formats that conditions judge by. */
  readonly formats?: ReadonlyMap<string, Format>;
  /** The schema's own index, where it was made before. */
  readonly index?: LooseIndex;
}

/**
 * The fields of a schema. Never fails: a reference to nothing, a keyword of the wrong shape or of an older draft only
 * makes the kind of its field `unknown`. Check the structure first; a document over the limits takes its time.
 */
export function fieldTree(schema: JsonSchema, options: FieldTreeOptions = {}): FieldNode {
  const { index } = options.index ?? indexLoosely(schema, options.references);
  let compiler: Compiler | undefined;
  const judge: Judge = (location, value) => {
    compiler ??= new Compiler(index, options.formats);
    return nodeHolds(compiler.nodeOf(location), value, DEFAULT_STEPS);
  };
  const shares = new Map<Location, Share>();
  const share = (location: Location) => {
    let known = shares.get(location);
    if (known === undefined) shares.set(location, (known = shareOf(location)));
    return known;
  };
  return new Field({ judge, share, ids: new Map() }, [index.root], '', '', undefined, false);
}

interface Tree {
  readonly judge: Judge;
  readonly share: (location: Location) => Share;
  /** Numbers for locations, to know fields with the same schemas again. */
  readonly ids: Map<Location, number>;
}

class Field implements FieldNode {
  readonly pointer: string;
  readonly key: string;
  readonly kind: FieldKind;
  readonly schema: SchemaObject;
  readonly title: string;
  readonly required: boolean;
  readonly parent: Field | undefined;
  readonly recursive: boolean;
  private readonly tree: Tree;
  private readonly seeds: readonly Location[];
  private readonly view: View;
  private readonly known = new Map<string, Field>();
  private ownChildren: readonly Field[] | undefined;
  private ownItem: Field | undefined;
  /** The same list again while the same branches are active, so that nothing is drawn anew. */
  private lastActive: { readonly name: string; readonly fields: readonly Field[] } | undefined;
  private ownOptions: readonly FieldOption[] | undefined;

  constructor(
    tree: Tree,
    seeds: readonly Location[],
    pointer: string,
    key: string,
    parent: Field | undefined,
    required: boolean,
  ) {
    this.tree = tree;
    this.seeds = seeds;
    this.pointer = pointer;
    this.key = key;
    this.parent = parent;
    this.required = required;
    this.view = viewOf(seeds);
    this.schema = this.view.schema;
    this.kind = seeds.length === 0 || this.view.never ? 'unknown' : kindOf(this.view, parent === undefined);
    this.title = text(this.schema.title) ?? (key === '*' && parent !== undefined ? parent.title : key);
    this.recursive = this.repeats();
  }

  get description(): string | undefined {
    return text(this.schema.description);
  }
  get readOnly(): boolean {
    return this.schema.readOnly === true || this.kind === 'unknown';
  }
  get nullable(): boolean {
    return this.view.nullable;
  }
  get types(): readonly TypeName[] {
    return this.view.types;
  }
  get format(): string | undefined {
    return text(this.schema.format);
  }
  get unit(): string | undefined {
    return text(this.schema['x-unit']);
  }
  get default(): Json | undefined {
    return this.schema.default;
  }
  get examples(): readonly Json[] {
    return Array.isArray(this.schema.examples) ? (this.schema.examples as readonly Json[]) : [];
  }
  get options(): readonly FieldOption[] {
    return (this.ownOptions ??= this.kind === 'choices' ? this.item()!.options : optionsOf(this.view));
  }
  get schemaPointer(): string {
    return this.seeds[0] === undefined ? '' : schemaPointer(this.seeds[0]);
  }

  children(): readonly Field[] {
    if (this.kind !== 'object') return [];
    return (this.ownChildren ??= this.fieldsOf(this.view.parts, new Set(asKeys(this.schema.required)), true));
  }

  item(): Field | undefined {
    if (this.kind !== 'rows' && this.kind !== 'list' && this.kind !== 'choices') return undefined;
    return (this.ownItem ??= this.open(
      '*',
      [...new Set(this.view.parts.flatMap((part) => childOf(part, 'items') ?? []))],
      false,
    ));
  }

  branches(): readonly FieldBranch[] {
    return branchesOf(this.view).map(({ cause, condition, location, required }) => {
      const view = location && viewOf([location]);
      const keys = [...required, ...asKeys(view?.schema.required)];
      return {
        cause,
        condition: typeof condition === 'string' ? condition : condition?.schema,
        title: text(view?.schema.title),
        required: keys,
        fields: () => (view === undefined ? [] : this.fieldsOf(view.parts, new Set(keys), false)),
      };
    });
  }

  activeFields(value: Json | undefined): readonly Field[] {
    if (this.kind !== 'object') return [];
    const { parts, required } = this.active(value);
    const name = `${parts.map((part) => this.numberOf(part)).join()}/${JSON.stringify([...required])}`;
    if (this.lastActive?.name !== name) this.lastActive = { name, fields: this.fieldsOf(parts, required, true) };
    return this.lastActive.fields;
  }

  requiredKeys(value: Json | undefined): ReadonlySet<string> {
    return this.active(value).required;
  }

  private active(value: Json | undefined): Active {
    return activeAt(this.seeds, value, this.tree.judge, this.tree.share);
  }

  extraFields(value: Json | undefined): readonly Field[] {
    if (!isObject(value)) return [];
    const covered = new Set(this.activeFields(value).map(({ key }) => key));
    const extra = Object.keys(value).filter((key) => !covered.has(key) && own(value, key) !== undefined);
    return extra.map((key) => this.open(key, [...new Set(this.seeds.flatMap((seed) => schemasOf(seed, key)))], false));
  }

  /** The fields that `parts` declare together, without those that one of them forbids. */
  private fieldsOf(parts: readonly Location[], required: ReadonlySet<string>, offering: boolean): readonly Field[] {
    const byKey = new Map<string, Location[]>();
    const note = (key: string, place: Location) => {
      const places = byKey.get(key);
      if (places === undefined) byKey.set(key, [place]);
      else if (!places.includes(place)) places.push(place);
    };
    for (const part of parts) for (const child of childrenOf(part, 'properties')) note(child.parts[1]!, child);
    // What tells alternatives apart must be there to choose, even before any of them is active.
    const offered = new Map<string, Location[]>();
    for (const group of offering ? this.view.alternatives : []) {
      for (const key of tellingKeys(group))
        offered.set(
          key,
          group.flatMap((branch) => propertyPlaces(branch, key)),
        );
    }
    const always = this.view.parts.flatMap((part) => childrenOf(part, 'properties').map((child) => child.parts[1]!));
    const order = new Set([
      ...parts.flatMap((part) => asKeys(heldBy(part, 'x-order'))),
      ...always,
      ...offered.keys(),
      ...byKey.keys(),
    ]);
    const fields: Field[] = [];
    order.forEach((key) => {
      const places = byKey.get(key) ?? [];
      const choice = offered.get(key);
      if (places.some((place) => place.schema === false)) return;
      if (choice !== undefined) fields.push(this.openChoice(key, places, choice, required.has(key)));
      else if (places.length > 0) fields.push(this.open(key, places, required.has(key)));
    });
    return fields;
  }

  /** The field that tells alternatives apart, with the constants of all of them. */
  private openChoice(key: string, places: readonly Location[], choice: readonly Location[], required: boolean): Field {
    const plain = places.filter((place) => !choice.includes(place));
    const field = this.open(key, plain.length > 0 ? plain : choice.slice(0, 1), required, 'choice');
    if (plain.length === 0) field.ownOptions = choice.flatMap((place) => optionsOf(viewOf([place])));
    return field;
  }

  private open(key: string, seeds: readonly Location[], required: boolean, mark = ''): Field {
    const name = `${mark}${required ? '!' : ''}${seeds.map((seed) => this.numberOf(seed)).join()}/${key}`;
    let field = this.known.get(name);
    if (field === undefined) {
      field = new Field(this.tree, seeds, childPointer(this.pointer, key), key, this, required);
      this.known.set(name, field);
    }
    return field;
  }

  private numberOf(location: Location): number {
    const { ids } = this.tree;
    let number = ids.get(location);
    if (number === undefined) ids.set(location, (number = ids.size));
    return number;
  }

  private repeats(): boolean {
    const [first] = this.view.parts.slice(-1);
    for (let above = this.parent; above !== undefined && first !== undefined; above = above.parent) {
      if (above.view.parts.includes(first)) return true;
    }
    return false;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function asKeys(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : [];
}
