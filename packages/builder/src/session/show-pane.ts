/** Asks the builder to open a pane, and to show what is selected there. */
export interface ShowPane {
  /** The pane's name; `design` for the canvas, absent for the pane where `pointer` is edited. */
  readonly pane?: string;
  /** JSON Pointer in the definition of what should be in sight. */
  readonly pointer?: string;
}

/** Asks whatever builder stands around `element` to open a pane. */
export function showPane(element: EventTarget, pane: string): void {
  show(element, { pane });
}

/** Asks the builder to show the place at `pointer` in the pane where it is edited. */
export function showPlace(element: EventTarget, pointer: string): void {
  show(element, { pointer });
}

function show(element: EventTarget, detail: ShowPane): void {
  element.dispatchEvent(new CustomEvent<ShowPane>('jc-pane-show', { detail, bubbles: true, composed: true }));
}

/** Panes by the part of the definition that they edit. */
const PANES: Readonly<Record<string, string>> = {
  score: 'score',
  ledger: 'ledger',
  states: 'life',
  moves: 'life',
  process: 'process',
  filing: 'life',
  facts: 'facts',
  handovers: 'facts',
  rules: 'logic',
  texts: 'texts',
  version: 'versions',
};

/** The first of `known` panes where what stands at `pointer` is edited; `design` where none is. */
export function paneOf(pointer: string, known: readonly string[]): string {
  const [, part = ''] = pointer.split('/');
  const pane = Object.prototype.hasOwnProperty.call(PANES, part) ? PANES[part] : undefined;
  return pane !== undefined && known.includes(pane) ? pane : 'design';
}
