import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from '@jiceng/core/fixtures/fast-check.js';
import { isObject, type Json } from '@jiceng/core/json/json.js';
import { admitReport } from '@jiceng/core/report/admit.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { published, templateFiles } from '../../fixtures/templates.ts';
import { JsonDocument } from '../../document/json-document.ts';
import { chartsFor } from './charts.ts';
import { addBlock, blocksOf } from './new-block.ts';
import { derivedOffers } from './derived.ts';
import { offersOf } from './offers.ts';
import { moveTo, putIn, shift, takeFrom, unused } from './put.ts';
import { firstReport } from './start.ts';
import { useOffer } from './use-offer.ts';
import { chipsOf, zonesOf, ZONES } from './zones.ts';

const all: readonly Definition[] = templateFiles().map(
  (file) => published(JSON.parse(readFileSync(file, 'utf8'))) as Definition,
);
const find = (id: string) => all.find((definition) => definition.id === id);
const gate = (report: Json) => admitReport(report, find);
const did = { title: { 'zh-CN': '改动', en: 'change' } };
const problemsOf = (report: Json): string[] => {
  const result = gate(report);
  return result.ok ? [] : result.problems.map(({ pointer, reason }) => `${pointer} ${reason.en}`);
};

describe('a first report', () => {
  for (const definition of all)
    it(`about ${definition.id} passes the gate`, () =>
      assert.deepEqual(problemsOf(JSON.parse(firstReport(definition, 'zh-CN'))), []));
});

describe('offers', () => {
  it('every one of them can be used, once: a second time it is the same part', () => {
    for (const definition of all) {
      const document = new JsonDocument(firstReport(definition, 'zh-CN'));
      for (const offer of offersOf([definition], 'zh-CN')) {
        const first = useOffer(document.value.value, offer);
        document.edit(did, first.edits);
        assert.deepEqual(useOffer(document.value.value, offer), { id: first.id, edits: [] }, offer.key);
        if (offer.kind === 'measure')
          document.edit(did, [{ insert: '/blocks/0/measures/0', value: first.id }, { remove: '/blocks/0/measures/1' }]);
      }
      assert.deepEqual(problemsOf(document.value.value), [], definition.id);
    }
  });
});

describe('blocks and zones', () => {
  const start = firstReport(find('problem-list') as Definition, 'zh-CN');
  const offers = offersOf([find('problem-list') as Definition], 'zh-CN');

  it('takes every kind of block for which there is something to show', () => {
    for (const kind of Object.keys(ZONES)) {
      const document = new JsonDocument(start);
      const added = addBlock(document.value.value, kind, 0, offers, kind);
      if (kind === 'lights' || kind === 'coverage') assert.equal(added, undefined); // no thresholds, nothing filed
      else {
        assert.ok(added);
        document.edit(did, added.edits);
        assert.deepEqual(problemsOf(document.value.value), [], kind);
      }
    }
  });

  it('moves a chip as it is told, and keeps what a block cannot be without', () => {
    const document = new JsonDocument(start);
    const [, columns] = zonesOf(blocksOf(document.value.value)[1]);
    assert.ok(columns);
    const ids = () => chipsOf(document.value.value, '/blocks/1', columns).map(({ id }) => id);
    const chip = (at: number) => {
      const found = chipsOf(document.value.value, '/blocks/1', columns)[at];
      assert.ok(found);
      return found;
    };
    const [one, two, three] = ids();
    document.edit(did, shift(document.value.value, '/blocks/1', columns, chip(0), 1) ?? []);
    assert.deepEqual(ids().slice(0, 3), [two, one, three]);
    document.edit(did, moveTo(document.value.value, '/blocks/1', columns, chip(0), 3));
    assert.deepEqual(ids().slice(0, 3), [one, three, two]);
    while (ids().length > 1) document.edit(did, takeFrom(document.value.value, '/blocks/1', columns, chip(0)) ?? []);
    assert.equal(takeFrom(document.value.value, '/blocks/1', columns, chip(0)), undefined);
  });

  it('suggests drawings that the gate takes, time as a line first', () => {
    const document = new JsonDocument(start);
    document.edit(did, addBlock(document.value.value, 'chart', 0, offers, '图')?.edits ?? []);
    for (const offer of offers.filter(({ kind }) => kind === 'dimension')) {
      const { id, edits } = useOffer(document.value.value, offer);
      document.edit(did, [...edits, { set: '/blocks/1/by', value: id }]);
      if (problemsOf(document.value.value).length > 0) continue; // another table's dimension
      const suggested = chartsFor(document.value.value, '/blocks/1');
      assert.ok(suggested.length > 1);
      if ('period' in offer.body) assert.equal(suggested[0], 'line');
      for (const chart of suggested) {
        document.edit(did, [{ set: '/blocks/1/chart', value: chart }]);
        assert.deepEqual(problemsOf(document.value.value), [], `${chart} by ${id}`);
      }
    }
  });

  it('takes away what nothing shows any more, and nothing else', () => {
    const document = new JsonDocument(start);
    document.edit(did, unused(document.value.value));
    assert.deepEqual(problemsOf(document.value.value), []);
    assert.deepEqual(unused(document.value.value), []);
    document.edit(did, [{ remove: '/blocks/2' }]);
    const edits = unused(document.value.value);
    assert.ok(edits.length > 0, 'the chart alone used its dimension');
    document.edit(did, edits);
    assert.deepEqual(problemsOf(document.value.value), []);
  });

  it('stays a report whatever is put in, moved and taken out, as far as the gate lets it; and undo leads back to the very text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.constantFrom('put', 'take', 'shift', 'block', 'tidy')), {
          maxLength: 25,
        }),
        (steps) => {
          const document = new JsonDocument(start);
          for (const [which, where, what, act] of steps) {
            const report = document.value.value;
            const blocks = blocksOf(report);
            const pointer = `/blocks/${where % blocks.length}`;
            const zones = zonesOf(blocks[where % blocks.length]);
            const zone = zones[which % Math.max(zones.length, 1)];
            const tried = new JsonDocument(document.text.value);
            if (act === 'block')
              tried.edit(
                did,
                addBlock(report, Object.keys(ZONES)[what % 8] ?? '', where % blocks.length, offers, '新')?.edits ?? [],
              );
            else if (act === 'tidy') tried.edit(did, unused(report));
            else if (zone) {
              const chips = chipsOf(report, pointer, zone);
              const chip = chips[what % Math.max(chips.length, 1)];
              const offer = offers.filter(({ kind }) => kind === zone.takes)[what % 20];
              if (act === 'put' && offer) {
                const { id, edits } = useOffer(report, offer);
                tried.edit(did, edits);
                tried.edit(did, putIn(tried.value.value, pointer, zone, id, which % 3));
              } else if (act === 'take' && chip) tried.edit(did, takeFrom(report, pointer, zone, chip) ?? []);
              else if (act === 'shift' && chip)
                tried.edit(did, shift(report, pointer, zone, chip, which % 2 ? 1 : -1) ?? []);
            }
            if (gate(tried.value.value).ok) document.setText(did, tried.text.value);
            // only what is put in may not fit
            else assert.equal(act, 'put', `${act} leads to no report: ${problemsOf(tried.value.value).join('; ')}`);
          }
          while (document.undo());
          assert.equal(document.text.value, start);
          assert.ok(isObject(document.value.value));
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('types of organisations are offered with the words that a form has for them', () => {
  const type = offersOf([], 'zh-CN', all).find(({ key }) => key === 'shared/orgType')!;
  assert.ok(
    (type.body['options'] as readonly { readonly const: string; readonly title: string }[]).some(
      ({ const: code, title }) => code === 'rural' && title === '农村',
    ),
  );
  assert.equal(offersOf([], 'zh-CN').find(({ key }) => key === 'shared/orgType')!.body['options'], undefined);
});

describe('what can be made of a number', () => {
  const definition = find('problem-list') as Definition;
  const start = JSON.parse(firstReport(definition, 'zh-CN')) as {
    readonly measures: readonly { readonly id: string; readonly den?: unknown }[];
  };
  const rate = start.measures.find(({ den }) => den !== undefined)!;
  const aimed: Json = {
    ...start,
    measures: start.measures.map((measure) => (measure === rate ? { ...measure, target: 96 } : measure)),
  } as unknown as Json;

  it('passes the gate, each alone, and is found again the second time', () => {
    for (const id of start.measures.map((measure) => measure.id)) {
      for (const offer of derivedOffers(aimed, id, 'zh-CN')) {
        const document = new JsonDocument(JSON.stringify(aimed));
        document.edit(did, useOffer(aimed, offer).edits);
        assert.deepEqual(problemsOf(document.value.value), [], offer.key);
        assert.deepEqual(useOffer(document.value.value, offer).edits, [], offer.key);
      }
    }
  });

  it('depends on the number: shares are of counts, gaps and those who reach it need a target, and nothing is derived twice', () => {
    const parts = (id: string): readonly string[] =>
      derivedOffers(aimed, id, 'zh-CN').map(({ key }) => key.split('/')[1]!);
    assert.deepEqual(parts(rate.id), ['Change', 'Year', 'Rank', 'Running', 'Mean', 'Gap', 'Met', 'Formula']);
    assert.deepEqual(parts(start.measures.find(({ den }) => den === undefined)!.id), [
      'Share',
      'Change',
      'Year',
      'Rank',
      'Running',
      'Formula',
    ]);
    assert.deepEqual(derivedOffers({ measures: [{ id: 'x', of: 'y', derive: 'rank' }] }, 'x', 'zh-CN'), []);
  });
});
