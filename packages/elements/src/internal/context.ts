import { createContext } from '@lit/context';
import type { Json } from '@jiceng/core/json/json.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Person } from '@jiceng/core/generated/person.js';

/** Size of text and targets: `large` for standing desks and touch, `elder` for older readers. */
export type Size = 'normal' | 'large' | 'elder';

/** Keeps half-finished forms. The client package has one that seals what it writes; hosts may bring their own. */
export interface Drafts {
  /** The draft at `address`, or `undefined` where there is none. */
  read(address: string): Promise<Json | undefined>;
  /** Keeps `draft`; rejects when the store is full or missing, which the form then says. */
  write(address: string, draft: Json): Promise<void>;
  remove(address: string): Promise<void>;
}

/** What `<jc-provider>` hands to the elements inside it. Everything is optional: elements work alone. */
export interface Surroundings {
  readonly dataSource?: DataSource;
  /** Who is at work. */
  readonly person?: Person;
  /** Post in which the person acts, where there are several. */
  readonly actorOrgId?: string;
  readonly locale?: string;
  readonly size?: Size;
  readonly theme?: string;
  /** Key of the host for sealing drafts; without it nothing is kept. */
  readonly draftKey?: string | Uint8Array;
  /** Where half-finished forms are kept; null: there should be such a place, but this browser has none. */
  readonly drafts?: Drafts | null;
}

/** Key of the context; a registered symbol, so that two copies of the bundle understand each other. */
export const surroundingsContext = createContext<Surroundings>(Symbol.for('jiceng.surroundings'));
