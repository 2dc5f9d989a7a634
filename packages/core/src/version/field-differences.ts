import { compileBare } from '../definition/compiled.ts';
import { translated } from '../definition/translated.ts';
import { sameJson } from '../json/changes.ts';
import type { Definition, MigrationStep } from '../generated/definition.ts';
import { isObject, type Json } from '../json/json.ts';
import { childPointer } from '../json/pointer.ts';
import type { FieldNode } from '../schema/fields/field-node.ts';
import type { Difference } from './difference.ts';
import { say, type Named } from './difference.messages.ts';
import type { Rename } from './renamed-references.ts';
import { bestPairs, likeness } from './likeness.ts';
import { fieldChanges } from './field-changes.ts';

/** A field of one version. `at`: where its values stand once the steps for what is around it are done. */
interface Spot {
  readonly node: FieldNode;
  readonly at: string;
  readonly holder: string;
}

/** Alike enough to be taken for the same field under another name. */
const SAME = 0.55;

/**
 * What happened to the fields. Renames are those of the later version's own migration, or guessed from likeness where
 * it has none.
 */
export function fieldDifferences(
  before: Definition,
  after: Definition,
): { readonly found: Difference[]; readonly renames: readonly Rename[] } {
  const fields = new Fields(before, after);
  return { found: fields.differences(), renames: fields.renamed };
}

class Fields {
  private readonly gone: Spot[] = [];
  private readonly come: Spot[] = [];
  readonly renamed: Rename[] = [];
  private readonly found: Difference[] = [];
  private readonly steps: readonly MigrationStep[] | undefined;
  private readonly before: Definition;
  private readonly after: Definition;

  constructor(before: Definition, after: Definition) {
    this.before = before;
    this.after = after;
    this.steps = after.migration?.from === before.version ? after.migration.steps : undefined;
  }

  differences(): Difference[] {
    this.compare(compileBare(this.before).root, compileBare(this.after).root, '');
    for (const [old, now] of this.moves()) {
      take(this.gone, old);
      take(this.come, now);
      this.found.push({
        part: 'field',
        happening: 'moved',
        pointer: this.pointerOf(now.node),
        text: say.moved(this.named(this.after, now.node)),
        touch: 'migrate',
        leap: 'major',
        field: old.node.pointer,
        data: { from: old.at, to: now.at },
      });
      this.rename(old, now);
      this.compare(old.node, now.node, now.at);
    }
    const removed = this.gone.map(({ node, at }): Difference => ({
      part: 'field',
      happening: 'removed',
      pointer: this.pointerOf(node),
      text: say.plain('field', this.named(this.before, node), 'removed'),
      touch: 'migrate',
      leap: 'major',
      field: node.pointer,
      data: { from: at },
    }));
    const added = this.come.map(({ node, at }): Difference => ({
      part: 'field',
      happening: 'added',
      pointer: this.pointerOf(node),
      text: say.plain('field', this.named(this.after, node), 'added'),
      ...(node.required
        ? {
            touch: 'check',
            leap: 'major',
            ...(node.default === undefined
              ? {}
              : { touch: 'migrate' as const, data: { from: at, value: node.default } }),
          }
        : { touch: 'none', leap: 'minor' }),
    }));
    return [...this.found, ...removed, ...added];
  }

  /** Two fields that are the same, and all below them. `at`: where values of the later one stand. */
  private compare(old: FieldNode, now: FieldNode, at: string): void {
    if (old.parent !== undefined)
      this.found.push(
        ...fieldChanges(old, now, {
          field: old.pointer,
          at,
          pointer: this.pointerOf(now),
          name: this.named(this.after, now),
          oldName: this.named(this.before, old),
          optionName: ({ value, title }, isOld) => ({
            zh: title,
            en:
              this.inEnglish(isOld ? this.before : this.after, isOld ? old : now)?.options.find((each) =>
                sameJson(each.value, value),
              )?.title ?? title,
          }),
        }),
      );
    if (old.kind !== now.kind) return;
    const [a, b, holder] = old.kind === 'rows' ? [old.item(), now.item(), `${at}/*`] : [old, now, at];
    if (!a || !b || a.recursive || b.recursive) return;
    const rest = new Map(b.children().map((child) => [child.key, child]));
    const gone: Spot[] = [];
    for (const child of a.children()) {
      const same = rest.get(child.key);
      const here = childPointer(holder, child.key);
      if (!same || (this.steps && this.leaves(here))) gone.push({ node: child, at: here, holder });
      else {
        rest.delete(child.key);
        this.compare(child, same, here);
      }
    }
    const come = [...rest.values()].map((node): Spot => ({ node, at: childPointer(holder, node.key), holder }));
    for (const [from, to] of this.renames(gone, come)) {
      take(gone, from);
      take(come, to);
      this.found.push({
        part: 'field',
        happening: 'renamed',
        pointer: this.pointerOf(to.node),
        text: say.renamed(this.named(this.after, to.node), this.named(this.before, from.node)),
        touch: 'migrate',
        leap: 'major',
        field: from.node.pointer,
        data: { from: from.at, to: to.at },
      });
      this.rename(from, to);
      this.compare(from.node, to.node, to.at);
    }
    this.gone.push(...gone);
    this.come.push(...come);
  }

  private rename({ node: from }: Spot, { node: to }: Spot): void {
    this.renamed.push({ from: from.pointer, to: to.pointer, schema: [this.pointerOf(from), this.pointerOf(to)] });
  }

  private leaves(address: string): boolean {
    return (this.steps ?? []).some((step) =>
      step.do === 'rename' || step.do === 'move' || step.do === 'split'
        ? step.from === address
        : step.do === 'drop' && step.field === address,
    );
  }

  private renames(gone: readonly Spot[], come: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
    if (this.steps) return this.told(gone, come);
    return bestPairs(
      gone,
      come,
      ({ node: a }, { node: b }) => {
        if (a.kind !== b.kind) return 0;
        const words = Math.max(likeness(a.title, b.title), 0.8 * likeness(a.key, b.key));
        return sameJson(bare(a), bare(b)) ? 0.3 + 0.7 * words : words * 0.9;
      },
      SAME,
    );
  }

  private moves(): readonly (readonly [Spot, Spot])[] {
    if (this.steps) return this.told(this.gone, this.come);
    const rows = ({ at }: Spot): string => at.slice(0, at.lastIndexOf('/*') + 1);
    return bestPairs(
      this.gone,
      this.come,
      (a, b) =>
        a.node.kind === b.node.kind && a.node.title === b.node.title && rows(a) === rows(b)
          ? a.node.key === b.node.key
            ? 1
            : 0.8
          : 0,
      0.8,
    );
  }

  private told(gone: readonly Spot[], come: readonly Spot[]): readonly (readonly [Spot, Spot])[] {
    return (this.steps ?? []).flatMap((step) => {
      if (step.do !== 'rename' && step.do !== 'move') return [];
      const [from, to] = [gone.find(({ at }) => at === step.from), come.find(({ at }) => at === step.to)];
      return from && to ? [[from, to] as const] : [];
    });
  }

  private pointerOf(node: FieldNode): string {
    return `/record${node.schemaPointer}`;
  }

  private named(definition: Definition, node: FieldNode): Named {
    return { zh: node.title, en: this.inEnglish(definition, node)?.title ?? node.title };
  }

  private inEnglish(definition: Definition, node: FieldNode): FieldNode | undefined {
    return compileBare(translated(definition, 'en')).field(node.pointer);
  }
}

/** What a field admits, without its words. */
function bare({ schema }: FieldNode): Json {
  const {
    title: _,
    description: __,
    examples: ___,
    ...rest
  } = (isObject(schema) ? schema : {}) as Record<string, Json>;
  return rest;
}

function take(list: Spot[], entry: Spot): void {
  const at = list.indexOf(entry);
  if (at >= 0) list.splice(at, 1);
}
