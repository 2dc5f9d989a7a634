// What judges a definition before it is published: the sibling `jiceng-publish.js`, which the data sources of
// `jiceng-store.js` load when somebody publishes.
export { publish, publishedId } from '@jiceng/core/engine/publish.js';
