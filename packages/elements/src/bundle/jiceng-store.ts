// Data sources that live in the browser, drafts, and the gate through which definitions enter: the sibling
// `jiceng-store.js`.
export { openDrafts } from '@jiceng/client/drafts/draft-store.js';
export { openIndexedDbSource } from '@jiceng/client/indexed-db/indexed-db-source.js';
export { admit } from '@jiceng/core/admit/admit.js';
export { memorySource } from '@jiceng/client/memory/memory-source.js';
