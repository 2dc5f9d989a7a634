import type { GridModel } from './column.ts';
import { plainTable } from './plain-table.ts';

/** Widest table, in px of its columns, that is printed upright. */
const UPRIGHT = 760;

/**
 * While the page is printed, a plain table with all lines stands in `place`; `mayTurn`: a wide one turns the paper.
 * Call the returned function when the host leaves the document.
 */
export function printInto(place: HTMLElement, model: () => GridModel, mayTurn = false): () => void {
  let restore: () => void = () => undefined;
  const clear = () => {
    restore();
    restore = () => undefined;
    while (place.firstChild) place.firstChild.remove();
  };
  const before = () => {
    clear();
    const now = model();
    if (now.lines.length === 0) return; // the host says that there is nothing
    place.append(plainTable(now));
    const undo = [
      unclip(place),
      ...(mayTurn && now.columns.reduce((sum, { width }) => sum + width, 0) > UPRIGHT ? [turned()] : []),
    ];
    restore = () => undo.forEach((step) => step());
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', clear);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', clear);
    clear();
  };
}

/**
 * Turns the paper for the whole document, since browsers read that nowhere else, until the returned function is called.
 */
function turned(): () => void {
  const page = document as Document & { adoptedStyleSheets: readonly CSSStyleSheet[] };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('@page{size:A4 landscape}');
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return () => {
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

const FREE: readonly (readonly [string, string])[] = [
  ['overflow', 'visible'],
  ['height', 'auto'],
  ['max-height', 'none'],
];

/**
 * Pages put widgets into boxes of fixed height that scroll, which cut the print. They are let free until the returned
 * function is called.
 */
function unclip(start: HTMLElement): () => void {
  const undo: (() => void)[] = [];
  for (let at: HTMLElement | null = start; at !== null; at = parentOf(at)) {
    const { style } = at;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const before = style.cssText;
    for (const [name, value] of FREE) style.setProperty(name, value, 'important');
    undo.push(() => {
      style.cssText = before;
    });
  }
  return () => undo.forEach((step) => step());
}

function parentOf(node: Element): HTMLElement | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? (root.host as HTMLElement) : null;
}
