import { isObject, own } from '../json/json.ts';
import { pointerParts, toPointer } from '../json/pointer.ts';
import type { Bilingual, Problem, Result } from '../text/problem.ts';
import { circles } from './circles.ts';
import { resolveUri, splitFragment } from './formats/uri.ts';
import { dynamicName, schemaPointer, textOf, type Location, type Resource } from './location.ts';
import { HOLDERS, isSchema, subSchemas, type JsonSchema } from './schema.ts';

/** Schemas that may be referred to, by URI. They are given by the program: a reference never makes a request. */
export type References = ReadonlyMap<string, JsonSchema>;

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenLocation = Open<Location>;

/** Most schemas hold no others; they share this. */
const NO_CHILDREN: ReadonlyMap<string, Location> = new Map();

function adopt(parent: OpenLocation, child: Location): void {
  if (parent.children === NO_CHILDREN) parent.children = new Map();
  (parent.children as Map<string, Location>).set(child.parts.join('/'), child);
}

/** A document whose references all lead somewhere. */
export interface SchemaIndex {
  readonly root: Location;
  /** All locations of the document and those that it reaches in registered ones. */
  readonly locations: readonly Location[];
  /** A schema known by its URI, for the meta-schema of a resource. */
  readonly documentOf: (uri: string) => JsonSchema | undefined;
  /** The registered documents that are referred to, by the URI of their registration. */
  readonly used: References;
}

/** The sub-schema of `location` under `keyword`, or under `keyword` and name. */
export function childOf(location: Location, keyword: string, key?: string | number): Location | undefined {
  return location.children.get(key === undefined ? keyword : `${keyword}/${key}`);
}

/**
 * Finds every sub-schema of `schema` and where its references lead: inside the document or to `references`.
 * Refuses unknown references, identifiers given twice or reserved, and references that circle at one value.
 */
export function indexSchema(schema: JsonSchema, references: References = new Map()): Result<SchemaIndex> {
  const { index, problems } = indexLoosely(schema, references);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: index };
}

/** What could be found of a schema, and what is wrong with it. */
export interface LooseIndex {
  readonly index: SchemaIndex;
  readonly problems: readonly Problem[];
}

/** Like `indexSchema`, but answers with what could be found beside the problems: for showing a broken schema. */
export function indexLoosely(schema: JsonSchema, references: References = new Map()): LooseIndex {
  return new Indexer(references).run(schema);
}

/** Identifiers of the drafts themselves; a document that takes one would change what others mean. */
const RESERVED = /^https?:\/\/json-schema\.org\//;

class Indexer {
  private readonly resources = new Map<string, Resource>();
  private readonly problems: Problem[] = [];
  private readonly references: References;
  private readonly used = new Map<string, JsonSchema>();
  private ownDocument = true;

  constructor(references: References) {
    this.references = references;
  }

  run(schema: JsonSchema): LooseIndex {
    const root = this.enter(isSchema(schema) ? schema : true, '');
    if (!isSchema(schema)) this.report('not-a-schema', root, REASONS.notASchema);
    const locations = this.reach(root);
    if (this.problems.length === 0) this.problems.push(...circles(locations, this.resources));
    const documentOf = (uri: string) => this.references.get(splitFragment(uri).document);
    return { index: { root, locations, documentOf, used: this.used }, problems: this.problems };
  }

  /** Indexes a whole document; `uri` is where it was found, which `$id` overrules. */
  private enter(schema: JsonSchema, uri: string): Location {
    const root = this.open(schema, undefined, [], uri);
    if (!this.resources.has(uri)) this.resources.set(uri, root.resource);
    this.walk(root);
    return root;
  }

  private walk(start: Location): void {
    const stack = [start as OpenLocation];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const [keyword, key, schema] of subSchemas(at.schema)) {
        const parts = key === undefined ? [keyword] : [keyword, key];
        const child = this.open(schema, at, parts, '');
        adopt(at, child);
        stack.push(child);
      }
    }
  }

  private open(schema: JsonSchema, parent: Location | undefined, parts: readonly string[], uri: string): OpenLocation {
    const base = parent === undefined ? uri : parent.resource.uri;
    const location = {
      schema,
      parent,
      parts,
      children: NO_CHILDREN,
      ref: undefined,
      dynamicRef: undefined,
    } as unknown as OpenLocation;
    const id = textOf(schema, '$id');
    const full = id === undefined ? base : splitFragment(resolveUri(base, id)).document;
    if (parent === undefined || (id !== undefined && full !== base)) {
      location.resource = { uri: full, root: location, anchors: new Map(), dynamicAnchors: new Map() };
      if (id !== undefined) this.claim(location);
    } else {
      location.resource = parent.resource;
    }
    const anchor = textOf(schema, '$anchor');
    const dynamicAnchor = textOf(schema, '$dynamicAnchor');
    if (anchor !== undefined) this.anchor(location.resource.anchors, anchor, location);
    if (dynamicAnchor !== undefined) {
      this.anchor(location.resource.anchors, dynamicAnchor, location);
      location.resource.dynamicAnchors.set(dynamicAnchor, location);
    }
    return location;
  }

  private claim(location: Location): void {
    const { uri } = location.resource;
    const taken = this.resources.has(uri) || (this.ownDocument && (this.references.has(uri) || RESERVED.test(uri)));
    if (taken && this.ownDocument) this.report('taken-id', location, REASONS.takenId(uri));
    else if (!taken) this.resources.set(uri, location.resource);
  }

  private anchor(anchors: Map<string, Location>, name: string, location: Location): void {
    if (anchors.has(name) && this.ownDocument) this.report('taken-anchor', location, REASONS.takenAnchor(name));
    else anchors.set(name, location);
  }

  /** All locations below `root`, and whatever their references lead to. */
  private reach(root: Location): Location[] {
    const own: Location[] = [];
    const stack = [root as OpenLocation];
    const seen = new Set<Location>(stack);
    const visit = (location: Location | undefined) => {
      if (location === undefined || seen.has(location)) return;
      seen.add(location);
      stack.push(location as OpenLocation);
    };
    const names = new Set<string>();
    // Dynamic anchors are looked at again whenever the rest is done, since every step may open another resource.
    for (
      let at = stack.pop();
      at !== undefined || this.sameAnchors(names).some((target) => !seen.has(target));
      at = stack.pop()
    ) {
      if (at === undefined) {
        this.sameAnchors(names).forEach(visit);
        continue;
      }
      own.push(at);
      const reversed = [...at.children.values()].reverse(); // so that problems come in reading order
      for (const child of reversed) visit(child);
      visit((at.ref = this.follow(at, '$ref')));
      visit((at.dynamicRef = this.follow(at, '$dynamicRef')));
      const name = dynamicName(at);
      if (name !== undefined) names.add(name);
    }
    return own;
  }

  private sameAnchors(names: ReadonlySet<string>): Location[] {
    const targets: Location[] = [];
    for (const { dynamicAnchors } of this.resources.values()) {
      for (const [name, target] of dynamicAnchors) if (names.has(name)) targets.push(target);
    }
    return targets;
  }

  private follow(from: Location, keyword: '$ref' | '$dynamicRef'): Location | undefined {
    const reference = textOf(from.schema, keyword);
    if (reference === undefined) return undefined;
    const { document, fragment } = splitFragment(resolveUri(from.resource.uri, reference));
    const resource = this.resources.get(document) ?? this.fromReferences(document);
    const target = resource && this.inside(resource, fragment);
    if (target === undefined) this.report('unknown-reference', from, REASONS.unknownReference(reference), keyword);
    return target;
  }

  private fromReferences(uri: string): Resource | undefined {
    const schema = this.references.get(uri);
    if (schema === undefined || !isSchema(schema)) return undefined;
    this.used.set(uri, schema);
    this.ownDocument = false;
    const { resource } = this.enter(schema, uri);
    this.ownDocument = true;
    return this.resources.get(uri) ?? resource;
  }

  private inside(resource: Resource, fragment: string): Location | undefined {
    if (fragment === '') return resource.root;
    if (fragment.charAt(0) !== '/') return resource.anchors.get(fragment);
    const parts = pointerParts(fragment);
    let at = resource.root as OpenLocation;
    for (let index = 0; index < parts.length;) {
      const single = HOLDERS.get(parts[index]!) === 'one' ? childOf(at, parts[index]!) : undefined;
      const child = single ?? (index + 1 < parts.length ? childOf(at, parts[index]!, parts[index + 1]!) : undefined);
      if (child === undefined) return this.past(at, parts.slice(index));
      index += single === undefined ? 2 : 1;
      at = child as OpenLocation;
    }
    return at;
  }

  /** A schema that a pointer finds where no keyword keeps schemas; allowed, since drafts moved keywords around. */
  private past(from: OpenLocation, parts: readonly string[]): Location | undefined {
    let value: unknown = from.schema;
    for (const part of parts) {
      if (Array.isArray(value)) value = /^(0|[1-9]\d*)$/.test(part) ? value[Number(part)] : undefined;
      else value = isObject(value) ? own(value, part) : undefined;
    }
    if (!isSchema(value)) return undefined;
    const known = from.children.get(parts.join('/'));
    if (known !== undefined) return known;
    const location = this.open(value, from, parts, '');
    adopt(from, location);
    this.walk(location);
    return location;
  }

  private report(code: string, location: Location, reason: Bilingual, keyword?: string): void {
    const pointer = schemaPointer(location) + (keyword === undefined ? '' : toPointer([keyword]));
    this.problems.push({ pointer, code, reason });
  }
}

const REASONS = {
  notASchema: {
    'zh-CN': '这里应为一个 schema（对象、true 或 false）',
    en: 'A schema is expected here: an object, true or false',
  },
  unknownReference: (reference: string): Bilingual => ({
    'zh-CN': `找不到引用的内容“${reference}”；只能引用本文件内或已登记的内容`,
    en: `Nothing is known under the reference “${reference}”; only this document and registered ones can be referred to`,
  }),
  takenId: (id: string): Bilingual => ({
    'zh-CN': `标识“${id}”已被使用，请换一个`,
    en: `The identifier “${id}” is taken; choose another one`,
  }),
  takenAnchor: (name: string): Bilingual => ({
    'zh-CN': `锚点“${name}”重复`,
    en: `The anchor “${name}” is given twice`,
  }),
};
