import { Mirror } from '@jiceng/client/store/mirror.js';
import { dataSet } from './data-set.ts';

/** One store that nobody changes, for stories of single elements: facts, lookups and moves as they would be. */
export const store = new Mirror(dataSet());
