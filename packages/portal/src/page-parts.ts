// Small helps for building pages and addresses.

/** The element with this id; the pages have it. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`#${id} is missing`);
  return found;
}

/** An element with properties and content. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

export function button(text: string, act: () => void, className = ''): HTMLButtonElement {
  const made = make('button', { type: 'button', className }, text);
  made.addEventListener('click', act);
  return made;
}

/**
 * Tells when another option is chosen than before. With the keyboard every step through the list would be a choice, so
 * it counts when the list is left or Enter is pressed.
 */
export function whenChosen(select: HTMLSelectElement, chosen: (value: string) => void): void {
  let before = select.value;
  let byKey = false;
  const go = (): void => {
    if (select.value === before) return;
    chosen(select.value);
    before = select.value; // it may have other options now
  };
  select.addEventListener('keydown', ({ key }) => {
    byKey = key !== 'Enter';
    if (key === 'Enter') go();
  });
  select.addEventListener('mousedown', () => {
    byKey = false;
  });
  select.addEventListener('change', () => {
    if (!byKey) go();
  });
  select.addEventListener('blur', () => {
    byKey = false;
    go();
  });
}

/** When what is in the page by now has been drawn; at once where nobody sees it. */
export function painted(): Promise<void> {
  return new Promise((done) => {
    if (document.visibilityState === 'hidden') setTimeout(done);
    else requestAnimationFrame(() => setTimeout(done));
  });
}

/** What the address says about `name`. */
export function asked(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}

/**
 * The address of a page with parameters; a moved clock stays moved, and the definition of a page for any definition
 * stays the same.
 */
export function addressOf(page: string, parameters: Readonly<Record<string, string>> = {}): string {
  const address = new URL(page, location.href);
  const definition =
    address.searchParams.get('definition') ??
    (address.pathname === location.pathname ? asked('definition') : undefined);
  address.search = '';
  if (definition) address.searchParams.set('definition', definition);
  const now = asked('now');
  for (const [name, value] of Object.entries({ ...parameters, ...(now === undefined ? {} : { now }) }))
    address.searchParams.set(name, value);
  return address.href;
}

/** The page of the portal that shows records of a definition: one of its own, or the page for any. */
export function pageOf(definitionId: string): string {
  const own = [...document.querySelectorAll<HTMLAnchorElement>('.nav a')].find(
    ({ dataset }) => dataset['definition'] === definitionId,
  )?.href;
  return own ?? addressOf('work.html', { definition: definitionId });
}

/** Gives the person a file to keep. */
export function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = make('a', { href: address, download: name.replace(/[\\/:*?"<>|]/g, '_') });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
