// Everything for filling in, in one classic script: the elements register themselves, and this is what `Jiceng` offers pages.
import '../checklist/define.ts';
import '../form/define.ts';
import '../lamp/define.ts';
import '../moves/define.ts';
import '../ledger/define.ts';
import '../process/define.ts';
import '../provider/define.ts';
import '../scorecard/define.ts';
import '../stars/define.ts';
import { scan } from './scan.ts';

declare const JICENG_VERSION: string;

/** Version of the bundle; the first one on a page stays in use. */
export const version = JICENG_VERSION;

export { openDrafts } from '@jiceng/client/drafts/draft-store.js';
export { openIndexedDbSource } from '@jiceng/client/indexed-db/indexed-db-source.js';
export { memorySource } from '@jiceng/client/memory/memory-source.js';
export { admit } from '@jiceng/core/definition/admit.js';
export { ready } from './ready.ts';
export { scan } from './scan.ts';

// Pages of a CMS hold only links; they are looked for once, when the page is there.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => scan(document), { once: true });
else scan(document);
