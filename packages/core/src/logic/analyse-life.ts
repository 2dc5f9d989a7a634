import type { Finding, Study } from './finding.ts';
import { negated, type Narrowing } from './outcomes.ts';
import type { Words } from './words.ts';
import { isPlain } from './analyse-rules.ts';
import { fieldsIn } from './reads-fields.ts';

/** Moves that can never be made, guards that do nothing, states to which only such moves lead. */
export function lifeFindings(study: Study): Finding[] {
  const { definition, compiled } = study;
  const { moves = [], states = [] } = definition;
  const found: Finding[] = [];
  const never = new Set<number>();
  moves.forEach((move, at) => {
    const inStates: Narrowing = (domain) => (variable, constants) =>
      variable.type === 'name' && variable.name === compiled.statusName ? move.from : domain(variable, constants);
    const title = (words: Words): string => study.titled(words, (each) => each.moves?.[at]?.title).slice(1, -1);
    const guards = move.guard ?? [];
    guards.forEach(({ when }, index) => {
      const tree = isPlain(when) ? undefined : study.tree(when);
      if (tree && study.excluded([negated(tree)], undefined, inStates))
        found.push(
          study.found('guard-idle', `/moves/${at}/guard/${index}/when`, fieldsIn(study, when), (words, say) => [
            title(words),
            say.condition(when),
          ]),
        );
    });
    const conditions = [
      ...guards.map(({ when }) => when),
      ...(move.auto !== undefined && move.by === undefined ? [move.auto] : []),
    ];
    if (
      conditions.length === 0 ||
      !study.excluded(
        conditions.map((each) => study.tree(each)),
        undefined,
        inStates,
      )
    )
      return;
    never.add(at);
    found.push(
      study.found(
        'move-never',
        `/moves/${at}`,
        [...new Set(conditions.flatMap((each) => fieldsIn(study, each)))],
        (words, say) => [
          title(words),
          conditions.map((each) => say.condition(each)).join(words.language === 'en' ? ' and ' : '，并且'),
        ],
      ),
    );
  });
  if (never.size === 0) return found;
  const reached = new Set(states.slice(0, 1).map(({ id }) => id));
  for (const { steps } of definition.process?.stages ?? [])
    for (const { state } of steps) if (state !== undefined) reached.add(state);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    moves.forEach(({ from, to }, at) => {
      if (to !== undefined && !never.has(at) && from.some((id) => reached.has(id))) reached.add(to);
    });
  }
  states.forEach(({ id }, at) => {
    if (!reached.has(id))
      found.push(
        study.found('state-never', `/states/${at}`, [], (words) => [
          study.titled(words, (each) => each.states?.[at]?.title).slice(1, -1),
        ]),
      );
  });
  return found;
}
