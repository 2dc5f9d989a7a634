import type { Print } from '@jiceng/core/generated/report.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageRules } from './page-rules.ts';

type Sheets = Document & { adoptedStyleSheets: readonly CSSStyleSheet[] };

/**
 * While a page is printed: sets paper, margins and page numbers in the document, since browsers read them nowhere else,
 * and draws the host as paper wants it.
 */
export class PrintController implements ReactiveController {
  /** The page is being printed. */
  isPrinting = false;
  private readonly host: ReactiveControllerHost;
  private readonly setup: () => Print | undefined;
  /** Draws at once; printing does not wait. */
  private readonly draw: () => void;
  private sheet: CSSStyleSheet | undefined;

  constructor(host: ReactiveControllerHost, setup: () => Print | undefined, draw: () => void) {
    this.host = host;
    this.setup = setup;
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
    const print = this.setup();
    if (!print || this.isPrinting) return;
    this.isPrinting = true;
    this.sheet = new CSSStyleSheet();
    this.sheet.replaceSync(pageRules(print));
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
