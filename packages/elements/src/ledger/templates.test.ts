import { expect } from '@open-wc/testing';
import 'axe-core'; // no module: it makes itself known as `axe`
import {
  factsOf,
  organisations,
  recordsOf,
  settled,
  shippedTemplates,
  shown,
  type Reading,
} from './every-template.fixture.ts';

declare const axe: typeof import('axe-core');

/** What axe finds, in words. The page around is the test's, not the element's. */
async function findings(el: Element): Promise<string[]> {
  const { violations } = await axe.run(el, { rules: { region: { enabled: false } }, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`),
  );
}

const all = await shippedTemplates();

describe('every template in the browser', () => {
  const facts = factsOf(all);
  for (const shipped of all) {
    const { path, definition } = shipped;
    it(`${path} draws in each state, and axe finds nothing`, async () => {
      const records = recordsOf(shipped);
      const [record] = records;
      const expectClean = async (el: Reading, what: string) =>
        expect(await findings(el), `${what} of ${path}`).to.deep.equal([]);

      const form = await shown('jc-form', { definition, record, facts }, 'zh-CN');
      (form as unknown as { validate(): boolean }).validate();
      await settled(form);
      await expectClean(form, 'form');
      form.parentElement!.remove();

      if (definition.score && !definition.score.over) {
        const card = await shown(
          'jc-scorecard',
          { definition, record, facts, organisation: organisations[2] },
          'zh-CN',
        );
        await expectClean(card, 'score card');
        card.parentElement!.remove();
      }
      if (definition.process) {
        const process = await shown('jc-process', { definition, record, facts }, 'zh-CN');
        await expectClean(process, 'process');
        process.parentElement!.remove();
      }
      if (!definition.ledger) return;
      const ledger = await shown('jc-ledger', { definition, records, facts }, 'zh-CN');
      await expectClean(ledger, 'ledger');
      for (const each of records) {
        (ledger as unknown as { openRecord(id: string): void }).openRecord(each.id);
        await settled(ledger);
        expect(ledger.renderRoot.textContent, `state ${each.state}`).not.to.match(/undefined|\[object /);
        const detail = ledger.renderRoot.querySelector('.detail');
        expect(detail, `state ${each.state}`).to.not.equal(null);
        expect(await findings(detail!), `state ${each.state} of ${path}`).to.deep.equal([]);
      }
      await expectClean(ledger, 'detail in its place');
    }).timeout(30_000);
  }
});
