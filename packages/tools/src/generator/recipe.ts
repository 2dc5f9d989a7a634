import type { Json } from '@jiceng/core/json/json.js';

/**
 * How one value is drawn. `share` is how often there is a value at all (0–1, default 1); `when` a formula that must
 * hold.
 */
export type Spec = { readonly share?: number; readonly when?: string } & (
  | { readonly value: Json }
  /** A formula over what is drawn so far, as in definitions. */
  | { readonly formula: string }
  | { readonly choice: readonly (readonly [Json, number])[] }
  /** Several of a list, each with its own probability; at least `min`. */
  | { readonly some: readonly (readonly [Json, number])[]; readonly min?: number }
  | { readonly integer: readonly [number, number] }
  | {
      readonly normal: readonly [mean: number, deviation: number];
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
    }
  | {
      readonly lognormal: readonly [median: number, sigma: number];
      readonly min?: number;
      readonly max?: number;
      readonly step?: number;
    }
  /** A working day between two dates given as formulas. */
  | { readonly date: readonly [from: string, to: string] }
  /** A date so many days after another, moved to the next working day; none when that lies in the future. */
  | { readonly after: string; readonly days: Spec; readonly future?: boolean }
  /**
   * One of a named list of texts; with `by`, of the list `name.value` of that formula; with `at`, that one (from 1,
   * over and over). Rows of one field do not repeat it while there are others.
   */
  | { readonly list: string; readonly by?: string; readonly at?: string }
  /**
   * Somebody: a member or a post holder of the record's organisation, its superior or the county, or of the
   * organisation that `of` names; not whom `besides` names. Rows of one field do not repeat a member.
   */
  | {
      readonly person: PersonKind;
      readonly at?: Place | 'below';
      readonly of?: string;
      readonly many?: Spec;
      readonly besides?: string;
    }
  /**
   * An organisation; `of` says which kind, where there are several; with `once`, rows of one field do not repeat it and
   * end when there is no other; `many` make a list.
   */
  | { readonly org: Place | Surrounding; readonly of?: Match; readonly once?: true; readonly many?: Spec }
  | { readonly rows: Spec; readonly each: Specs }
);

/** Values by field address, drawn in order. */
export type Specs = Readonly<Record<string, Spec>>;

/** Seen from the record's organisation. */
export type Place = 'own' | 'parent' | 'county';

/**
 * One of several organisations: any below that is held in depth, another with the same superior, any at all but the
 * record's own.
 */
export type Surrounding = 'below' | 'beside' | 'anywhere';

/** On the roster, or with a post: that of the role, or any. */
export type PersonKind = 'member' | 'filler' | 'reviewer' | 'verifier' | 'official';

/** For whom there are records: every given list must contain the organisation's value. */
export interface Match {
  readonly orgType?: readonly string[];
  readonly orgForm?: readonly string[];
  readonly orgLevel?: readonly string[];
}

/** Records that come round: one in each bucket of time with the given probability. */
export interface Schedule {
  readonly every: 'month' | 'quarter' | 'year';
  /** Day counted from the bucket's start, drawn anew each time. */
  readonly day: Spec;
  readonly share: number;
  /** Other probability in these months (`02`). */
  readonly shareIn?: Readonly<Record<string, number>>;
  readonly when?: string;
  readonly fields: Specs;
}

/** One way a record may stand today. The first whose `when` holds are candidates, drawn by weight. */
export interface StateRecipe {
  readonly id: string;
  readonly weight: number;
  readonly when?: string;
  /** Names of groups of fields that are filled in then, in order. */
  readonly groups?: readonly string[];
  /** The moves that led there, in order; without it the record was there from the start. */
  readonly path?: readonly MadeMove[];
}

/** A move that was made: on which day (a formula), and by whom, where that is not the one who fills in. */
export interface MadeMove {
  readonly move: string;
  readonly on: string;
  readonly by?: Spec;
}

/**
 * A move in a record's life, as long after what happened last as `after` says (days), or `on` a day (a formula, which
 * may read `last`).
 */
export interface LifeMove {
  readonly move: string;
  readonly after?: Spec;
  readonly on?: string;
  /** How often it is made at all (0–1, default 1), and on what condition. */
  readonly share?: number;
  readonly when?: string;
  /** What is filled in with it; formulas may read its day as `on`. */
  readonly fields?: Specs;
}

/** How the records of one definition are made up. Everything is data; formulas are those of definitions. */
export interface Recipe {
  readonly definition: string;
  /** Lower first: later records may read facts of earlier ones. */
  readonly order: number;
  readonly for: Match;
  /**
   * Whom records are about: members of the organisation (`count` of them, or all; newcomers where it has none), its
   * post holders, those of its superior, invented newcomers (`count`), or whom the organisation's records of the named
   * definition are about. Without it, the organisation itself.
   */
  readonly each?: PersonKind | 'superior' | 'newcomer' | (string & {});
  readonly count?: Spec;
  /** How many of those (organisations, where records are about nobody) have such records at all (0–1, default 1). */
  readonly share?: number;
  /** Also for organisations that are otherwise held as facts. */
  readonly shallow?: boolean;
  /** One record for each of these periods. */
  readonly periods?: readonly string[];
  readonly schedule?: readonly Schedule[];
  /** First day of schedules. */
  readonly from?: string;
  /** Values that only the recipe's own formulas read. */
  readonly let?: Specs;
  readonly fields: Specs;
  readonly groups?: Readonly<Record<string, Specs>>;
  readonly states?: readonly StateRecipe[];
  /**
   * Moves made one after another, after `steps`, until one lies in the future; those that do not lead on from the state
   * reached are left out.
   */
  readonly life?: readonly LifeMove[];
  /** Steps of the process with what is filled in; `stop` is how often a case has not gone beyond. */
  readonly steps?: Readonly<Record<string, { readonly fields?: Specs; readonly on?: Spec; readonly stop?: number }>>;
  /** Day of opening, as a formula; default today. */
  readonly openedOn?: string;
  /** Envelope period, as a formula. */
  readonly period?: string;
  /** Status of filings, with the day of submission; the first entry that is for the period, or for all. */
  readonly filing?: readonly FilingRecipe[];
  /** Hand-overs made once the record stands, for example `filing:accept`; `save` for those of every record. */
  readonly handOver?: string | readonly string[];
}

/** How far submissions of some periods (all, without `periods`) have come. */
export interface FilingRecipe {
  readonly periods?: readonly string[];
  readonly status: Spec;
  readonly submittedOn: Spec;
  /** Working days that each level of review took; what would be reviewed in the future is not reviewed yet. */
  readonly reviewDays?: Spec;
}

/** A fact of organisations that are held without records. */
export interface ImportedFact {
  readonly fact: string;
  readonly for: Match;
  readonly periods: 'now' | readonly string[];
  /** Values that the formulas below read, besides `memberCount`, `den` and the facts that stand before this one. */
  readonly let?: Specs;
  readonly num: Spec;
  readonly den?: Spec;
  readonly value?: Spec;
}

/** A kind of organisation in the tree. */
export interface GroupRecipe {
  readonly id: string;
  readonly under: string;
  /** How many below each of those above, or in all (`spread` over them), by preset. */
  readonly count: Readonly<Record<string, number>>;
  readonly spread?: boolean;
  readonly orgLevel: string;
  readonly orgType: string;
  readonly orgForm: Spec;
  /**
   * Parts of the name: text, `{place}` (name stem), `{above}` (stem of the one above), `{syllables}`, and named lists
   * of places.json.
   */
  readonly name: readonly (readonly [string, number])[];
  readonly stem: string;
  readonly members?: Spec;
  readonly deep?: boolean;
}

/** Names, sizes and the tree of organisations. */
export interface PlacesRecipe {
  readonly presets: readonly string[];
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly surnames: readonly string[];
  readonly longNames: readonly string[];
  readonly groups: readonly GroupRecipe[];
  readonly probationShare: number;
}

/** How much of the data is as bad as real data are; shares are 0–1. */
export interface DirtRecipe {
  /** Records in which one optional field is blank. */
  readonly missingOptional: number;
  readonly missingRequiredInDraft: number;
  /** Registers last verified so many days before today. */
  readonly stale: { readonly share: number; readonly fields: readonly string[]; readonly days: Spec };
  /** Records with one text that is as long. */
  readonly longText: { readonly share: number; readonly length: number };
  readonly spacesAndWideDigits: number;
  /** Things entered twice, the second time with `to` in place of `from` in the first of these fields. */
  readonly duplicate: {
    readonly share: number;
    readonly fields: readonly string[];
    readonly from: string;
    readonly to: string;
  };
  /** Records in which two dates have changed places. */
  readonly dateOrder: number;
  /** Organisations that are no longer active and still referred to. */
  readonly dissolved: number;
  readonly rareCharacter: { readonly share: number; readonly characters: readonly string[] };
}

/** Everything that the generator works from. */
export interface Recipes {
  readonly places: PlacesRecipe;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly records: readonly Recipe[];
  readonly imported: readonly ImportedFact[];
  readonly dirt: DirtRecipe;
}
