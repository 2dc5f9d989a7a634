import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertWellFormed, codesOf, guardPrototypes, parsed } from '../definition/fixtures/trial.ts';
import { textPlaces } from '../definition/text-places.ts';
import { namesInText } from '../definition/with-numbers.ts';
import fc from '../fixtures/fast-check.ts';
import { parseFormula } from '../formula/parse.ts';
import { mutated } from '../gate/fixtures/random-changes.ts';
import type { Json } from '../json/json.ts';
import { assertDocumented, assertRefused, documentedCodes, isOfKind, refusalsIn } from '../gate/fixtures/refusals.ts';
import { admitReport } from './admit.ts';
import { reportPlaces } from './document/places.ts';
import { findTemplate, reports, trialReport } from './fixtures/trial.ts';

const FOLDER = new URL('../../../../schemas/invalid-reports/', import.meta.url);
const REFUSALS = refusalsIn(FOLDER, 'report');
const DOCUMENTED = documentedCodes(FOLDER);
/** Codes whose documents are too large for a file, or no JSON. */
const GENERATED = ['unreadable', 'not-json', 'too-large', 'too-deep'];

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
      const titles = [
        ...(report.dimensions ?? []).map((_, at) => `/dimensions/${at}/title`),
        ...(report.measures ?? []).map((_, at) => `/measures/${at}/title`),
        ...report.blocks.flatMap((block, at) => (block.title === undefined ? [] : [`/blocks/${at}/title`])),
        '/title',
      ];
      assert.deepEqual(
        titles.filter((pointer) => !english.includes(pointer)),
        [],
        file,
      );
    }
  });

  it('has no parameter that nothing reads and no text names', () => {
    for (const [file, report] of reports()) {
      const said = textPlaces(report as unknown as Json).flatMap(({ text }) => namesInText(text));
      const read = reportPlaces(report).formulas.flatMap(({ text }) => {
        const formula = parseFormula(text);
        return formula.ok ? formula.value.names : [];
      });
      const known = new Set([...said, ...read]);
      assert.deepEqual(
        Object.keys(report.parameters ?? {}).filter((name) => !known.has(name)),
        [],
        file,
      );
    }
  });

  for (const refusal of REFUSALS)
    it(`refuses ${refusal.name}`, () => assertRefused(refusal, (report) => admitReport(report, findTemplate)));

  it('has a file or a generated test for every code that is documented, and documents every code', () =>
    assertDocumented(FOLDER, REFUSALS, GENERATED));

  it('refuses what is too heavy, no JSON, or throws when it is read', () => {
    const deep: unknown = Array.from({ length: 300 }).reduce((inner) => [inner], 0);
    const thrower = new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('no');
        },
      },
    );
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-deep': deep })), ['too-deep']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-large': 'x'.repeat(5_000_001) })), ['too-large']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-f': () => 1 })), ['not-json']);
    assert.deepEqual(codesOf(admitReport(thrower)), ['unreadable']);
    assert.deepEqual(codesOf(admitReport({ ...trialReport(), 'x-own': { anything: [1] } }, findTemplate)), []);
  });

  it('takes names of prototypes for names', () => {
    const report = parsed(
      JSON.stringify(trialReport()).replace('"problems","records"', '"problems","x-__proto__":{"a":1},"records"'),
    );
    assert.ok(admitReport(report, findTemplate).ok);
    assert.ok(
      !admitReport(
        parsed(
          JSON.stringify(
            trialReport({ blocks: [{ block: 'table', id: 'main', rows: ['toString'], columns: ['valueOf'] }] }),
          ),
        ),
        findTemplate,
      ).ok,
    );
  });
});

const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  '',
  'id',
  'title',
  'data',
  'num',
  'den',
  'of',
  'block',
  'rows',
  'x-a',
  'field',
  'levels',
  'period',
];
const scalar = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    [],
    {},
    'total',
    'township',
    'problems',
    '=',
    '((',
    'SUM(',
    'total+',
    '[@a]',
    '{x}',
    '\ud800',
  ),
  fc.constantFrom(...NAMES),
  fc.string({ maxLength: 6 }),
);

const change = fc.tuple(fc.nat(5000), fc.nat(5), fc.constantFrom(...NAMES), scalar);

describe('admitReport and random documents', () => {
  guardPrototypes();

  it('answers to any JSON, also in any section', () => {
    const sections = ['choices', 'data', 'dimensions', 'measures', 'blocks', 'print', 'texts', 'parameters', 'notes'];
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(...sections), (value, section) => {
        assertWellFormed(admitReport(value));
        assertWellFormed(admitReport(trialReport({ [section]: value }), findTemplate));
      }),
      { numRuns: 300 },
    );
  });

  it('answers to shipped reports with changes at random places, in documented codes', () => {
    const all = reports();
    fc.assert(
      fc.property(fc.nat(all.length - 1), fc.array(change, { minLength: 1, maxLength: 3 }), (which, changes) => {
        const document = mutated(all[which]![1], changes);
        const before = JSON.stringify(document);
        for (const code of codesOf(admitReport(document, findTemplate)))
          assert.ok(
            DOCUMENTED.some((kind) => isOfKind(code, kind)),
            `${code} is documented`,
          );
        assert.equal(JSON.stringify(document), before, 'the document itself is left alone');
      }),
      { numRuns: 400 },
    );
  });
});
