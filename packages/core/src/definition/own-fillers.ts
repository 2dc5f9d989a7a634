import type { Actor } from '../generated/definition.ts';

/** Who acts where a definition names nobody. */
export const OWN_FILLERS: readonly Actor[] = [{ role: 'filler', at: 'own' }];
