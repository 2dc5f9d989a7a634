import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Sheets = Document & { adoptedStyleSheets: readonly CSSStyleSheet[] };

/**
 * While a page is printed: sets paper, margins and page numbers in the document, since browsers read them nowhere else,
 * and draws the host as paper wants it.
 */
export class PrintController implements ReactiveController {
  /** The page is being printed. */
  isPrinting = false;
  private readonly host: ReactiveControllerHost;
  /** Rules of the page; undefined while it is not ready to be printed. */
  private readonly rules: () => string | undefined;
  /** Draws at once; printing does not wait. */
  private readonly draw: () => void;
  private sheet: CSSStyleSheet | undefined;

  constructor(host: ReactiveControllerHost, rules: () => string | undefined, draw: () => void) {
    this.host = host;
    this.rules = rules;
    this.draw = draw;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.begin);
    addEventListener('afterprint', this.end);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.begin);
    removeEventListener('afterprint', this.end);
    this.end();
  }

  private readonly begin = (): void => {
    const rules = this.rules();
    if (rules === undefined || this.isPrinting) return;
    this.isPrinting = true;
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(rules);
    const page = document as Sheets;
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, this.sheet];
    this.draw();
  };

  private readonly end = (): void => {
    if (!this.isPrinting) return;
    this.isPrinting = false;
    const page = document as Sheets;
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
    this.sheet = undefined;
    this.host.requestUpdate();
  };
}
