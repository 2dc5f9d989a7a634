// Data sources that live in the browser, and drafts: the sibling `jiceng-store.js`.
export { openDrafts } from '@jiceng/client/drafts/draft-store.js';
export { openIndexedDbSource } from '@jiceng/client/indexed-db/indexed-db-source.js';
export { memorySource } from '@jiceng/client/memory/memory-source.js';
