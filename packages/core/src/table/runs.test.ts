import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergedRuns, spanAt } from './runs.ts';

describe('merged runs', () => {
  const lines = Int32Array.from([0, 1, 2, 3, -1, 4, 5, 6]);
  const towns = ['甲', '甲', '甲', '乙', '乙', '', ''];
  const villages = ['一', '一', '二', '二', '二', '三', '三'];
  const outer = mergedRuns(lines, (row) => towns[row]!);
  it('join equal neighbours, but neither blanks nor what a heading parts', () => {
    assert.deepEqual([...outer], [3, -1, -2, 1, 1, 1, 1, 1]);
  });
  it('end where those of the column before end', () => {
    assert.deepEqual([...mergedRuns(lines, (row) => villages[row]!, outer)], [2, -1, 1, 1, 1, 1, 1, 1]);
  });
  it('are cut to the lines that are drawn', () => {
    const long = mergedRuns(
      Int32Array.from({ length: 100 }, (_, row) => row),
      () => '同',
    );
    assert.equal(spanAt(long, 0, 0, 20), 20);
    assert.equal(spanAt(long, 40, 40, 60), 20);
    assert.equal(spanAt(long, 90, 90, 100), 10);
    assert.equal(spanAt(long, 41, 40, 60), 0);
  });
});
