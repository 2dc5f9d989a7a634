import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BuilderSession } from '../session/session.ts';
import { logicCommands } from './logic-commands.ts';

const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'form',
  version: '1.0.0',
  title: '检查',
  subject: 'organisation',
  purpose: { readBy: 'county', decision: '定' },
  record: {
    type: 'object',
    properties: { ready: { title: '齐全', type: 'boolean' }, note: { title: '说明', type: 'string' } },
  },
  rules: [{ field: '/note', visible: 'ready' }],
};
const sessionOf = (...selection: string[]) => {
  const session = new BuilderSession(JSON.stringify(definition));
  session.select(selection);
  return session;
};
const command = (id: string) => logicCommands.find((each) => each.id === id)!;
const rulesIn = (session: BuilderSession) => (session.value.peek() as { rules: unknown[] }).rules;
const until = async (holds: () => boolean) => {
  while (!holds())
    await new Promise((resume) => {
      setTimeout(resume, 5);
    });
};

describe('commands about rules', () => {
  it('need a field or a rule, and say so', () => {
    assert.deepEqual(
      logicCommands
        .map(({ refused }) => refused?.(sessionOf())?.en)
        .filter((reason) => !/^Select a (field|rule) first\.$/.test(reason ?? '')),
      [],
    );
    assert.equal(command('rule-required').refused?.(sessionOf('/record/properties/note')), undefined);
    assert.match(command('rule-up').refused?.(sessionOf('/rules/0'))?.en ?? '', /further/);
  });

  it('add rules that the gate lets through, copy, move and remove them', async () => {
    for (const effect of ['visible', 'required', 'readonly', 'value', 'check']) {
      const session = sessionOf('/record/properties/note');
      command(`rule-${effect}`).run(session);
      await until(() => rulesIn(session).length === 2);
      assert.deepEqual(session.problems.value, [], effect);
      assert.deepEqual(session.selection.value, ['/rules/1']);
      command('rule-up').run(session);
      await until(() => session.selection.value[0] === '/rules/0');
      assert.deepEqual(rulesIn(session)[1], definition.rules[0]);
      command('rule-duplicate').run(session);
      await until(() => rulesIn(session).length === 3);
      command('rule-remove').run(session);
      await until(() => rulesIn(session).length === 2);
    }
  });
});
