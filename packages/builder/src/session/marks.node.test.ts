import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { laterMark, problemMark } from './marks.ts';
import { BuilderSession } from './session.ts';

const set = (session: BuilderSession, pointer: string, value: string): void =>
  void session.edit({ title: { 'zh-CN': '改', en: 'change' } }, [{ set: pointer, value }]);
const until = async (holds: () => boolean): Promise<void> => {
  while (!holds())
    await new Promise((resume) => {
      setTimeout(resume, 5);
    });
};

describe('marks of tabs', () => {
  it('count what is wrong below a place, and show nothing for none', () => {
    const session = new BuilderSession('{"score":{}}');
    assert.equal(problemMark('/nothing')(session), undefined);
    assert.equal(Number(problemMark('')(session)), session.problems.value.length);
  });

  it('are counted a moment after a change, once for several; what cannot be loaded has none', async () => {
    let asked = 0;
    const mark = laterMark(async ({ value }) => {
      asked++;
      return String((value.peek() as { title: string }).title).length;
    });
    const session = new BuilderSession('{"title":""}');
    assert.equal(mark(session), undefined);
    for (const title of ['a', 'ab', 'abc']) set(session, '/title', title);
    await until(() => mark(session) === '3');
    assert.equal(asked, 1);
    const failing = laterMark(() => {
      asked++;
      return Promise.reject(new Error('offline'));
    });
    failing(session);
    await until(() => asked === 2);
    assert.equal(failing(session), undefined);
  });
});
