import { expect } from '@open-wc/testing';
import {
  factsOf,
  organisations,
  recordsOf,
  settled,
  shippedTemplates,
  shown,
  type Reading,
} from './every-template.fixture.ts';

/** Letters and punctuation that only Chinese has. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

/** Chinese strings in data, longest first, so that they can be taken out of what is shown. */
function chineseIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') {
    if (CHINESE.test(value)) found.push(value);
  } else if (typeof value === 'object' && value !== null)
    Object.values(value).forEach((part) => chineseIn(part, found));
  return found.sort((a, b) => b.length - a.length);
}

/** Everything that can be read in an element: texts and the attributes that are read aloud. */
function words(root: Node, found: string[] = []): string[] {
  if (root instanceof HTMLStyleElement) return found;
  if (root.nodeType === Node.TEXT_NODE && root.textContent) found.push(root.textContent);
  if (root instanceof Element) {
    for (const name of ['aria-label', 'placeholder', 'title', 'aria-description']) {
      const value = root.getAttribute(name);
      if (value) found.push(value);
    }
    if (root instanceof HTMLInputElement || root instanceof HTMLTextAreaElement) found.push(root.value);
    if (root.shadowRoot) words(root.shadowRoot, found);
  }
  root.childNodes.forEach((child) => words(child, found));
  return found;
}

/** What is left in Chinese, without the data. */
function left(el: Reading, data: readonly string[]): string[] {
  const all = [
    ...words(el),
    ...(el.getPlainText?.().split('\n') ?? []),
    ...(el.getPrintHTML?.().split(/<[^>]*>/) ?? []),
  ];
  return [
    ...new Set(
      all
        .map((text) => data.reduce((rest, value) => rest.split(value).join(''), text).trim())
        .filter((text) => CHINESE.test(text)),
    ),
  ];
}

const all = await shippedTemplates();

describe('English in every element', () => {
  const facts = factsOf(all);

  for (const shipped of all) {
    const { path, definition, data } = shipped;
    it(path, async () => {
      const strings = chineseIn(data);
      const records = recordsOf(shipped);
      const expectEnglish = (el: Reading, what: string) =>
        expect(left(el, strings), `${what} of ${path}`).to.deep.equal([]);

      const ledger = await shown('jc-ledger', { definition, records, facts });
      ledger.renderRoot.querySelector<HTMLElement>('[aria-controls$="-filters"]')!.click();
      await settled(ledger);
      expectEnglish(ledger, 'ledger');
      for (const record of records) {
        (ledger as unknown as { openRecord(id: string): void }).openRecord(record.id);
        await settled(ledger);
        expectEnglish(ledger, `detail in state ${record.state}`);
      }

      ledger.parentElement!.remove();

      const moves = await shown('jc-moves', { definition, facts });
      for (const record of records) {
        Object.assign(moves, { record });
        await settled(moves);
        expectEnglish(moves, 'moves');
        for (const button of moves.renderRoot.querySelectorAll<HTMLButtonElement>('[data-move]:not([disabled])')) {
          button.click();
          await settled(moves);
          const [, confirm] = moves.renderRoot.querySelectorAll<HTMLElement>('.dialog-foot button');
          confirm!.click();
          await settled(moves);
          expectEnglish(moves, `dialog of ${button.dataset['move']}`);
          moves.renderRoot.querySelector<HTMLElement>('.dialog-foot button')!.click();
          await settled(moves);
        }
      }

      moves.parentElement!.remove();

      const [record] = records;
      const form = await shown('jc-form', { definition, record, facts });
      (form as unknown as { validate(): boolean }).validate();
      await settled(form);
      expectEnglish(form, 'form');
      expectEnglish(await shown('jc-checklist', { definition, record, organisation: organisations[2] }), 'checklist');
      if (definition.process) expectEnglish(await shown('jc-process', { definition, record, facts }), 'process');
      if (definition.score && !definition.score.over) {
        for (const reviewing of [false, true]) {
          const card = await shown('jc-scorecard', {
            definition,
            record,
            facts,
            organisation: organisations[2],
            reviewing,
          });
          for (const button of card.renderRoot.querySelectorAll<HTMLElement>('.points')) button.click();
          await settled(card);
          expectEnglish(card, 'score card');
        }
      }
    });
  }
});
