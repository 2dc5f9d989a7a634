import type { Definition } from '../../generated/definition.ts';
import { filing as filingMachine } from '../../generated/machines.ts';
import { problem, type Problem } from '../../text/problem.ts';

/** States, moves, process and hand-overs refer to each other rightly; every state can be reached. */
export function checkLife(definition: Definition): Problem[] {
  return [...checkStates(definition), ...checkProcess(definition), ...checkTriggers(definition)];
}

function checkStates(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const states = definition.states ?? [];
  const known = new Set(states.map(({ id }) => id));
  const state = (id: string | undefined, pointer: string) => {
    if (id !== undefined && !known.has(id))
      problems.push(problem(pointer, 'unknown-state', `没有状态“${id}”。`, `there is no state ${id}`));
  };
  const moves = definition.moves ?? [];
  if (moves.length > 0 && states.length === 0)
    problems.push(problem('/moves', 'moves-without-states', '有流转但没有状态，请先列出状态。', 'moves need states'));
  moves.forEach((move, at) => {
    move.from.forEach((id, index) => state(id, `/moves/${at}/from/${index}`));
    state(move.to, `/moves/${at}/to`);
  });
  const steps = (definition.process?.stages ?? []).flatMap((stage, at) =>
    stage.steps.map((step, index) => ({ step, pointer: `/process/stages/${at}/steps/${index}` })),
  );
  steps.forEach(({ step, pointer }) => state(step.state, `${pointer}/state`));
  (definition.process?.pausedIn ?? []).forEach((id, at) => state(id, `/process/pausedIn/${at}`));
  (definition.facts ?? []).forEach((fact, at) => {
    const filing = definition.filing ? FILING_STATES : [];
    (fact.states ?? []).forEach((id, index) => {
      if (!filing.includes(id)) state(id, `/facts/${at}/states/${index}`);
    });
  });
  (definition.score?.over?.states ?? []).forEach((id, index) => state(id, `/score/over/states/${index}`));

  const reached = new Set<string>(states.slice(0, 1).map(({ id }) => id));
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const move of moves)
      if (move.to !== undefined && move.from.some((id) => reached.has(id))) reached.add(move.to);
    for (const { step } of steps) if (step.state !== undefined) reached.add(step.state);
  }
  states.forEach(({ id, title, final }, at) => {
    const isLeft =
      final === true ||
      moves.length === 0 ||
      steps.length > 0 ||
      moves.some((move) => move.from.includes(id) && move.to !== undefined && move.to !== id);
    if (!isLeft)
      problems.push(
        problem(
          `/states/${at}`,
          'dead-end-state',
          `状态“${title}”不是终结状态，却没有流转可以离开。`,
          `no move leaves the state ${id}, which is not final`,
        ),
      );
    if (!reached.has(id))
      problems.push(
        problem(
          `/states/${at}`,
          'unreachable-state',
          `没有任何流转能到达状态“${title}”。`,
          `no move leads to the state ${id}`,
        ),
      );
  });
  return problems;
}

const FILING_STATES: readonly string[] = filingMachine.states.map(({ id }) => id);

/** Steps wait for steps that exist, and never for themselves. */
function checkProcess({ process }: Definition): Problem[] {
  const problems: Problem[] = [];
  const steps = (process?.stages ?? []).flatMap((stage, at) =>
    stage.steps.map((step, index) => ({ step, pointer: `/process/stages/${at}/steps/${index}` })),
  );
  const after = new Map<string, readonly string[]>();
  steps.forEach(({ step, pointer }, at) => {
    const above = steps[at - 1]?.step.id;
    after.set(step.id, step.after ?? (above === undefined ? [] : [above]));
    (step.after ?? []).forEach((id, index) => {
      if (!steps.some((other) => other.step.id === id))
        problems.push(
          problem(`${pointer}/after/${index}`, 'unknown-step', `没有步骤“${id}”。`, `there is no step ${id}`),
        );
    });
  });
  const done = new Set<string>();
  const waiting = (id: string, path: readonly string[]): string | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id].join(' → ');
    if (done.has(id)) return undefined;
    for (const next of after.get(id) ?? []) {
      const circle = waiting(next, [...path, id]);
      if (circle !== undefined) return circle;
    }
    done.add(id);
    return undefined;
  };
  for (const { step, pointer } of steps) {
    const circle = waiting(step.id, []);
    if (circle === undefined) continue;
    problems.push(
      problem(`${pointer}/after`, 'step-cycle', `步骤互相等待：${circle}。`, `steps wait for each other: ${circle}`),
    );
    break;
  }
  return problems;
}

/** A hand-over's occasions name moves, filing moves and steps that exist; one over the score needs a score. */
function checkTriggers(definition: Definition): Problem[] {
  const problems: Problem[] = [];
  const known: Record<string, readonly string[]> = {
    move: (definition.moves ?? []).map(({ id }) => id),
    filing: definition.filing ? FILING_MOVES : [],
    step: (definition.process?.stages ?? []).flatMap(({ steps }) => steps.map(({ id }) => id)),
  };
  (definition.handovers ?? []).forEach((handover, at) => {
    handover.on.forEach((occasion, index) => {
      const [kind = '', id] = occasion.split(':');
      if (id !== undefined && !known[kind]?.includes(id)) {
        problems.push(
          problem(
            `/handovers/${at}/on/${index}`,
            'unknown-occasion',
            `移交时机“${occasion}”不存在。`,
            `there is no ${occasion}`,
          ),
        );
      }
    });
    if (handover.each === 'score.items' && !definition.score)
      problems.push(
        problem(
          `/handovers/${at}/each`,
          'no-score',
          '没有评分，不能逐项移交。',
          'there is no score to hand over item by item',
        ),
      );
  });
  return problems;
}

const FILING_MOVES: readonly string[] = filingMachine.moves.map(({ id }) => id);
