import { signal, type Signal } from '@preact/signals-core';
import type { BurdenFinding } from '@jiceng/core/burden/check.js';
import { LEAST_REASON, type Waiver } from '@jiceng/core/burden/waive.js';
import type { DocumentSession } from '../session/document-session.ts';

const kept = new WeakMap<DocumentSession<unknown>, Signal<ReadonlyMap<string, string>>>();

/** Reasons typed so far, by rule; they live as long as the session and are no part of the document. */
export function reasonsOf(session: DocumentSession<unknown>): Signal<ReadonlyMap<string, string>> {
  let reasons = kept.get(session);
  if (!reasons) kept.set(session, (reasons = signal(new Map())));
  return reasons;
}

/** The rules that block. */
export const blockedRules = (findings: readonly BurdenFinding[]): string[] => [...new Set(findings.filter(({ status }) => status === 'blocked').map(({ rule }) => rule))];

/** Whether a reason is long enough. */
export const suffices = (reason: string | undefined): boolean => (reason ?? '').trim().length >= LEAST_REASON;

/** The reasons as they are kept with the version: only those for rules that block now. */
export function waiversOf(findings: readonly BurdenFinding[], reasons: ReadonlyMap<string, string>, by: string, at: string): Waiver[] {
  return blockedRules(findings).flatMap((rule) => {
    const reason = reasons.get(rule)?.trim();
    return reason ? [{ rule, reason, by, at }] : [];
  });
}
