import type { Node } from 'jsonc-parser';
import type { Json } from '@jiceng/core/json/json.js';
import { pointerParts, toPointer } from '@jiceng/core/json/pointer.js';
import type { Edit } from './edit.ts';
import { membersOf, nodeAt, readTree, textOf } from './json-tree.ts';
import { spliced, type Splice } from './splice.ts';
import { writeJson } from './write-json.ts';

/**
 * The splices that make `edits` of `text`, one after the other. Throws a RangeError with the pointer where an edit does
 * not fit.
 */
export function splicesOf(text: string, edits: readonly Edit[]): Splice[] {
  const splices: Splice[] = [];
  let now = text;
  for (const edit of edits) {
    const made = splicesOfOne(now, edit).filter(({ removed, inserted }) => removed !== inserted);
    now = spliced(now, made);
    splices.push(...made);
  }
  return splices;
}

function splicesOfOne(text: string, edit: Edit): Splice[] {
  const tree = readTree(text);
  if (!tree) throw new RangeError('the document is not JSON');
  if ('set' in edit) return set(text, tree, edit.set, content(edit), edit.after);
  if ('insert' in edit) return insert(text, tree, edit.insert, content(edit));
  if ('remove' in edit) return [removal(text, present(tree, edit.remove))];
  if ('rename' in edit) {
    const key = present(tree, edit.rename).parent?.children?.[0];
    if (key?.parent?.type !== 'property') throw new RangeError(`${edit.rename} has no key`);
    return [replaced(text, key, JSON.stringify(edit.to))];
  }
  const taken = textOf(text, present(tree, edit.move));
  const first = removal(text, present(tree, edit.move));
  const rest = spliced(text, [first]);
  const after = readTree(rest);
  if (!after) throw new RangeError('the document is not JSON');
  const holder = nodeAt(after, pointerParts(edit.to).slice(0, -1));
  const to =
    holder?.type === 'array'
      ? { insert: edit.to }
      : { set: edit.to, ...(edit.after === undefined ? {} : { after: edit.after }) };
  return [first, ...splicesOfOne(rest, { ...to, text: flush(taken, indentAt(text, present(tree, edit.move).offset)) })];
}

/** What an edit brings, written for the place where it goes. */
type Content = (indent: string, step: string) => string;

function content(edit: { readonly value: Json } | { readonly text: string }): Content {
  if ('value' in edit) return (indent, step) => writeJson(edit.value, indent, step);
  return (indent) => edit.text.replace(/\n/g, `\n${indent}`);
}

/** Lines of `text` that began at `indent`, moved to the left edge. */
function flush(text: string, indent: string): string {
  return indent === '' ? text : text.replace(new RegExp(`\\n${indent}`, 'g'), '\n');
}

function set(text: string, tree: Node, pointer: string, written: Content, after: string | null | undefined): Splice[] {
  const parts = pointerParts(pointer);
  const found = nodeAt(tree, parts);
  if (found) return [replaced(text, found, written(indentAt(text, found.offset), stepOf(text)))];
  let depth = parts.length - 1;
  while (depth > 0 && !nodeAt(tree, parts.slice(0, depth))) depth--;
  const holder = nodeAt(tree, parts.slice(0, depth));
  if (holder?.type !== 'object') throw new RangeError(`nothing can be set at ${pointer}`);
  const inner = parts.slice(depth + 1);
  const whole: Content =
    inner.length === 0
      ? written
      : (indent, step) =>
          writeJson(
            inner.reduceRight<Json>((value, part) => ({ [part]: value }), JSON.parse(written('', step)) as Json),
            indent,
            step,
          );
  const key = JSON.stringify(parts[depth]);
  const members = membersOf(holder);
  const behind =
    inner.length > 0 || after === undefined
      ? members.length
      : after === null
        ? 0
        : members.findIndex((member) => member.children?.[0]?.value === after) + 1 || members.length;
  return [addition(text, holder, members, behind, (indent, step) => `${key}: ${whole(indent, step)}`)];
}

function insert(text: string, tree: Node, pointer: string, written: Content): Splice[] {
  const parts = pointerParts(pointer);
  const last = parts[parts.length - 1] ?? '';
  const list = nodeAt(tree, parts.slice(0, -1));
  if (!list)
    return set(
      text,
      tree,
      toPointer(parts.slice(0, -1)),
      (indent, step) => writeJson([JSON.parse(written('', step)) as Json], indent, step),
      undefined,
    );
  const items = membersOf(list);
  const index = last === '-' ? items.length : Number(last);
  if (list.type !== 'array' || !Number.isInteger(index) || index < 0 || index > items.length)
    throw new RangeError(`nothing can be inserted at ${pointer}`);
  return [addition(text, list, items, index, written)];
}

function present(tree: Node, pointer: string): Node {
  const node = nodeAt(tree, pointerParts(pointer));
  if (!node) throw new RangeError(`there is nothing at ${pointer}`);
  return node;
}

const replaced = (text: string, { offset, length }: Node, inserted: string): Splice => ({
  at: offset,
  removed: text.slice(offset, offset + length),
  inserted,
});

/** Takes a member or item away together with one comma and the space around it. */
function removal(text: string, value: Node): Splice {
  const child = value.parent?.type === 'property' ? value.parent : value;
  const holder = child.parent;
  if (!holder) throw new RangeError('the document itself cannot be removed');
  const children = membersOf(holder);
  const index = children.indexOf(child);
  const [before, next] = [children[index - 1], children[index + 1]];
  const start = before ? before.offset + before.length : next ? child.offset : holder.offset + 1;
  const end =
    before || !next ? (before ? child.offset + child.length : holder.offset + holder.length - 1) : next.offset;
  return { at: start, removed: text.slice(start, end), inserted: '' };
}

function addition(text: string, holder: Node, children: readonly Node[], index: number, written: Content): Splice {
  const step = stepOf(text);
  const outer = indentAt(text, holder.offset);
  const [first] = children;
  if (!first) {
    const at = holder.offset + 1;
    const removed = text.slice(at, holder.offset + holder.length - 1);
    return { at, removed, inserted: `\n${outer}${step}${written(outer + step, step)}\n${outer}` };
  }
  const isTall = text.slice(holder.offset, first.offset).includes('\n');
  const indent = isTall ? indentAt(text, first.offset) : outer;
  const gap = isTall ? `\n${indent}` : ' ';
  const before = children[index - 1];
  if (!before) return { at: first.offset, removed: '', inserted: `${written(indent, step)},${gap}` };
  return { at: before.offset + before.length, removed: '', inserted: `,${gap}${written(indent, step)}` };
}

/** White space at the start of the line on which `offset` stands. */
function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

/** One step of indentation, as the document has it. */
function stepOf(text: string): string {
  return /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
}
