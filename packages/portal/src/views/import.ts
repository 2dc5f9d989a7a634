import type { ImportDetail } from '@jiceng/elements/import/import.events.js';
import type { Import } from '@jiceng/elements/import/import.js';
import type { Command } from '@jiceng/core/engine/contract.js';
import { make, pageOf } from '../page-parts.ts';
import type { Frame, Portal } from '../shell.ts';

/** A filled-in sheet comes back to its ledger. */
export async function showImport(portal: Portal): Promise<void> {
  const { content, source, definition, orgId } = portal;
  const title = definition.ledger?.title ?? definition.title;
  const element = importOf(portal);
  const read = async (): Promise<void> => {
    element.records = await source.records({ definitionId: definition.id, under: orgId });
  };
  element.definition = definition;
  element.addEventListener(
    'jc-import',
    (event) => void storeAll(portal, element, (event as CustomEvent<ImportDetail>).detail.commands).then(read),
  );
  element.addEventListener(
    'jc-import-undo',
    (event) => void storeAll(portal, element, (event as CustomEvent<ImportDetail>).detail.commands).then(read),
  );
  content.replaceChildren(
    make('p', { className: 'pick' }, make('a', { href: pageOf(definition.id) }, `返回“${title}”`)),
    element,
  );
  await read();
}

/** An import that knows whom and what the page knows. */
export function importOf({ organisations, people, person, orgId, source, actor }: Frame): Import {
  const element = document.createElement('jc-import');
  Object.assign(element, { organisations, people, person, orgId, now: source.now() });
  element.judge = async (commands, { signal }) =>
    (await source.tryEach(commands, actor, { signal })).map((refusal) => refusal?.problems);
  return element;
}

/**
 * Stores the commands as one list, tells the import how far it is and what came of it; the answer is whether they were
 * stored.
 */
export async function storeAll(
  { source, actor }: Frame,
  element: Import,
  commands: readonly Command[],
): Promise<boolean> {
  const control = new AbortController();
  const cancel = (): void => control.abort();
  element.addEventListener('jc-import-cancel', cancel);
  try {
    const outcome = await source.runAll(commands, actor, {
      signal: control.signal,
      onProgress: (done) => element.showProgress(done),
    });
    element.showOutcome(outcome);
    return outcome.ok;
  } catch {
    element.showOutcome(undefined); // cancelled, or the storage failed: nothing was stored
    return false;
  } finally {
    element.removeEventListener('jc-import-cancel', cancel);
  }
}
