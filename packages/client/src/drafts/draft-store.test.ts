import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { openDrafts, type DraftStore } from './draft-store.ts';

const DAY = 86_400_000;
const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const ADDRESS = 'zhou/village1/problems@1.0.0/p1';

describe('drafts', () => {
  const open: DraftStore[] = [];
  let database: string;
  let count = 0;
  beforeEach(() => {
    database = `trial-drafts-${++count}`;
  });
  afterEach(async () => {
    for (const store of open.splice(0)) store.close();
    await deleteDB(database);
  });
  async function store(fill = 1, now = 0): Promise<DraftStore> {
    const opened = await openDrafts({ key: key(fill), database, clock: () => now });
    open.push(opened);
    return opened;
  }

  it('gives back what was written, over visits, until it is removed', async () => {
    const draft = { note: '𠮷野家 <b>', measures: [{ dueOn: '2025-01-31' }, null], amount: 0.1, toString: 'x' };
    await (await store()).write(ADDRESS, draft);
    const drafts = await store();
    expect(await drafts.read(ADDRESS)).to.deep.equal(draft);
    await drafts.write(ADDRESS, { note: '新' });
    expect(await drafts.read(ADDRESS)).to.deep.equal({ note: '新' });
    await drafts.remove(ADDRESS);
    expect(await drafts.read(ADDRESS)).to.equal(undefined);
    expect(await drafts.read('none')).to.equal(undefined);
  });

  it('keeps nothing readable', async () => {
    const drafts = await store();
    await drafts.write(ADDRESS, { note: '不得外传' });
    await drafts.write(`${ADDRESS}2`, { note: '不得外传' });
    const [one, two] = await sealed();
    const bytes = new TextEncoder().encode('不得外传').join();
    expect(one!.join()).not.to.contain(bytes);
    expect(one!.join()).not.to.equal(two!.join());
  });

  it('opens nothing for another person of the same profile', async () => {
    const [mine, theirs] = [await store(1), await store(2)];
    await mine.write(ADDRESS, { note: '我的' });
    expect(await theirs.read(ADDRESS)).to.equal(undefined);
    await theirs.write('wang/x', { note: '他的' });
    expect(await mine.read('wang/x')).to.equal(undefined);
    expect(await mine.read(ADDRESS)).to.deep.equal({ note: '我的' });
  });

  it('opens nothing that was moved to another address or changed by a byte', async () => {
    const drafts = await store();
    await drafts.write(ADDRESS, { note: '甲' });
    const [whole] = await sealed();
    const db = await openDB(database);
    await db.put('drafts', { address: 'zhou/other', sealed: whole!, savedAt: 0 });
    expect(await drafts.read('zhou/other')).to.equal(undefined);
    for (let at = 0; at < whole!.length; at++) {
      const changed = whole!.slice();
      changed[at]! ^= 1;
      await db.put('drafts', { address: ADDRESS, sealed: changed, savedAt: 0 });
      expect(await drafts.read(ADDRESS), `byte ${at}`).to.equal(undefined);
    }
    for (const wrong of [new Uint8Array(0), whole!.slice(0, 24), whole!.slice(0, -1), 'text', null, undefined]) {
      await db.put('drafts', { address: ADDRESS, sealed: wrong, savedAt: 0 });
      expect(await drafts.read(ADDRESS)).to.equal(undefined);
    }
    db.close();
  });

  it('forgets after seven days without a change, also while the page stays open', async () => {
    let now = 0;
    const drafts = await openDrafts({ key: key(1), database, clock: () => now });
    open.push(drafts);
    await drafts.write('a', 1);
    await drafts.write('b', 2);
    now = 3 * DAY;
    await drafts.write('b', 3);
    now = 7 * DAY;
    expect(await drafts.read('a')).to.equal(1);
    now++;
    expect([await drafts.read('a'), await drafts.read('b')]).to.deep.equal([undefined, 3]);
    expect((await sealed()).length).to.equal(2);
    await store(1, now);
    expect((await sealed()).length).to.equal(1);
    now = 10 * DAY + 1;
    expect(await drafts.read('b')).to.equal(undefined);
  });

  it('wipes the drafts of one person only', async () => {
    const drafts = await store();
    for (const address of ['zhou/a', 'zhou/b', 'zhou2/a', 'wang/zhou/a', 'zhoü/a'])
      await drafts.write(address, address);
    await drafts.wipe('zhou/');
    const left = await Promise.all(
      ['zhou/a', 'zhou/b', 'zhou2/a', 'wang/zhou/a', 'zhoü/a'].map((address) => drafts.read(address)),
    );
    expect(left).to.deep.equal([undefined, undefined, 'zhou2/a', 'wang/zhou/a', 'zhoü/a']);
    await drafts.wipe('');
    expect((await sealed()).length).to.equal(0);
  });

  it('rejects when storage is full, gone or missing, and keeps the draft that was there', async () => {
    const drafts = await store();
    await drafts.write(ADDRESS, 'before');
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!;
    Object.defineProperty(IDBObjectStore.prototype, 'put', {
      ...put,
      value: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(await nameOf(drafts.write(ADDRESS, 'after'))).to.equal('QuotaExceededError');
    Object.defineProperty(IDBObjectStore.prototype, 'put', put);
    expect(await drafts.read(ADDRESS)).to.equal('before');

    const factory = Object.getOwnPropertyDescriptor(window, 'indexedDB')!;
    Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true });
    expect(await nameOf(openDrafts({ key: key(1), database }))).to.equal('TypeError');
    Object.defineProperty(window, 'indexedDB', factory);

    drafts.close();
    for (const work of [drafts.read(ADDRESS), drafts.write(ADDRESS, 1), drafts.remove(ADDRESS), drafts.wipe('')])
      expect(await nameOf(work)).to.equal('InvalidStateError');
  });

  it('takes no key of another length', async () => {
    for (const length of [0, 16, 31, 33])
      expect(await nameOf(openDrafts({ key: new Uint8Array(length), database }))).to.equal('RangeError');
  });

  async function sealed(): Promise<Uint8Array[]> {
    const db = await openDB(database);
    const all = (await db.getAll('drafts')) as { sealed: Uint8Array }[];
    db.close();
    return all.map((entry) => entry.sealed);
  }
});

function nameOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'it did not reject',
    (error: Error) => error.name,
  );
}
