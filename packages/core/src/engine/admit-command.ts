import { gate } from '../gate/gate.ts';
import { ownValidator, schemaProblem } from '../gate/own-schema.ts';
import { commandSchema } from '../generated/command-schema.ts';
import { isObject, own, type Json } from '../json/json.ts';
import { checkStructure, STRUCTURE_LIMITS } from '../schema/limits.ts';
import { problem, type Problem, type Result } from '../text/problem.ts';
import type { Command } from './contract.ts';

/** The kinds of commands, which are the parts of their schema. */
const KINDS: readonly Command['kind'][] = ['create', 'save', 'move', 'step', 'withdraw', 'upgrade'];

/** Text that one command may bring; files travel on their own. */
const LIMITS = { ...STRUCTURE_LIMITS, bytes: 1_000_000 };

/**
 * The only gate through which a command enters that comes from elsewhere, such as the body of a request: the command,
 * or everything that is wrong with it. Whether the person may, and whether it fits the record, `apply` says. Never
 * throws and never hangs.
 */
export function admitCommand(document: unknown): Result<Command> {
  return gate(document, { 'zh-CN': '命令', en: 'command' }, () => problemsOf(document));
}

function problemsOf(document: unknown): readonly Problem[] {
  const heavy = checkStructure(document, [], LIMITS);
  if (heavy.length > 0) return heavy;
  const asked = isObject(document as Json) ? own(document as Record<string, Json>, 'kind') : undefined;
  const kind = KINDS.find((known) => known === asked);
  if (kind === undefined)
    return [
      problem(
        '/kind',
        'unknown-command',
        `没有这种命令；可以用 ${KINDS.join('、')}。`,
        `a command is one of ${KINDS.join(', ')}`,
      ),
    ];
  return ownValidator(commandSchema, kind)
    .validate(document as Json)
    .map((violation) => schemaProblem(violation));
}
