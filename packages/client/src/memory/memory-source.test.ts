import { expect } from '@open-wc/testing';
import { create, first, ZHOU } from '../fixtures/acts.ts';
import { dataSourceConformance } from '../fixtures/conformance.ts';
import { dataSet } from '../fixtures/data-set.ts';
import { Mirror } from '../store/mirror.ts';
import { MirrorSource } from '../store/mirror-source.ts';
import { memoryKeeper, memorySource } from './memory-source.ts';

dataSourceConformance('memory', async (set, kept) => {
  const keeper = memoryKeeper(kept);
  const tab = async (): Promise<MirrorSource> => {
    const source = new MirrorSource(new Mirror(set), keeper);
    await source.catchUp();
    return source;
  };
  return { tab };
});

describe('memorySource', () => {
  it('starts with the records of its data set and leaves the data set alone', async () => {
    const before = memorySource(dataSet());
    const record = first(await before.run(create('p1', 'problems', { content: '甲' }), ZHOU));
    const set = dataSet({ records: [record] });
    const text = JSON.stringify(set);
    const source = memorySource(set);
    expect(await source.record('p1')).to.deep.equal(record);
    await source.run(
      { kind: 'save', recordId: 'p1', revision: 0, changes: [{ pointer: '/content', value: '乙' }] },
      ZHOU,
    );
    expect(JSON.stringify(set)).to.equal(text);
  });

  it('works around definitions that were not admitted', async () => {
    const set = dataSet();
    const broken = {
      ...set.definitions[0]!,
      record: { type: 'object', properties: { a: { $ref: 'https://example.org/x.json' } } },
    } as (typeof set.definitions)[number];
    const mirror = new Mirror({ ...set, definitions: [broken, ...set.definitions.slice(1)] });
    expect([...mirror.refused.keys()]).to.deep.equal([0]);
    expect(mirror.refused.get(0)?.[0]?.code).to.equal('unknown-reference');
    expect([...mirror.definitions()].length).to.equal(3);
  });

  it('keeps older versions for the records that were filled in with them', async () => {
    const set = dataSet();
    const [meetings] = set.definitions;
    const mirror = new Mirror({
      ...set,
      definitions: [...set.definitions, { ...meetings!, version: '2.0.0', title: '会议记录（新）' }],
    });
    expect(mirror.definition('meetings')?.definition.version).to.equal('2.0.0');
    expect(mirror.definition('meetings', '1.0.0')?.definition.title).to.equal('会议记录');
    expect([...mirror.definitions()].length).to.equal(4);
  });

  it('settles a record once for each state of the facts, however often it is read', async () => {
    const source = memorySource(dataSet());
    for (let at = 0; at < 60; at++)
      first(
        await source.run(
          { ...create(`r${at}`, 'quarter-report', { members: at }), periodCode: `${2025 - at}-Q1` },
          ZHOU,
        ),
      );
    let reads = 0;
    const { facts } = source.mirror;
    const read = facts.read.bind(facts);
    facts.read = (query) => {
      reads++;
      return read(query);
    };
    const records = await source.records({ definitionId: 'quarter-report' });
    expect(reads).to.be.above(59);
    reads = 0;
    expect(await source.records({ definitionId: 'quarter-report' })).to.deep.equal(records);
    await source.catchUp();
    await source.record('r7');
    expect(reads).to.equal(0);
    await source.run(create('m1', 'meetings', { heldOn: '2025-02-02' }), ZHOU);
    reads = 0;
    const after = await source.records({ definitionId: 'quarter-report' });
    expect(reads).to.be.above(59);
    expect(after.map(({ data }) => data['meetingCount'])).to.deep.equal(records.map((_, at) => (at === 0 ? 1 : 0)));
    expect(after.filter((record, at) => record !== records[at]).length).to.equal(1);
  });
});
