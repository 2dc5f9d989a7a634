import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import { create, first, listen, save, until, ZHOU } from '../fixtures/acts.ts';
import { dataSourceConformance } from '../fixtures/conformance.ts';
import { dataSet } from '../fixtures/data-set.ts';
import { openIndexedDbSource, type OpenedSource } from './indexed-db-source.ts';

let count = 0;
const opened: OpenedSource[] = [];
const names: string[] = [];

function newName(): string {
  names.push(`trial-${++count}`);
  return names[names.length - 1]!;
}

async function open(name: string, set = dataSet()): Promise<OpenedSource> {
  const result = await openIndexedDbSource(set, name);
  opened.push(result);
  return result;
}

async function tab(name: string) {
  const { source, isKept } = await open(name);
  expect(isKept).to.equal(true);
  return source;
}

/** Runs `work` while `method` of `holder` is another one. */
async function replaced<T extends object, K extends keyof T>(
  holder: T,
  method: K,
  by: T[K],
  work: () => Promise<void>,
): Promise<void> {
  const before = Object.getOwnPropertyDescriptor(holder, method);
  Object.defineProperty(holder, method, { value: by, configurable: true, writable: true });
  try {
    await work();
  } finally {
    if (before) Object.defineProperty(holder, method, before);
    else Reflect.deleteProperty(holder, method);
  }
}

async function rejection(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => {
      throw new Error('it did not reject');
    },
    (error: Error) => error.name,
  );
}

afterEach(async () => {
  for (const { source } of opened.splice(0)) source.close();
  for (const name of names.splice(0)) await deleteDB(name);
});

/** Puts documents into the store behind everybody's back. */
async function plant(name: string, kept: ReadonlyMap<string, unknown>): Promise<void> {
  const db = await openDB(name);
  const transaction = db.transaction(['records', 'meta'], 'readwrite');
  let seq = 0;
  for (const [id, record] of kept) await transaction.objectStore('records').put({ id, seq: ++seq, record });
  await transaction.objectStore('meta').put({ key: 'seq', value: seq });
  await transaction.done;
  db.close();
}

dataSourceConformance('IndexedDB', async (set, kept) => {
  const name = newName();
  (await open(name, set)).source.close();
  await plant(name, kept);
  return { tab: async () => (await open(name, set)).source };
});

describe('openIndexedDbSource', () => {
  it('finds again what an earlier visit has stored', async () => {
    const name = newName();
    const before = await tab(name);
    const record = first(await before.run(create('p1', 'problems', { content: '甲' }), ZHOU));
    await before.putFile({ id: 'f1', name: '照片.jpg', type: 'image/jpeg', size: 1 }, new Uint8Array([9]));
    before.close();
    const after = await tab(name);
    expect(await after.record('p1')).to.deep.equal(record);
    expect((await after.file('f1'))?.bytes[0]).to.equal(9);
  });

  it('forgets changes and files of another data set, and keeps pages that show it from storing', async () => {
    const name = newName();
    const before = await tab(name);
    const record = first(await before.run(create('p1', 'problems'), ZHOU));
    await before.putFile({ id: 'f1', name: '照片.jpg', type: 'image/jpeg', size: 1 }, new Uint8Array([9]));
    const { source, isKept } = await open(name, dataSet({ id: 'trial-2' }));
    expect(isKept).to.equal(true);
    expect(await source.record('p1')).to.equal(undefined);
    expect(await source.file('f1')).to.equal(undefined);
    expect(await rejection(before.run(save(record, { content: '旧' }), ZHOU))).to.equal('OtherDataSet');
    expect((await before.record('p1'))?.revision).to.equal(0);
    first(await source.run(create('p2', 'problems'), ZHOU));
    expect(
      (await (await open(name, dataSet({ id: 'trial-2' }))).source.records({ definitionId: 'problems' })).map(
        ({ id }) => id,
      ),
    ).to.deep.equal(['p2']);
  });

  it('rejects when the store is full, and changes nothing', async () => {
    const name = newName();
    const source = await tab(name);
    const record = first(await source.run(create('p1', 'problems', { content: '甲' }), ZHOU));
    const heard = listen(source);
    const put = IDBObjectStore.prototype.put;
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    /** The second of three hand-overs no longer fits. */
    let room = 2;
    const almostFull = function (this: IDBObjectStore, value: unknown, key?: IDBValidKey) {
      return room-- > 0 ? put.call(this, value, key) : full();
    };
    await replaced(IDBObjectStore.prototype, 'put', full, async () => {
      expect(await rejection(source.run(save(record, { content: '乙' }), ZHOU))).to.equal('QuotaExceededError');
      expect(await rejection(source.putFile({ id: 'f1', name: 'x', type: 'x', size: 1 }, new Uint8Array(1)))).to.equal(
        'QuotaExceededError',
      );
    });
    await replaced(IDBObjectStore.prototype, 'put', almostFull, async () => {
      expect(
        await rejection(
          source.run(create('i1', 'inspections', { findings: [{ content: '甲' }, { content: '乙' }] }), ZHOU),
        ),
      ).to.equal('QuotaExceededError');
    });
    for (const each of [source, await tab(name)]) {
      expect(await each.record('p1')).to.deep.equal(record);
      expect(await each.record('i1')).to.equal(undefined);
      expect((await each.records({ definitionId: 'problems' })).map(({ id }) => id)).to.deep.equal(['p1']);
      expect(await each.file('f1')).to.equal(undefined);
    }
    expect(heard).to.deep.equal([]);
    expect(first(await source.run(save(record, { content: '乙' }), ZHOU)).revision).to.equal(1);
  });

  it('rejects when storing is given up at its end, and changes nothing', async () => {
    const name = newName();
    const source = await tab(name);
    const put = IDBObjectStore.prototype.put;
    const aborting = function (this: IDBObjectStore, value: { readonly key?: string }, key?: IDBValidKey) {
      const request = put.call(this, value, key);
      if (value.key === 'seq') request.addEventListener('success', () => this.transaction.abort());
      return request;
    };
    await replaced(IDBObjectStore.prototype, 'put', aborting, async () => {
      expect(await rejection(source.run(create('p1', 'problems'), ZHOU))).to.equal('AbortError');
    });
    expect(await source.record('p1')).to.equal(undefined);
    expect(await (await tab(name)).record('p1')).to.equal(undefined);
  });

  it('works without storage, and says that it keeps nothing', async () => {
    const refuse = () => {
      throw new DOMException('no', 'SecurityError');
    };
    const trial = async () => {
      const { source, isKept } = await open(newName());
      expect(isKept).to.equal(false);
      first(await source.run(create('p1', 'problems'), ZHOU));
      expect((await source.record('p1'))?.id).to.equal('p1');
      expect(await source.tick()).to.deep.equal([]);
    };
    await replaced(window, 'indexedDB', undefined as unknown as IDBFactory, trial);
    await replaced(IDBFactory.prototype, 'open', refuse, trial);
    await replaced(IDBObjectStore.prototype, 'put', refuse, trial);
    await replaced(IDBDatabase.prototype, 'transaction', refuse, trial);
  });

  it('finds what others have stored when people come back, where tabs cannot talk', async () => {
    const name = newName();
    await replaced(window, 'BroadcastChannel', undefined as unknown as typeof BroadcastChannel, async () => {
      const source = await tab(name);
      const other = await tab(name);
      const heard = listen(other);
      first(await source.run(create('p1', 'problems'), ZHOU));
      window.dispatchEvent(new Event('focus'));
      await until(() => heard.length > 0);
      first(await source.run(create('p2', 'problems'), ZHOU));
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => heard.length > 1);
      expect(heard).to.deep.equal([['p1'], ['p2']]);
    });
  });

  it('never deletes a damaged record, not even when something is stored in its place', async () => {
    const name = newName();
    const before = await tab(name);
    const good = first(await before.run(create('p1', 'problems', { content: '甲' }), ZHOU));
    before.close();
    const damaged = { ...good, data: '损坏' };
    await plant(
      name,
      new Map<string, unknown>([
        ['p1', damaged],
        ['p2', good],
      ]),
    );
    const source = await tab(name);
    expect([...source.mirror.setAside.keys()]).to.deep.equal(['p1', 'p2']);
    expect(await source.record('p1')).to.equal(undefined);
    first(await source.run(create('p1', 'problems', { content: '重填' }), ZHOU));
    expect([...source.mirror.setAside.keys()]).to.deep.equal(['p2']);
    const db = await openDB(name);
    expect((await db.get('meta', 'aside p1 1')).value).to.deep.equal(damaged);
    expect((await db.get('records', 'p2')).record).to.deep.equal(good);
    db.close();
  });

  it('goes on when its own count of changes is damaged', async () => {
    const name = newName();
    const before = await tab(name);
    first(await before.run(create('p1', 'problems', { content: '甲' }), ZHOU));
    before.close();
    const db = await openDB(name);
    await db.put('meta', { key: 'seq', value: { not: 'a number' } });
    db.close();
    const source = await tab(name);
    expect((await source.record('p1'))?.data['content']).to.equal('甲');
    first(await source.run(create('p2', 'problems'), ZHOU));
    source.close();
    expect((await (await tab(name)).records({ definitionId: 'problems' })).map(({ id }) => id)).to.deep.equal([
      'p1',
      'p2',
    ]);
  });

  it('makes way for whoever removes or changes the store, and rejects from then on', async () => {
    const name = newName();
    const source = await tab(name);
    await deleteDB(name);
    expect(await rejection(source.run(create('p1', 'problems'), ZHOU))).to.equal('InvalidStateError');
    expect(await source.record('p1')).to.equal(undefined);
  });
});
