import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { templateFiles } from '../fixtures/templates.ts';
import { kindsFor } from '../palette/field-kinds.ts';
import { BuilderSession } from '../session/session.ts';
import { structureOf, type Line } from '../structure/structure.ts';
import { coreCommands } from './all-commands.ts';
import { commandFor, shortcutOf } from './keys.ts';
import { questionOf } from './question.ts';

/** Numbers that look random and are the same every time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const linesOf = (lines: readonly Line[]): Line[] => lines.flatMap((line) => [line, ...linesOf(line.lines)]);
const usable = coreCommands.filter(({ id }) => !['undo', 'redo', 'paste'].includes(id));

/** Runs so many commands on what is selected by chance, answers what they ask, and takes all back. */
function wander(
  text: string,
  commands: number,
  seed: number,
): { readonly session: BuilderSession; readonly steps: number } {
  const session = new BuilderSession(text);
  const pick = chance(seed);
  let steps = 0;
  for (let at = 0; at < commands; at++) {
    const lines = linesOf(structureOf(session.value.peek())).filter(({ pointer }) => pointer !== '');
    session.select(Array.from({ length: 1 + pick(3) }, () => lines[pick(lines.length)]?.pointer ?? ''));
    const command = usable[pick(usable.length)]!;
    const before = session.document.text.peek();
    if (command.refused?.(session) === undefined) command.run(session);
    const question = questionOf(session).peek();
    questionOf(session).value = undefined;
    question?.answers[pick(question.answers.length)]?.run(question.input ? `名${at}` : '');
    JSON.parse(session.document.text.peek());
    if (session.document.text.peek() !== before) steps++;
  }
  return { session, steps };
}

test('every template is edited by commands at random and taken back: the text is the same to the letter', () => {
  for (const [at, file] of templateFiles().entries()) {
    const text = readFileSync(file, 'utf8');
    const { session } = wander(text, 6, at + 1);
    while (session.undo());
    assert.equal(session.document.text.peek(), text, file);
  }
});

test('five hundred commands are taken back, and made again', () => {
  const text = readFileSync(templateFiles().find((file) => file.includes('survey')) ?? '', 'utf8');
  const { session, steps } = wander(text, 500, 7);
  assert.ok(steps > 250, String(steps));
  const end = session.document.text.peek();
  while (session.undo());
  assert.equal(session.document.text.peek(), text);
  while (session.redo());
  assert.equal(session.document.text.peek(), end);
});

test('a field that rules use is deleted alone or with them, as one step', () => {
  const text = JSON.stringify({
    record: { properties: { a: { title: '甲' }, b: {} } },
    rules: [{ check: 'a>1', level: 'error', message: '甲要大于一' }],
  });
  const session = new BuilderSession(text);
  session.select(['/record/properties/a']);
  coreCommands.find(({ id }) => id === 'delete')?.run(session);
  const question = questionOf(session).peek();
  assert.deepEqual(question?.lines, ['规则：甲要大于一']);
  question?.answers[0]?.run('');
  assert.deepEqual(session.value.peek(), { record: { properties: { b: {} } } });
  session.undo();
  assert.equal(session.document.text.peek(), text);
});

test('names of commands and shortcuts are there once', () => {
  const ids = coreCommands.map(({ id }) => id);
  const keys = coreCommands.flatMap((command) => command.keys ?? []);
  assert.deepEqual([new Set(ids).size, new Set(keys).size], [ids.length, keys.length]);
  const press = { key: 'z', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
  assert.equal(shortcutOf(press), 'Ctrl+Shift+Z');
  assert.equal(commandFor(coreCommands, press)?.id, 'redo');
});

test('kinds of field are found by title, by other words and by initials', () => {
  assert.equal(kindsFor('日期')[0]?.id, 'date');
  assert.equal(kindsFor('fj')[0]?.id, 'file');
  assert.equal(kindsFor('amount')[0]?.id, 'amount');
  assert.deepEqual(kindsFor('没有这个'), []);
});
