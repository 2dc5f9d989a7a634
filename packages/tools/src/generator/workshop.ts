import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { Json } from '@jiceng/core/json/json.js';
import type { Surroundings } from './draw.ts';
import type { Random } from './random.ts';
import type { Match, Place, Recipe, Specs, Surrounding } from './recipe.ts';
import type { Store } from './store.ts';

/** Where and about whom one record is made. */
export interface Occasion {
  readonly id: string;
  readonly orgId: string;
  readonly subject?: { readonly id: string; readonly title: string };
  readonly periodCode?: string;
  /** Fields given beforehand, of a schedule, and its day as `on`. */
  readonly fields?: Specs;
  readonly on?: string;
  /** Which of the organisation's records of this definition it is, from 1. */
  readonly number?: number;
  /** A record that a hand-over has started, to be carried on. */
  readonly started?: StoredRecord;
}

/** What all records of one definition share. */
export interface Workshop {
  readonly store: Store;
  readonly recipe: Recipe;
  readonly random: Random;
  readonly now: string;
  list(name: string): readonly string[];
  person(orgId: string, random: Random): Surroundings['person'];
  organisation(
    orgId: string,
    at: Place | Surrounding,
    of: Match | undefined,
    random: Random,
    besides?: readonly Json[],
  ): string | undefined;
  /** Told what a record breaks that its definition demands. */
  readonly onBroken?: (recordId: string, reason: string) => void;
}
