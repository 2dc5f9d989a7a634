import assert from 'node:assert/strict';
import test from 'node:test';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import type { JsonObject } from '@jiceng/core/json/json.js';
import { idsByName } from '@jiceng/core/org/ids-by-name.js';
import type { CellValue, Workbook } from '../book/workbook.ts';
import { DEFINITION, recordOf } from '../fixtures/grants.ts';
import { readSheets } from '../read/read-sheets.ts';
import type { WrittenCell } from '../write/book.ts';
import { writeSheets } from '../write/write-sheets.ts';
import { importCommands } from './import-commands.ts';
import { planImport, type ImportInput, type ImportPlan } from './import-plan.ts';
import { templateBook } from './template.ts';

const now = '2026-03-01T09:00:00+08:00';
const RECORDS: readonly StoredRecord[] = [
  {
    name: '甲项目',
    idNumber: '410322198001011234',
    code: '0012',
    town: 'a',
    budget: 100,
    spent: 25,
    startOn: '2025-09-01',
    isOpen: true,
    tags: ['x', 'y'],
  },
  { name: '乙项目', code: '0013', town: 'b', budget: 300 },
  { name: '=丙', code: '0014', startOn: '2025-01-05' },
].map((data, at) => recordOf(at, data as unknown as JsonObject));

/** Columns of the template: id, number, name, id number, code, town, budget, spent, rate, start, open, tags. */
const AT = { name: 2, code: 4, town: 5, budget: 6, spent: 7, rate: 8, startOn: 9, isOpen: 10, tags: 11 };
/** Row of the first record. */
const FIRST = 3;

/** The template as it comes back: cells changed by row and column. */
async function returned(
  edits: readonly (readonly [row: number, column: number, value: CellValue])[] = [],
  records = RECORDS,
): Promise<Workbook> {
  const [sheet, ...others] = templateBook({ definition: DEFINITION, records, now }).sheets;
  const rows: { cells: (CellValue | WrittenCell)[] }[] = [...sheet!.rows].map(({ cells }) => ({ cells: [...cells] }));
  for (const [row, column, value] of edits) {
    while (rows.length <= row) rows.push({ cells: [] });
    const { cells } = rows[row]!;
    while (cells.length < column) cells.push(null);
    cells[column] = value;
  }
  const file = await writeSheets({ sheets: [{ ...sheet!, rows }, ...others] });
  assert.ok(file.ok);
  const read = await readSheets(new Blob(file.value as BlobPart[]));
  assert.ok(read.ok);
  return read.value;
}

function planned(book: Workbook, input: Partial<ImportInput> = {}): ImportPlan {
  const result = planImport(book, { definition: DEFINITION, records: RECORDS, now, ...input });
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
const target = { definitionId: 'grants', orgId: 'o1', newId: (row: number) => `new${row}` };

test('what comes back untouched changes nothing', async () => {
  const plan = planned(await returned());
  assert.deepEqual(
    plan.rows.map(({ status, record }) => [status, record?.id]),
    [
      ['same', 'r0'],
      ['same', 'r1'],
      ['same', 'r2'],
    ],
  );
  assert.deepEqual([plan.unknownColumns, plan.missingColumns, plan.leftOut, plan.isOtherVersion], [[], [], [], false]);
  const commands = importCommands(plan, {}, target);
  assert.deepEqual(commands.ok && commands.value.commands, []);
});

test('changed, emptied and new cells are told with what was there before, and become one list of commands', async () => {
  const plan = planned(
    await returned([
      [FIRST, AT.budget, 150],
      [FIRST, AT.tags, '乙'],
      [FIRST + 1, AT.town, null],
      [FIRST + 2, AT.startOn, '2025年3月8日'],
      [FIRST + 3, AT.name, '丁项目'],
      [FIRST + 3, AT.isOpen, '是'],
      [FIRST, AT.rate, 999],
    ]),
  );
  assert.deepEqual(
    plan.rows.map(({ row, status, cells }) => [
      row,
      status,
      cells.map(({ pointer, place, before, after }) => [pointer, place, before, after]),
    ]),
    [
      [
        4,
        'changed',
        [
          ['/budget', 'G4', 100, 150],
          ['/tags', 'L4', ['x', 'y'], ['y']],
        ],
      ],
      [5, 'changed', [['/town', 'F5', 'b', undefined]]],
      [6, 'changed', [['/startOn', 'J6', '2025-01-05', '2025-03-08']]],
      [
        7,
        'new',
        [
          ['/name', 'C7', undefined, '丁项目'],
          ['/isOpen', 'K7', undefined, true],
        ],
      ],
    ],
  );
  const result = importCommands(plan, { skippedRows: new Set([6]), skippedColumns: new Set(['/tags']) }, target);
  assert.ok(result.ok);
  assert.deepEqual(result.value.commands, [
    { kind: 'save', recordId: 'r0', revision: 1, changes: [{ pointer: '/budget', value: 150 }] },
    { kind: 'save', recordId: 'r1', revision: 1, changes: [{ pointer: '/town', value: undefined }] },
    { kind: 'create', recordId: 'new7', definitionId: 'grants', orgId: 'o1', data: { name: '丁项目', isOpen: true } },
  ]);
  assert.deepEqual(result.value.rows, [4, 5, 7]);
});

test('what does not fit is named by its cell, and nothing is imported until someone agrees to leave it out', async () => {
  const plan = planned(
    await returned([
      [FIRST, AT.budget, '很多'],
      [FIRST, AT.spent, -5],
      [FIRST, AT.code, '0099'],
      [FIRST + 1, AT.town, '不存在镇'],
      [FIRST + 3, AT.code, '没有名称'],
    ]),
  );
  const faults = plan.rows.flatMap(({ cells }) =>
    cells.filter(({ problem }) => problem).map(({ place, problem }) => [place, problem!['zh-CN']]),
  );
  assert.deepEqual(
    faults.map(([place]) => place),
    ['G4', 'H4', 'F5'],
  );
  assert.match(faults[0]![1]!, /不是数字/);
  assert.deepEqual(plan.rows[3]!.problems.length, 1, 'the new row has no name');
  const refused = importCommands(plan, {}, target);
  assert.deepEqual(!refused.ok && refused.problems.map(({ pointer, code }) => [pointer, code]), [
    ['/G4', 'import-cell'],
    ['/H4', 'import-cell'],
    ['/F5', 'import-cell'],
    ['/7', 'import-row'],
  ]);
  const taken = importCommands(plan, { withoutFaults: true }, target);
  assert.deepEqual(taken.ok && taken.value.commands, [
    { kind: 'save', recordId: 'r0', revision: 1, changes: [{ pointer: '/code', value: '0099' }] },
  ]);
});

test('where others were faster, each cell is decided; cells left as they were sent out keep what others wrote', async () => {
  const book = await returned([[FIRST, AT.budget, 150]]);
  const data: JsonObject = { ...(RECORDS[0]!.data as JsonObject), budget: 120, code: '0077' };
  const records = [{ ...RECORDS[0]!, revision: 4, data }, ...RECORDS.slice(1)] as StoredRecord[];
  const plan = planned(book, { records });
  assert.deepEqual(
    plan.rows[0]!.cells.map(({ place, before, after, conflict }) => [place, before, after, conflict]),
    [['G4', 120, 150, { base: 100 }]],
  );
  const open = importCommands(plan, {}, target);
  assert.deepEqual(!open.ok && open.problems.map(({ code }) => code), ['import-conflict']);
  const file = importCommands(plan, { conflicts: new Map([['G4', 'file']]) }, target);
  assert.deepEqual(file.ok && file.value.commands, [
    { kind: 'save', recordId: 'r0', revision: 4, changes: [{ pointer: '/budget', value: 150 }] },
  ]);
  const record = importCommands(plan, { conflicts: new Map([['G4', 'record']]) }, target);
  assert.deepEqual(record.ok && record.value.commands, []);
});

test('rows are known by id, also moved and among other columns; unknown, repeated and foreign rows are told', async () => {
  const id = 0;
  const plan = planned(
    await returned([
      [FIRST, id, 'r1'],
      [FIRST + 1, id, 'gone'],
      [FIRST + 2, id, 'r1'],
    ]),
  );
  assert.deepEqual(
    plan.rows.map(({ status }) => status),
    ['changed', 'unknown', 'repeated'],
  );
  const other = planImport(await returned(), { definition: { ...DEFINITION, id: 'other' }, records: [], now });
  assert.equal(!other.ok && other.problems[0]!.code, 'sheet-other-definition');
});

test('a plain sheet or text file is matched by its key columns and headings', async () => {
  const csv = '编码,预算,多出来的列,项目名称\n0013,350,x,乙项目\n0099,5,y,新的\n';
  const read = await readSheets(new TextEncoder().encode(csv));
  assert.ok(read.ok);
  const plan = planned(read.value, { keys: ['/code'] });
  assert.deepEqual(
    plan.rows.map(({ status, record, cells }) => [
      status,
      record?.id,
      cells.map(({ pointer, after }) => [pointer, after]),
    ]),
    [
      ['changed', 'r1', [['/budget', 350]]],
      [
        'new',
        undefined,
        [
          ['/code', '0099'],
          ['/budget', 5],
          ['/name', '新的'],
        ],
      ],
    ],
  );
  assert.deepEqual(plan.unknownColumns, ['多出来的列']);
  assert.ok(plan.missingColumns.includes('乡镇'));
});

test('a template whose merges were lost is read all the same; rows with nothing in our columns are left out', async () => {
  const book = await returned([
    [FIRST, AT.spent, 30],
    [FIRST + 3, AT.rate, 5],
  ]);
  const plan = planned({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, merges: [] })) });
  assert.deepEqual(
    plan.rows.map(({ status, cells }) => [status, cells.map(({ pointer, after }) => [pointer, after])]),
    [
      ['changed', [['/spent', 30]]],
      ['same', []],
      ['same', []],
    ],
  );
  assert.deepEqual(
    plan.leftOut.map(({ row }) => row),
    [FIRST + 4],
  );
});

test('cells that name people and organisations are read as their ids, also several in one cell; names that are not enough are told', async () => {
  const properties = {
    title: { type: 'string', title: '事项' },
    owner: { type: 'string', format: 'person', title: '责任人' },
    helpers: { type: 'array', title: '参加人', items: { type: 'string', format: 'person' } },
    unit: { type: 'string', format: 'organisation', title: '单位' },
  };
  const definition = {
    ...DEFINITION,
    id: 'people',
    rules: [],
    ledger: undefined,
    record: { type: 'object', properties },
  } as unknown as typeof DEFINITION;
  const { rules: _, ledger: __, ...plain } = definition;
  const ids = {
    person: (name: string) => ({ 张三: ['p3'], 李四: ['p4'], 王明: ['p5', 'p6'] })[name] ?? [],
    organisation: (name: string) => ({ 河东村: ['o9'] })[name] ?? [],
  };
  const read = await readSheets(
    new TextEncoder().encode('事项,责任人,参加人,单位\n甲,张三,张三、李四,河东村\n乙,王明,外来者,别处\n'),
  );
  assert.ok(read.ok);
  const plan = planned(read.value, { definition: plain as typeof DEFINITION, records: [], ids });
  assert.deepEqual(
    plan.rows[0]!.cells.map(({ after }) => after),
    ['甲', 'p3', ['p3', 'p4'], 'o9'],
  );
  assert.match(plan.rows[1]!.cells.find(({ title }) => title === '责任人')!.problem!['zh-CN'], /有 2 个/);
  assert.deepEqual(
    plan.rows[1]!.cells.filter(({ problem }) => !problem).map(({ after }) => after),
    ['乙', ['外来者'], '别处'],
  );
  const record = recordOf(
    0,
    { title: '甲', owner: 'p5', helpers: ['p6', 'p3'] } as unknown as JsonObject,
    plain as typeof DEFINITION,
  );
  const named = { 张三: 'p3', 王明: 'p5' },
    person = (id: string) => Object.entries(named).find(([, own]) => own === id)?.[0] ?? '王明';
  const back = await readSheets(new TextEncoder().encode('事项,责任人,参加人\n甲,王明,王明、张三\n'));
  assert.ok(back.ok);
  assert.deepEqual(
    planned(back.value, {
      definition: plain as typeof DEFINITION,
      records: [record],
      ids,
      person,
      keys: ['/title'],
    }).rows.map(({ status }) => status),
    ['same'],
    'what reads as before is as before',
  );
});

test('two new rows of one sheet that may be there only once: the second is named before anything is imported', async () => {
  const plan = planned(
    await returned([
      [FIRST + 3, AT.code, '0099'],
      [FIRST + 3, AT.name, '丁'],
      [FIRST + 4, AT.code, '0099'],
      [FIRST + 4, AT.name, '戊'],
    ]),
    { keys: ['/code'] },
  );
  assert.deepEqual(
    plan.rows.slice(3).map(({ row, status, problems }) => [row, status, problems.map((reason) => reason['zh-CN'])]),
    [
      [7, 'new', []],
      [8, 'repeated', ['与第 7 行重复，按定义只能登记一次']],
    ],
  );
  const commands = importCommands(plan, { withoutFaults: true }, target);
  assert.deepEqual(commands.ok && commands.value.rows, [7]);
});

test('numbers that computing left with more digits than office programs keep are no change', async () => {
  const [first] = RECORDS;
  const noisy = { ...first!, data: { ...(first!.data as object), budget: 0.1 + 0.2 } } as StoredRecord;
  const plan = planned(await returned([[FIRST, AT.budget, 0.3]], [noisy]), { records: [noisy] });
  assert.deepEqual(
    plan.rows.map(({ status }) => status),
    ['same'],
  );
});

test('new records about people get the person that their row names; namesakes are asked for, nobody is made up', async () => {
  const definition = {
    ...DEFINITION,
    subject: 'person',
    unique: [['subjectId', 'code']],
    ledger: { columns: [{ name: 'subjectTitle', title: '姓名' }, '/name', '/code'] },
  } as unknown as ImportInput['definition'];
  const post = (orgId: string) => [{ orgId, role: 'filler' as const }];
  const people = [
    { personId: 'p1', personName: '王芳', posts: post('o1') },
    { personId: 'p2', personName: '王芳', posts: post('o2') },
    { personId: 'p3', personName: '李军', posts: post('o2') },
  ];
  const had = {
    ...recordOf(0, { name: '旧', code: '07' } as unknown as JsonObject, definition),
    subject: { id: 'p3', title: '李军' },
  };
  const read = await readSheets(
    new TextEncoder().encode(
      '姓名,项目名称,编码\n李军,新,07\n李军,甲,08\n王芳,乙,09\n赵敏,丙,10\n,丁,11\n李军,戊,08\n',
    ),
  );
  assert.ok(read.ok);
  const input = {
    definition,
    records: [had],
    person: (id: string) => people.find(({ personId }) => personId === id)?.personName,
  };
  const plan = planned(read.value, { ...input, ids: idsByName([], people, 'o3') });
  assert.deepEqual(
    plan.rows.map(({ row, status, person, problems }) => [
      row,
      status,
      person?.subject?.id,
      problems.map((reason) => reason['zh-CN']),
    ]),
    [
      [2, 'changed', undefined, []],
      [3, 'new', 'p3', []],
      [4, 'new', undefined, ['“王芳”有 2 个，请选定或填编号']],
      [5, 'new', undefined, ['人员名册里没有“赵敏”']],
      [6, 'new', undefined, ['没有写明是谁']],
      [7, 'repeated', undefined, ['与第 3 行重复，按定义只能登记一次']],
    ],
  );
  assert.deepEqual(
    [plan.rows[2]!.person!.several!.ids, plan.keyColumns[0], plan.unknownColumns],
    [['p1', 'p2'], { pointer: 'subjectId', title: '姓名' }, []],
  );
  assert.equal(
    planned(read.value, { ...input, ids: idsByName([], people, 'o2') }).rows[2]!.person!.subject!.id,
    'p2',
    'its own people come first',
  );
  const commands = importCommands(
    plan,
    { withoutFaults: true },
    { definitionId: definition.id, orgId: 'o1', newId: (row) => `n${row}` },
  );
  assert.ok(commands.ok);
  assert.deepEqual(
    commands.value.commands.map((command) => (command.kind === 'create' ? command.subject : command.kind)),
    ['save', { id: 'p3', title: '李军' }],
  );
  assert.deepEqual(
    planned(read.value, { definition, records: [] }).rows.map(({ person }) => person),
    Array(6).fill(undefined),
    'without a directory nobody is asked for',
  );
});
