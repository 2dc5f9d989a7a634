import { isObject, own, type Json, type JsonObject } from '../json/json.ts';

/** What people entered for one item. `null` means not entered, which is not zero. */
export interface ScoreEntry {
  readonly selfScore: number | null;
  readonly answer: number | boolean | null;
  readonly reviewScore: number | null;
  readonly evidenceNote: string;
  readonly deductReason: string;
  readonly attachments: readonly Json[];
}

/** Nothing entered. */
export const NO_ENTRY: ScoreEntry = {
  selfScore: null,
  answer: null,
  reviewScore: null,
  evidenceNote: '',
  deductReason: '',
  attachments: [],
};

/** The entry of item `id` in the object of all entries; values of a wrong type read as not entered. */
export function entryOf(entries: Json | undefined, id: string): ScoreEntry {
  const entry = isObject(entries) ? own(entries, id) : undefined;
  if (!isObject(entry)) return NO_ENTRY;
  const answer = own(entry, 'answer');
  const attachments = own(entry, 'attachments');
  return {
    selfScore: numberOf(entry, 'selfScore'),
    answer: typeof answer === 'boolean' ? answer : numberOf(entry, 'answer'),
    reviewScore: numberOf(entry, 'reviewScore'),
    evidenceNote: textOf(entry, 'evidenceNote'),
    deductReason: textOf(entry, 'deductReason'),
    attachments: Array.isArray(attachments) ? attachments : [],
  };
}

function numberOf(entry: JsonObject, key: string): number | null {
  const value = own(entry, key);
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function textOf(entry: JsonObject, key: string): string {
  const value = own(entry, key);
  return typeof value === 'string' ? value : '';
}
