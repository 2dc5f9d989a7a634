import { clear, make } from './nodes.ts';
import { nodesOf } from './print-nodes.ts';

/** An element that can tell its content as text or as markup. */
export type Telling = HTMLElement & { getPlainText?(): string; getPrintHTML?(): string };

/** A copy of the content among the host's children, while the host has an attribute of this name. */
interface Copy {
  readonly attribute: string;
  /** Whether a slot takes it, out of sight, so that it is part of `innerText`. */
  readonly slotted: boolean;
  /** Changes come in bursts; so long, in ms, a copy that is dear to make waits for the last of them. */
  readonly pause: number;
  content(host: Telling): string | undefined;
  nodes(content: string): Node;
}

const COPIES: readonly Copy[] = [
  {
    attribute: 'mirror-text',
    slotted: true,
    pause: 0,
    content: (host) => host.getPlainText?.(),
    nodes: (text) => {
      const lines = document.createDocumentFragment();
      lines.append(...text.split('\n').map((line) => make('div', {}, line)));
      return lines;
    },
  },
  { attribute: 'print-fallback', slotted: false, pause: 200, content: (host) => host.getPrintHTML?.(), nodes: nodesOf },
];
/** The copies among the children of one host. */
export class Copies {
  private readonly host: Telling;
  private readonly made = new Map<Copy, { readonly node: HTMLElement; content: string }>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Telling) {
    this.host = host;
  }

  /** Writes the copies that are asked for; those that wait only when `waited`. */
  write(waited = false): void {
    for (const copy of COPIES) {
      if (!this.host.hasAttribute(copy.attribute)) {
        this.made.get(copy)?.node.remove();
        this.made.delete(copy);
      } else if (copy.pause > 0 && !waited) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.write(true), copy.pause);
      } else this.writeOne(copy);
    }
  }

  private writeOne(copy: Copy): void {
    const content = copy.content(this.host) ?? '';
    let made = this.made.get(copy);
    if (made?.content === content) return;
    if (!made) this.made.set(copy, (made = { node: this.place(copy), content }));
    made.content = content;
    clear(made.node);
    made.node.append(copy.nodes(content));
  }

  /** Forgets what waits. */
  stop(): void {
    clearTimeout(this.timer);
  }

  private place({ attribute: slot, slotted }: Copy): HTMLElement {
    const { host } = this;
    const root = host.shadowRoot;
    if (slotted && root && !root.querySelector(`slot[name="${slot}"]`))
      root.append(make('div', { class: 'visually-hidden', 'aria-hidden': 'true' }, make('slot', { name: slot })));
    return host.appendChild(make('div', { slot }));
  }
}
