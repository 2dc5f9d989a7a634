// Pasted lines and cells as fields or items of a score: the sibling `jiceng-paste.js`, for the builder.
export * from '@jiceng/sheet/paste/part.js';
