import { fixture, html, nextFrame } from '@open-wc/testing';
import type { Person } from '@jiceng/core/generated/person.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { FILLER, NOW, ORGANISATIONS, PEOPLE, PROBLEMS, problems } from '../record/test-definition.ts';
import type { Ledger } from './ledger.ts';

// A ledger in a page, and what tests do with it.

export interface LedgerSetup {
  readonly records?: readonly StoredRecord[];
  readonly person?: Person;
  readonly people?: readonly Person[];
  readonly definition?: unknown;
  readonly width?: number;
}

/** `keeps`: what the browser has kept of the person stays. */
export async function openLedger(
  { records = problems(20), person = FILLER, people = PEOPLE, definition = PROBLEMS, width = 1280 }: LedgerSetup = {},
  keeps = false,
): Promise<Ledger> {
  if (!keeps) localStorage.clear();
  const box = await fixture<HTMLElement>(html`<div lang="zh-CN"></div>`);
  box.style.width = `${width}px`;
  const el = document.createElement('jc-ledger');
  Object.assign(el, { definition, records, organisations: ORGANISATIONS, people, person, now: NOW });
  box.append(el);
  await settled(el);
  return el;
}

export const settled = async (el: Ledger): Promise<void> => {
  for (let turn = 0; turn < 3; turn++) {
    await el.updateComplete;
    await nextFrame();
  }
};
export const all = <T extends HTMLElement = HTMLElement>(el: Ledger, selector: string): T[] => [
  ...el.renderRoot.querySelectorAll<T>(selector),
];
export const button = (el: Ledger, text: string): HTMLButtonElement =>
  all<HTMLButtonElement>(el, 'button').find((node) => node.textContent.trim().startsWith(text))!;
export const press = async (el: Ledger, text: string): Promise<void> => {
  button(el, text).click();
  await settled(el);
};
export const say = (el: Ledger): string => el.renderRoot.querySelector('[role=status].visually-hidden')!.textContent;
/** Texts of a column in the lines that are drawn; headings of groups have none. */
export const texts = (el: Ledger, title: string): string[] =>
  all(el, '.window .row').map(
    (row) => row.querySelector(`[aria-colindex="${columnOf(el, title)}"]`)?.textContent ?? '',
  );
const columnOf = (el: Ledger, title: string) =>
  all(el, '[role=columnheader]')
    .find((node) => node.textContent === title)!
    .getAttribute('aria-colindex');
export const cellOf = (el: Ledger, line: number, title: string): HTMLElement =>
  all(el, '.window .row')[line]!.querySelector<HTMLElement>(`[aria-colindex="${columnOf(el, title)}"]`)!;
export const touch = async (el: Ledger, node: HTMLElement): Promise<void> => {
  node.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true, composed: true }));
  await settled(el);
};
export const choose = async (el: Ledger, select: HTMLSelectElement, value: string): Promise<void> => {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(el);
};
/** The list or field under a label that begins so. */
export const labelled = <T extends HTMLElement = HTMLSelectElement>(el: Ledger, text: string): T =>
  all<HTMLLabelElement>(el, 'label').find((label) => label.textContent.trim().startsWith(text))!.control as T;
