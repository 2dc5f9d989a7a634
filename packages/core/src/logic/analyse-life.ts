import type { Finding, Study } from './finding.ts';
import { isPlain } from './analyse-rules.ts';
import { fieldsIn } from './reads-fields.ts';

/** Moves that can never be made, guards that do nothing, states to which only such moves lead. */
export function lifeFindings(study: Study): Finding[] {
  const { definition, compiled } = study;
  const { moves = [], states = [] } = definition;
  const found: Finding[] = [];
  const never = new Set<number>();
  moves.forEach((move, at) => {
    const inStates = (ids: readonly string[]) => (domain: Parameters<NonNullable<Parameters<Study['outcomes']>[2]>>[0]) => (...[variable, constants]: Parameters<typeof domain>) => (variable.type === 'name' && variable.name === compiled.statusName ? ids : domain(variable, constants));
    const title = (words: Parameters<Study['titled']>[0]): string => study.titled(words, (each) => each.moves?.[at]?.title).slice(1, -1);
    const guards = move.guard ?? [];
    guards.forEach(({ when }, index) => {
      const outcome = isPlain(when) ? undefined : study.outcomes([study.tree(when)], undefined, inStates(move.from));
      if (outcome && !outcome.fails) found.push(study.found('guard-idle', `/moves/${at}/guard/${index}/when`, fieldsIn(study, when), (words, say) => [title(words), say.condition(when)]));
    });
    const conditions = [...guards.map(({ when }) => when), ...(move.auto !== undefined && move.by === undefined ? [move.auto] : [])];
    const outcome = conditions.length === 0 ? undefined : study.outcomes(conditions.map((each) => study.tree(each)), undefined, inStates(move.from));
    if (!outcome || outcome.holds) return;
    never.add(at);
    found.push(study.found('move-never', `/moves/${at}`, [...new Set(conditions.flatMap((each) => fieldsIn(study, each)))], (words, say) => [title(words), conditions.map((each) => say.condition(each)).join(words.language === 'en' ? ' and ' : '，并且')]));
  });
  if (never.size === 0) return found;
  const reached = new Set(states.slice(0, 1).map(({ id }) => id));
  for (const { steps } of definition.process?.stages ?? []) for (const { state } of steps) if (state !== undefined) reached.add(state);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    moves.forEach(({ from, to }, at) => { if (to !== undefined && !never.has(at) && from.some((id) => reached.has(id))) reached.add(to); });
  }
  states.forEach(({ id }, at) => {
    if (!reached.has(id)) found.push(study.found('state-never', `/states/${at}`, [], (words) => [study.titled(words, (each) => each.states?.[at]?.title).slice(1, -1)]));
  });
  return found;
}
