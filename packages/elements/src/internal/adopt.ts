import type { CSSResult } from 'lit';

/** Adds styles to the shadow root around `node`, once; for parts that are loaded when they are first needed. */
export function adopt(node: Node, { styleSheet }: CSSResult): void {
  const root = node.getRootNode();
  if (!(root instanceof ShadowRoot) || styleSheet === undefined || root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
