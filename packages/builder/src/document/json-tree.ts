import { parseTree, type Node, type ParseError, type ParseOptions } from 'jsonc-parser';
import { problem, type Problem } from '@jiceng/core/text/problem.js';

/** Strict JSON: definitions are read by others, too. */
const STRICT: ParseOptions = { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false };

/** The tree of a JSON text with the places of its parts; `undefined` for what is not JSON. */
export function readTree(text: string): Node | undefined {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, STRICT);
  return errors.length > 0 ? undefined : tree;
}

/** Where `text` stops being JSON (UTF-16 units), or `undefined` where it is JSON. */
export function brokenAt(text: string): number | undefined {
  try {
    JSON.parse(text); // many times as fast as the tree, and nearly every text is JSON
    return undefined;
  } catch {
    const errors: ParseError[] = [];
    parseTree(text, errors, STRICT);
    return errors[0]?.offset ?? text.length;
  }
}

/** The problem of a text that is not JSON, with line and column. */
export function notJson(text: string, at: number): Problem {
  const lines = text.slice(0, at).split('\n');
  const [line, column] = [lines.length, (lines[lines.length - 1]?.length ?? 0) + 1];
  return problem(
    '',
    'not-json',
    `第 ${line} 行第 ${column} 个字符处不符合 JSON 格式。`,
    `not JSON at line ${line}, column ${column}`,
  );
}

/** Members (as properties) of an object, or items of a list. */
export const membersOf = ({ children }: Node): readonly Node[] => children ?? [];

/** The node at a path of keys and indices. Of members with one key the last counts, as JSON.parse has it. */
export function nodeAt(tree: Node, parts: readonly string[]): Node | undefined {
  let node: Node | undefined = tree;
  for (const part of parts) {
    if (node.type === 'array') node = /^(0|[1-9]\d*)$/.test(part) ? node.children?.[Number(part)] : undefined;
    else
      node =
        node.type === 'object'
          ? last(membersOf(node).filter(({ children }) => children?.[0]?.value === part))?.children?.[1]
          : undefined;
    if (!node) return undefined;
  }
  return node;
}

/** The text of a node as it is written. */
export const textOf = (text: string, { offset, length }: Node): string => text.slice(offset, offset + length);

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
