// node --expose-gc --conditions=@jiceng/source --import tsx packages/builder/bench/undo.mts
// What a thousand steps of undo hold in memory at 300 fields, and that they lead back to the text.
import { BuilderSession } from '../src/session/session.ts';

const FIELDS = 300;
const STEPS = 1000;
const keys = Array.from({ length: FIELDS }, (_, number) => `f${number}`);
const text = JSON.stringify(
  {
    $schema: 'https://jiceng.dev/schemas/definition/1.json',
    id: 'large',
    version: '1.0.0',
    title: '大表',
    subject: 'item',
    purpose: { readBy: 'county', decision: '测量内存。' },
    record: {
      type: 'object',
      properties: Object.fromEntries(
        keys.map((key, number) => [key, { type: 'string', maxLength: 60, title: `字段 ${number + 1}` }]),
      ),
    },
  },
  undefined,
  2,
);
const used = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const session = new BuilderSession(text);
session.problems.peek();
const before = used();
for (let step = 0; step < STEPS; step++)
  session.edit({ title: { 'zh-CN': '改名', en: 'Rename' } }, [
    { set: `/record/properties/f${(step * 7) % FIELDS}/title`, value: `新名 ${step}` },
  ]);
console.log(`${STEPS} steps at ${FIELDS} fields: ${(used() - before).toFixed(1)} MB`);
while (session.undo());
console.log(
  session.document.text.peek() === text ? 'taken back: the text is the same' : 'taken back: the text DIFFERS',
);
