import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FORMATS } from './formats.ts';

/** The official suite holds the full lists; these are the forms that people write in registers. */
const TABLE: readonly (readonly [format: string, right: readonly string[], wrong: readonly string[]])[] = [
  [
    'date',
    ['2024-02-29', '2000-02-29'],
    ['2023-02-29', '1900-02-29', '2024-1-1', '2024/01/01', '２０２４-01-01', '2024-13-01', ''],
  ],
  ['time', ['09:30:00+08:00', '23:59:60Z', '00:00:00.5z'], ['09:30', '24:00:00Z', '22:59:60Z', '09:30:00']],
  ['date-time', ['2024-07-01T09:30:00+08:00'], ['2024-07-01 09:30:00', '2024-07-01', '2024-02-30T00:00:00Z']],
  ['duration', ['P3D', 'PT1H30M', 'P1W', 'P1Y2M3DT4H'], ['P', 'PT', '3D', 'P1Y3D', 'P1W2D']],
  ['email', ['a.b@example.org', '"a b"@example.org'], ['a@', '@b', 'a..b@c', 'a b@c', '张三@example.org', 'a@b@c']],
  ['hostname', ['example.org', 'a', 'xn--fiq228c.cn'], ['-a.org', 'a..b', 'a_b', `${'a'.repeat(64)}.org`, '']],
  ['ipv4', ['10.0.0.1'], ['10.0.0', '256.0.0.1', '01.0.0.1', '10.0.0.1 ']],
  ['ipv6', ['::', '::1', 'fe80::1', '::ffff:10.0.0.1'], ['1::2::3', ':::', '12345::', '1:2:3:4:5:6:7', '::1%eth0']],
  [
    'uri',
    ['https://example.org/a?b#c', 'urn:x:y', 'http://[::1]/'],
    ['/a', 'a b:c', 'http://[::1', 'http://a b', 'https://例子.org'],
  ],
  ['uri-reference', ['/a', '', '#b', '../c'], ['a b', '\\a', 'a:b c']],
  [
    'uuid',
    ['2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
    ['2eb8aa08aa9811eab4aa73b441d16380', '2eb8aa08-aa98-11ea-b4aa-73b441d1638'],
  ],
  ['regex', ['^a+$', ''], ['(', 'a**']],
  ['json-pointer', ['', '/a/b~1c', '/'], ['a', '/~2', '/~']],
];

describe('FORMATS', () => {
  it('have a row each', () => assert.deepEqual(TABLE.map(([name]) => name).sort(), [...FORMATS.keys()].sort()));

  for (const [name, right, wrong] of TABLE) {
    it(name, () => {
      const { test } = FORMATS.get(name)!;
      for (const text of right) assert.equal(test(text), true, text);
      for (const text of wrong) assert.equal(test(text), false, text);
    });
  }

  it('end soon on long texts', () => {
    const texts = [
      'a'.repeat(10_000),
      '1'.repeat(10_000),
      `${'a.'.repeat(4_999)}@`,
      `"${'\\'.repeat(9_998)}`,
      ':'.repeat(10_000),
      `P${'1'.repeat(9_999)}`,
      '%41'.repeat(3_333),
      'x'.repeat(1_000_000),
    ];
    for (const { test } of FORMATS.values()) for (const text of texts) test(text);
  });
});
