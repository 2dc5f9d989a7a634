import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { assertWellFormed, codesOf, guardPrototypes, isOfKind, parsed } from '../definition/fixtures/trial.ts';
import fc from '../fixtures/fast-check.ts';
import { admitReport } from './admit.ts';
import { findTemplate, reports, trialReport } from './fixtures/trial.ts';

interface Invalid {
  readonly rule: string;
  readonly report: unknown;
  readonly expect: readonly { readonly pointer: string; readonly code: string }[];
}

const FOLDER = new URL('../../../../schemas/invalid-reports/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Invalid;

/** Codes whose documents are too large for a file, or no JSON. */
const GENERATED = ['unreadable', 'not-json', 'too-large', 'too-deep'];
const DOCUMENTED = readFileSync(new URL('README.md', FOLDER), 'utf8').split('\n').filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code as string));

describe('admitReport', () => {
  guardPrototypes();

  for (const [file, report] of reports()) {
    it(`admits ${file}, with the templates and without`, () => {
      assert.deepEqual(admitReport(report, findTemplate), { ok: true, value: report });
      assert.ok(admitReport(report).ok);
      assert.equal(file, `${report.id}.json`);
    });
  }

  it('names every text of the shipped reports in English', () => {
    for (const [file, report] of reports()) {
      const english = Object.keys(report.texts?.['en'] ?? {});
      const titles = [...(report.dimensions ?? []).map((_, at) => `/dimensions/${at}/title`), ...(report.measures ?? []).map((_, at) => `/measures/${at}/title`), ...report.blocks.flatMap((block, at) => (block.title === undefined ? [] : [`/blocks/${at}/title`])), '/title'];
      assert.deepEqual(titles.filter((pointer) => !english.includes(pointer)), [], file);
    }
  });

  for (const name of files) {
    it(`refuses ${name}`, () => {
      const { report, expect } = read(name);
      assert.ok(expect.length > 0);
      const result = admitReport(report, findTemplate);
      assertWellFormed(result);
      assert.ok(!result.ok, 'it was admitted');
      const found = result.problems.map(({ pointer, code }) => `${code} at ${pointer}`);
      for (const { pointer, code } of expect) assert.ok(found.includes(`${code} at ${pointer}`), `${code} at ${pointer} is not among: ${found.join('; ')}`);
    });
  }

  it('has a file or a generated test for every code that is documented, and documents every code', () => {
    assert.ok(DOCUMENTED.length > 20);
    const shown = [...GENERATED, ...files.flatMap((name) => read(name).expect.map(({ code }) => code))];
    assert.deepEqual(DOCUMENTED.filter((kind) => !shown.some((code) => isOfKind(code, kind))), [], 'documented, never shown');
    assert.deepEqual(shown.filter((code) => !DOCUMENTED.some((kind) => isOfKind(code, kind))), [], 'shown, not documented');
  });

  it('refuses what is too heavy, no JSON, or throws when it is read', () => {
    const deep: unknown = Array.from({ length: 300 }).reduce((inner) => [inner], 0);
    const thrower = new Proxy({}, { ownKeys() { throw new Error('no'); } });
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-deep': deep })), ['too-deep']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-large': 'x'.repeat(5_000_001) })), ['too-large']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-f': () => 1 })), ['not-json']);
    assert.deepEqual(codesOf(admitReport(thrower)), ['unreadable']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-own': { anything: [1] } }, findTemplate)), []);
  });

  it('takes names of prototypes for names', () => {
    const report = parsed(JSON.stringify(trialReport()).replace('"problems","records"', '"problems","x-__proto__":{"a":1},"records"'));
    assert.ok(admitReport(report, findTemplate).ok);
    assert.ok(!admitReport(parsed(JSON.stringify(trialReport({ blocks: [{ block: 'table', id: 'main', rows: ['toString'], columns: ['valueOf'] }] }))), findTemplate).ok);
  });
});

const NAMES = ['__proto__', 'constructor', 'toString', '', 'id', 'title', 'data', 'num', 'den', 'of', 'block', 'rows', 'x-a', 'field', 'levels', 'period'];
const scalar = fc.oneof(fc.constantFrom<unknown>(null, true, 0, -1, 1e308, [], {}, 'total', 'township', 'problems', '=', '((', 'SUM(', 'total+', '[@a]', '{x}', '\ud800'), fc.constantFrom(...NAMES), fc.string({ maxLength: 6 }));

/** `document` with another value, or nothing, at the place that `where` picks. */
function changed(document: unknown, where: number, value: unknown, remove: boolean): unknown {
  const copy = JSON.parse(JSON.stringify(document)) as object;
  const places: (readonly [object, string])[] = [];
  const open: object[] = [copy];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const [key, child] of Object.entries(at)) {
      places.push([at, key]);
      if (typeof child === 'object' && child !== null) open.push(child as object);
    }
  }
  const [holder, key] = places[where % places.length] as readonly [object, string];
  if (remove) Reflect.deleteProperty(holder, key);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

describe('admitReport and random documents', () => {
  guardPrototypes();

  it('answers to any JSON, also in any section', () => {
    const sections = ['choices', 'data', 'dimensions', 'measures', 'blocks', 'print', 'texts', 'parameters', 'notes'];
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(...sections), (value, section) => {
      assertWellFormed(admitReport(value));
      assertWellFormed(admitReport(trialReport({ [section]: value }), findTemplate));
    }), { numRuns: 300 });
  });

  it('answers to shipped reports with changes at random places, in documented codes', () => {
    const all = reports();
    fc.assert(fc.property(fc.nat(all.length - 1), fc.array(fc.tuple(fc.nat(5000), scalar, fc.boolean()), { minLength: 1, maxLength: 3 }), (which, changes) => {
      const document = changes.reduce<unknown>((report, [where, value, remove]) => changed(report, where, value, remove), all[which]![1]);
      const before = JSON.stringify(document);
      for (const code of codesOf(admitReport(document, findTemplate))) assert.ok(DOCUMENTED.some((kind) => isOfKind(code, kind)), `${code} is documented`);
      assert.equal(JSON.stringify(document), before, 'the document itself is left alone');
    }), { numRuns: 400 });
  });
});
