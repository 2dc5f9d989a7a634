// What this browser remembers for the page. With storage switched off the page works, it only forgets.

export function stored(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** `undefined` forgets. */
export function keep(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    /* as above */
  }
}

/** The demo keeps a key for each person in this browser; a real portal gets it from its server. */
export function draftKeyOf(personId: string): Uint8Array {
  const name = `portal-draft-key:${personId}`;
  const known = stored(name);
  if (known !== undefined && /^[0-9a-f]{64}$/.test(known))
    return Uint8Array.from(known.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const fresh = crypto.getRandomValues(new Uint8Array(32));
  keep(name, hexOf(fresh));
  return fresh;
}

/** An id for a new record or file, made where it is first opened. */
export function newId(): string {
  return hexOf(crypto.getRandomValues(new Uint8Array(12)));
}

/** Forgets all that was entered in this browser, drafts and the choice of person too. */
export async function forgetEverything(databases: readonly string[]): Promise<void> {
  await Promise.all(
    databases.map(
      (name) =>
        new Promise<void>((done) => {
          const request = indexedDB.deleteDatabase(name);
          for (const answer of ['success', 'error', 'blocked']) request.addEventListener(answer, () => done());
        }),
    ),
  );
  try {
    localStorage.clear();
  } catch {
    /* nothing was kept */
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
