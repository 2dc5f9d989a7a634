/** Tags that a link may become, by the word in its class: `jc-embed jc-scorecard`. A plain `jc-embed` is a form. */
const TAGS = ['jc-form', 'jc-checklist', 'jc-scorecard', 'jc-ledger', 'jc-process'];

/** What a link points at: a definition alone, or with a record. */
interface Embedded {
  readonly definition?: unknown;
  readonly record?: unknown;
  readonly records?: unknown;
}

/**
 * Turns links of editors that keep nothing but links (`<a class="jc-embed" href="card.json">`) into elements. The file
 * holds a definition, or `{definition, record}`. Doing it twice mounts once; a link whose file cannot be read stays a
 * link. `meet` hears of each tag before it is made.
 */
export function scan(root: ParentNode, meet: (tag: string) => void): void {
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.jc-embed[href]')) {
    if (link.dataset['jcState'] !== undefined) continue;
    link.dataset['jcState'] = 'loading';
    void mount(link, meet);
  }
}

async function mount(link: HTMLAnchorElement, meet: (tag: string) => void): Promise<void> {
  try {
    if (new URL(link.href).origin !== location.origin) throw new Error('only files of this site are embedded');
    const response = await fetch(link.href);
    if (!response.ok) throw new Error(`${link.href}: ${response.status}`);
    const found = (await response.json()) as Embedded;
    const tag = TAGS.find((name) => link.classList.contains(name)) ?? 'jc-form';
    meet(tag);
    const element = document.createElement(tag) as HTMLElement & Record<string, unknown>;
    element.setAttribute('aria-label', link.textContent ?? '');
    Object.assign(element, found.definition === undefined ? { definition: found } : pick(found));
    link.replaceWith(element);
  } catch (error) {
    link.dataset['jcState'] = 'failed';
    console.warn('Jiceng: a link could not be embedded.', error);
  }
}

/** Only what elements take; a file may not set other properties. */
function pick({ definition, record, records }: Embedded): Embedded {
  return { definition, ...(record === undefined ? {} : { record }), ...(records === undefined ? {} : { records }) };
}
