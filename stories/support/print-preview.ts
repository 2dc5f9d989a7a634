/**
 * Shows on screen how elements inside print: their own print rules hold, and they are told that the page is being
 * printed. Margins and page breaks are the browser's; for those, print the story.
 */
class StoryPrint extends HTMLElement {
  #frames = 6;

  connectedCallback(): void {
    dispatchEvent(new Event('beforeprint'));
    this.#apply();
  }

  /** Parts appear over several frames. */
  #apply(): void {
    if (!this.isConnected) return;
    showPrintRules(this);
    if (this.#frames-- > 0)
      requestAnimationFrame(() => {
        dispatchEvent(new Event('beforeprint'));
        this.#apply();
      });
  }
}

const shown = new WeakSet<ShadowRoot>();

function showPrintRules(root: ParentNode): void {
  for (const element of root.querySelectorAll('*')) {
    const shadow = element.shadowRoot;
    if (!shadow) continue;
    if (!shown.has(shadow) && shadow.adoptedStyleSheets.length > 0) {
      shown.add(shadow);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(shadow.adoptedStyleSheets.map(printRules).join('\n'));
      shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    }
    showPrintRules(shadow);
  }
}

const printRules = ({ cssRules }: CSSStyleSheet): string =>
  [...cssRules]
    .flatMap((rule) => (rule instanceof CSSMediaRule && rule.media.mediaText === 'print' ? [...rule.cssRules] : []))
    .map(({ cssText }) => cssText)
    .join('\n');

if (!customElements.get('story-print')) customElements.define('story-print', StoryPrint);
