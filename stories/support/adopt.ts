import type { CSSResult } from 'lit';

/** Gives the page styles without a style element, which the content policy would block. */
export function adopt(styles: CSSResult): void {
  const sheet = styles.styleSheet;
  if (sheet && !document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
