import { expect } from '@open-wc/testing';
import { compile } from '@jiceng/core/definition/compile.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { readPasted } from './reading.ts';

describe('texts pasted into a ledger', () => {
  const DEFINITION = {
    id: 'x',
    version: '1.0.0',
    title: 'x',
    record: {
      type: 'object',
      properties: {
        joinedOn: { type: 'string', format: 'date', title: '入党时间', 'x-precision': 'month' },
        heldOn: { type: 'string', format: 'date', title: '召开时间' },
        paid: { type: 'number', title: '金额' },
      },
    },
  } as unknown as Definition;
  const read = (text: string, pointer: string) => {
    const found = readPasted(text, compile(DEFINITION).field(pointer)!);
    return found?.ok ? found.value : undefined;
  };

  it('are months where the field knows no more', () => {
    for (const text of ['2024-05', '2024年5月', '2024.5', '2024-05-01'])
      expect(read(text, '/joinedOn')).to.equal('2024-05-01');
    expect(read('2024-05', '/heldOn')).to.equal(undefined);
    expect(read('2024-13', '/joinedOn')).to.equal(undefined);
  });

  it('are amounts as spreadsheets copy them', () => {
    expect(['￥2,300', ' ¥1,000.50', '12.5', '￥'].map((text) => read(text, '/paid'))).to.deep.equal([
      2300,
      1000.5,
      12.5,
      undefined,
    ]);
  });
});
