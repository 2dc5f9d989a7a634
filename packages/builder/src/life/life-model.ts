import { isObject, own, type Json } from '@jiceng/core/json/json.js';
import { valueAt } from '@jiceng/core/json/pointer.js';
import { added, freshId, idsOf, listAt, textOf, type ListChange } from '../lists/list-edits.ts';

/** A state in the diagram, by column and line. */
export interface StateSpot {
  readonly pointer: string;
  readonly id: string;
  readonly title: string;
  readonly tone: string;
  readonly isFinal: boolean;
  readonly column: number;
  readonly line: number;
}

/** A move between two states of the diagram; several starts are several arrows. */
export interface Arrow {
  readonly pointer: string;
  readonly title: string;
  readonly from: StateSpot;
  readonly to: StateSpot;
  /** Arrows between the same two states, before this one. */
  readonly turn: number;
}

/** States in columns by how many moves lead to them, and the moves between. Reads half-made lives, too. */
export function lifeDiagram(document: Json): {
  readonly states: readonly StateSpot[];
  readonly arrows: readonly Arrow[];
  readonly columns: number;
  readonly lines: number;
} {
  const states = listAt(document, '/states').map((state, at) => ({
    pointer: `/states/${at}`,
    id: textOf(state, 'id'),
    title: textOf(state, 'title'),
    tone: textOf(state, 'tone') || 'neutral',
    isFinal: isObject(state) && own(state, 'final') === true,
  }));
  const moves = listAt(document, '/moves').map((move, at) => ({
    pointer: `/moves/${at}`,
    title: textOf(move, 'title'),
    from: startsOf(move),
    to: textOf(move, 'to'),
  }));
  const depth = new Map<string, number>();
  const queue = states.slice(0, 1).map(({ id }) => id);
  for (const id of queue) depth.set(id, 0);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { from, to } of moves) {
      if (!from.includes(id) || depth.has(to) || !states.some((state) => state.id === to)) continue;
      depth.set(to, (depth.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
  const taken = new Map<number, number>();
  const spots = states.map((state): StateSpot => {
    // What no move leads to stands in a column of its own at the end.
    const column = depth.get(state.id) ?? Math.max(0, ...depth.values()) + 1;
    const line = taken.get(column) ?? 0;
    taken.set(column, line + 1);
    return { ...state, column, line };
  });
  const turns = new Map<string, number>();
  const arrows = moves.flatMap(({ pointer, title, from, to }) =>
    from.flatMap((id): Arrow[] => {
      const start = spots.find((spot) => spot.id === id);
      const end = spots.find((spot) => spot.id === (to === '' ? id : to));
      if (!start || !end) return [];
      const pair = [start.pointer, end.pointer].sort().join();
      const turn = turns.get(pair) ?? 0;
      turns.set(pair, turn + 1);
      return [{ pointer, title, from: start, to: end, turn }];
    }),
  );
  return {
    states: spots,
    arrows,
    columns: Math.max(0, ...spots.map(({ column }) => column)) + 1,
    lines: Math.max(0, ...taken.values()),
  };
}

/** The states in which a move is offered: one, or a list. */
export function startsOf(move: Json | undefined): readonly string[] {
  const from = isObject(move) ? own(move, 'from') : undefined;
  return (Array.isArray(from) ? from : [from]).filter((id: Json | undefined): id is string => typeof id === 'string');
}

/** Two states and the move between them. */
export function newLife(): ListChange {
  return {
    edits: [
      {
        set: '/states',
        value: [
          { id: 'open', title: '已登记', tone: 'info' },
          { id: 'closed', title: '已办结', tone: 'positive', final: true },
        ],
        after: 'rules',
      },
      { set: '/moves', value: [{ id: 'close', title: '办结', from: ['open'], to: 'closed' }], after: 'states' },
    ],
    select: ['/moves/0'],
  };
}

export function newState(document: Json): ListChange {
  return added(document, '/states', {
    id: freshId('state', new Set(idsOf(listAt(document, '/states')))),
    title: '新状态',
  });
}

/** A move from the selected state (the first without) to the one behind it. */
export function newMove(document: Json, selected = ''): ListChange {
  const ids = idsOf(listAt(document, '/states'));
  const chosen = textOf(valueAt(document, selected), 'id');
  const from = ids.includes(chosen) ? chosen : (ids[0] ?? '');
  const to = ids[ids.indexOf(from) + 1] ?? from;
  return added(document, '/moves', {
    id: freshId('move', new Set(idsOf(listAt(document, '/moves')))),
    title: '新流转',
    from: [from],
    to,
  });
}

/** Filing once a quarter with one review. */
export function newFiling(): ListChange {
  return {
    edits: [
      { set: '/filing', value: { period: 'quarter', due: 'periodEndOn+10', review: [{ at: 'parent', does: '审核' }] } },
    ],
    select: ['/filing'],
  };
}

export function newProcess(): ListChange {
  return {
    edits: [
      {
        set: '/process',
        value: { stages: [{ id: 'stage1', title: '第一阶段', steps: [{ id: 'step1', title: '第一步' }] }] },
      },
    ],
    select: ['/process/stages/0/steps/0'],
  };
}

/** Every id of stages and steps. */
export function idsInProcess(document: Json): Set<string> {
  const stages = listAt(document, '/process/stages');
  return new Set([
    ...idsOf(stages),
    ...stages.flatMap((_, at) => idsOf(listAt(document, `/process/stages/${at}/steps`))),
  ]);
}

const NUMERALS = '一二三四五六七八九十';

export function newStage(document: Json): ListChange {
  const ids = idsInProcess(document);
  const numeral = NUMERALS.charAt(listAt(document, '/process/stages').length);
  return added(document, '/process/stages', {
    id: freshId('stage', ids),
    title: numeral === '' ? '新阶段' : `第${numeral}阶段`,
    steps: [{ id: freshId('step', ids), title: '新步骤' }],
  });
}

export function newStep(document: Json, stage: string): ListChange {
  return added(document, `${stage}/steps`, { id: freshId('step', idsInProcess(document)), title: '新步骤' });
}

export function newFact(document: Json): ListChange {
  const id = textOf(document, 'id') || 'form';
  const taken = new Set(idsOf(listAt(document, '/facts')));
  return added(document, '/facts', {
    id: freshId(`${id}/count`, taken),
    title: '新的统计',
    type: 'count',
    subject: 'organisation',
    grain: 'month',
    num: { count: 'TRUE' },
  });
}

export function newHandover(document: Json, to: string): ListChange {
  return added(document, '/handovers', {
    id: freshId('handover', new Set(idsOf(listAt(document, '/handovers')))),
    title: '新的移交',
    when: 'TRUE',
    on: ['save'],
    to,
    map: {},
  });
}
