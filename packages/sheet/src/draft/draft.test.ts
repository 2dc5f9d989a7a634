import assert from 'node:assert/strict';
import test from 'node:test';
import { admit } from '@jiceng/core/admit/admit.js';
import { every } from '../fixtures/ledgers/every.ts';
import type { Ledger } from '../fixtures/ledgers/kit.ts';
import { bytesOf, col, group, make, NUMBER } from '../fixtures/ledgers/kit.ts';
import { scoreOf } from '../fixtures/ledgers/score.ts';
import { strangers } from '../fixtures/ledgers/strangers.ts';
import { dates, name, phone } from '../fixtures/ledgers/values.ts';
import { readSheets } from '../read/read-sheets.ts';
import { encodeGb18030 } from '../text/encoding.ts';
import { draftDefinition, draftInSlices, type DraftOptions } from './draft.ts';
import type { SheetDraft } from './result.ts';

/**
 * Every ledger, and the same with what offices do to tables; the share of columns that must be right in all of them.
 */
const VARIANTS: readonly (readonly [string, number, (ledger: Ledger) => Ledger])[] = [
  ['as they are', 0.98, (ledger) => ledger],
  [
    'without merges and looks, as from a text file',
    0.95,
    ({ merged: _, ...ledger }) => ({ ...ledger, flat: true, plain: true }),
  ],
  [
    'with lines above, notes beside, notes and signatures below',
    0.98,
    (ledger) => ({
      ...ledger,
      above: [
        '附件3',
        'XX县委组织部关于做好有关工作的通知',
        ...(ledger.above ?? []),
        ['填报单位（盖章）：河东镇党委', null, '联系人：张三', null, '联系电话：0379-1234567'],
      ],
      beside: '说明：\n一、本表由各乡镇填写，每季度末报县委组织部；\n二、数据要真实准确，不得漏报。',
      below: () => [
        ['——以下空白——'],
        [],
        ['备注：1.本表一式两份；'],
        ['2.电子版请报送至邮箱。'],
        [],
        ['分管领导：', '', '', '填表人：王五', '', '电话：13800000000'],
        [null, null, '河东镇党委'],
        [null, null, null, '2024年6月30日'],
      ],
    }),
  ],
  ['with three rows', 0.93, (ledger) => ({ ...ledger, count: Math.min(ledger.count, 3) })],
];

for (const [title, least, change] of VARIANTS) {
  test(`ledgers ${title}: headings, titles, names, kinds and lists are found`, async () => {
    let right = 0,
      total = 0;
    const wrong: string[] = [];
    for (const ledger of every) {
      const score = await scoreOf(change(ledger));
      right += score.right;
      total += score.total;
      wrong.push(...score.wrong.map((fault) => `${score.name}: ${fault}`));
    }
    assert.ok(right >= total * least, `${right} of ${total}\n${wrong.join('\n')}`);
  });
}

async function draftOf(ledger: Ledger, options: DraftOptions = {}): Promise<SheetDraft> {
  const read = await readSheets(await bytesOf(make(ledger).parts));
  assert.ok(read.ok);
  const { sheets, passedOver } = draftDefinition(read.value, options);
  assert.equal(sheets.length, 1, JSON.stringify(passedOver));
  return sheets[0]!;
}

const roster: Ledger = {
  name: '名册',
  count: 4,
  above: ['河东镇名册'],
  columns: [
    NUMBER,
    col('*姓名', 'text', name),
    col('入党时间', 'date', (i) => ['2024.5', '2024年5月', '202405', '２０２４年５月'][i]!),
    col('电话', 'text', (i) => Number(phone(i))),
    col('缴费', 'number', (i) => 10 + i),
    col('学历', 'choice', '本科', { list: '"大专,本科"' }),
  ],
  below: (_, first, last) => [
    ['合计', null, null, null, { value: 46, formula: `SUM(E${first + 1}:E${last + 1})` }],
    ['填表人：张三'],
  ],
};

test('a draft is a definition with its records, and a list of what is left out', async () => {
  const draft = await draftOf(roster);
  assert.ok(admit(draft.definition).ok);
  assert.equal(draft.definition.title, '河东镇名册');
  assert.equal(draft.definition.id, 'he-dong-zhen-ming-ce');
  assert.deepEqual(draft.definition.record.properties['joinedOn'], {
    type: 'string',
    title: '入党时间',
    format: 'date',
    'x-precision': 'month',
  });
  assert.deepEqual(
    draft.rows.map(({ data }) => data['joinedOn']),
    ['2024-05-01', '2024-05-01', '2024-05-01', '2024-05-01'],
  );
  assert.equal(draft.rows[0]!.data['contactPhone'], phone(0));
  assert.deepEqual((draft.definition.record as { required?: string[] }).required, ['personName']);
  assert.deepEqual(
    draft.leftOut.map(({ code, place }) => [code, place]),
    [
      ['totals', '7'],
      ['footer', '8'],
    ],
  );
  assert.deepEqual(draft.definition.ledger!.columns[4], { field: '/x_jiaoFei', width: 89, total: 'sum' });
  assert.deepEqual(draft.incomplete, []);
  for (const { name: found, kind, title, required, options } of draft.columns)
    for (const { confidence, reason } of [found, kind, title, required, options])
      assert.ok(confidence > 0 && confidence <= 1 && reason['zh-CN'] !== '' && reason.en !== '');
});

test('guesses are changed before they are taken', async () => {
  const columns = new Map([
    [2, { kind: 'text' as const, name: 'x_when', title: '什么时候' }],
    [3, { skipped: true }],
    [5, { options: ['大专', '本科', '研究生'] }],
  ]);
  const draft = await draftOf(roster, {
    choices: new Map([['Sheet1', { title: '另一个名称', id: 'other', columns }]]),
  });
  assert.equal(draft.definition.id, 'other');
  assert.equal(draft.rows[1]!.data['x_when'], '2024年5月');
  assert.equal('contactPhone' in draft.definition.record.properties, false);
  assert.equal((draft.definition.record.properties['educationLevel'] as { oneOf: unknown[] }).oneOf.length, 3);
  assert.equal(draft.columns[2]!.kind.confidence, 1);
});

test('cells that do not fit are named with their place, and nothing else is lost', async () => {
  const draft = await draftOf({
    ...roster,
    count: 10,
    columns: [NUMBER, col('姓名', 'text', name), col('入党时间', 'date', (i) => (i === 3 ? '记不清了' : dates.iso(i)))],
    below: () => [],
  });
  assert.deepEqual(
    draft.leftOut.map(({ code, place, text }) => ({ code, place, text })),
    [{ code: 'unfit', place: 'C6', text: '记不清了' }],
  );
  assert.equal(draft.rows.length, 10);
});

test('names of prototypes, empty and repeated headings make no trouble', async () => {
  const draft = await draftOf({
    name: '原型',
    count: 6,
    above: [],
    columns: ['__proto__', 'constructor', 'toString', '姓名', '姓名', '', '备注'].map((heading) =>
      col(heading, 'text', (i) => `${heading}${i}`),
    ),
  });
  assert.ok(admit(draft.definition).ok);
  assert.equal(new Set(draft.columns.map(({ name: found }) => found.value)).size, 7);
  assert.equal(draft.rows.length, 6);
});

test('sheets without a table are passed over with a reason: a sentence, a form with labels beside its fields', async () => {
  for (const content of [
    '只有一句话',
    '党员登记表\n姓名,张三,性别,男\n学历,本科,入党时间,2001.07\n工作单位,县财政局,联系电话,138\n',
    '困难党员帮扶申请审批表\n申请人,李桂兰,性别,女,出生年月,1952年4月\n党龄,38年,文化程度,小学,健康状况,差\n家庭人口,2,月收入,650,联系电话,139\n申请理由,常年服药\n支部意见,情况属实\n备注\n',
  ]) {
    const read = await readSheets(new TextEncoder().encode(content));
    assert.ok(read.ok);
    const { sheets, passedOver } = draftDefinition(read.value);
    assert.equal(sheets.length, 0, content);
    assert.equal(passedOver[0]!.reason['zh-CN'], '没有找到表头');
  }
});

test('a text file of an older computer, with a title, a line above the headings and a signature, is read as a ledger', async () => {
  const read = await readSheets(
    encodeGb18030(
      '2024年困难群众救助台账,,,,\n填报单位：城关镇,,,单位：元,\n序号,姓名,身份证号,救助金额,救助日期\n1,王明,410322198501011234,"1,200.50",2024.1.5\n2,李芳,41032219900202123X,800,2024年2月3日\n,,,,\n合计,,,2000.5,\n填表人：周晓,,,,\n',
    ),
  );
  assert.ok(read.ok);
  const draft = draftDefinition(read.value).sheets[0]!;
  assert.deepEqual(
    [read.value.encoding, draft.definition.title, draft.columns.map(({ kind }) => kind.value).join()],
    ['gb18030', '2024年困难群众救助台账', 'rowNumber,text,text,number,date'],
  );
  assert.deepEqual(
    draft.rows.map(({ data }) => Object.values(data)),
    [
      ['王明', '410322198501011234', 1200.5, '2024-01-05'],
      ['李芳', '41032219900202123X', 800, '2024-02-03'],
    ],
  );
});

test('what databases write is read: codes behind an equals sign, NULL, line breaks; a number that lost its digits is named', async () => {
  const read = await readSheets(
    new TextEncoder().encode(
      '户编号,姓名,关联编号,银行卡号,办理情况\r\n="0041",张三,NULL,6.2284E+18,"已办理，\n请归档。"\r\n"=""0042""",李四,NULL,6.2285E+18,办理中，等回复。\r\n',
    ),
  );
  assert.ok(read.ok);
  const draft = draftDefinition(read.value).sheets[0]!;
  assert.deepEqual(
    draft.rows.map(({ data }) => Object.values(data)),
    [
      ['0041', '张三', '6.2284E+18', '已办理，\n请归档。'],
      ['0042', '李四', '6.2285E+18', '办理中，等回复。'],
    ],
  );
  assert.deepEqual(
    draft.leftOut.map(({ code, place }) => [code, place]),
    [
      ['rounded', 'D2'],
      ['rounded', 'D3'],
    ],
  );
});

test('several sheets give several definitions, never with the same id; hidden ones only give lists', async () => {
  const others = ['二月', '三月'].map((title) => ({
    name: title,
    columns: [{}, {}, {}],
    rows: [{ cells: ['序号', '姓名', '党费'] }, { cells: [1, '张三', 5] }, { cells: [2, '李四', 6.5] }],
  }));
  const read = await readSheets(
    await bytesOf(
      make({
        name: '一月',
        sheetName: '一月',
        count: 2,
        above: [],
        columns: [NUMBER, col('姓名', 'text', name), col('党费', 'number', 5)],
        lists: { 选项: ['甲'] },
        others: others.map((one) => ({ ...one, name: one.name })),
      }).parts,
    ),
  );
  assert.ok(read.ok);
  const { sheets, passedOver } = draftDefinition(read.value);
  assert.deepEqual(
    sheets.map(({ sheet, rows }) => [sheet, rows.length]),
    [
      ['一月', 2],
      ['二月', 2],
      ['三月', 2],
    ],
  );
  assert.equal(new Set(sheets.map(({ definition }) => definition.id)).size, 3);
  assert.deepEqual(
    passedOver.map(({ sheet }) => sheet),
    ['选项'],
  );
});

test('bare numbers in every row that are months, lists that grow, and lists by name are known', async () => {
  const draft = await draftOf({
    ...roster,
    count: 9,
    below: () => [],
    columns: [
      NUMBER,
      col('姓名', 'text', name),
      col('入党', 'date', dates.numberMonth),
      col('转正', 'date', (i) => 200_001 + i),
      col('面貌', 'choice', '党员', { list: 'OFFSET(选项!$A$1,0,0,COUNTA(选项!$A:$A),1)' }),
    ],
    lists: { 选项: ['党员', '群众'] },
  });
  assert.deepEqual(
    draft.columns.map(({ kind }) => kind.value),
    ['rowNumber', 'text', 'date', 'date', 'choice'],
  );
  assert.deepEqual(draft.columns[4]!.options.value, ['党员', '群众']);
});

test('days as headings, headings as long as sentences, and cells outside the rows that formulas read', async () => {
  const days = await draftOf({
    name: '出勤',
    count: 9,
    above: ['出勤表'],
    columns: [
      NUMBER,
      col('姓名', 'text', name),
      ...Array.from({ length: 31 }, (_, day) => col(String(day + 1), 'choice', (i) => ((i + day) % 5 ? '√' : '△'))),
    ],
  });
  assert.deepEqual([days.headerRows.value, days.columns.length, days.columns[32]!.title.value], [[1, 1], 33, '31']);
  const long = await draftOf({
    name: '长',
    count: 5,
    above: ['一览表'],
    columns: [
      NUMBER,
      col('党组织名称（全称，须与批复文件一致，不得使用简称）', 'text', (i) => `第${i}党支部`),
      col('这是一个很长的列名因为填表的人想把所有的要求都写在列名里面而不是写在说明里', 'text', (i) => `x${i}`),
      group('分组', col('甲', 'integer', 1), col('乙', 'integer', 2)),
    ],
  });
  assert.deepEqual([long.headerRows.value, long.columns[3]!.groups], [[1, 2], ['分组']]);
  const sums = await draftOf({
    name: '标准',
    count: 8,
    above: [['慰问金测算表', null, null, null, '标准：', 500]],
    columns: [
      NUMBER,
      col('姓名', 'text', name),
      col('人数', 'integer', (i) => i + 1),
      col('金额', 'number', (i) => (i + 1) * 500, { formula: 'C{r}*$F$1' }),
      col('备注', 'text', null),
    ],
  });
  assert.deepEqual(sums.definition.parameters, { x_f1: { title: '标准', value: 500, source: 'O' } });
  assert.deepEqual(sums.definition.rules, [{ field: '/x_jinE', value: 'x_renShu*x_f1' }]);
});

test('an empty column inside a table does not end it; a table of its own behind one does', async () => {
  const read = async (text: string) => {
    const book = await readSheets(new TextEncoder().encode(text));
    assert.ok(book.ok);
    return draftDefinition(book.value)
      .sheets[0]!.columns.filter(({ skipped }) => !skipped)
      .map(({ title }) => title.value);
  };
  const rows = (value: (i: number) => string) => Array.from({ length: 5 }, (_, i) => value(i)).join('\n');
  assert.deepEqual(
    await read(
      `序号,甲方党组织,乙方党组织,,结对时间,活动次数\n${rows((i) => `${i + 1},第${i}党支部,县医院${i}党支部,,2024.0${i + 1}.12,${i}`)}`,
    ),
    ['序号', '甲方党组织', '乙方党组织', '结对时间', '活动次数'],
  );
  assert.deepEqual(
    await read(`序号,姓名,职务,,序号,姓名,职务\n${rows((i) => `${i + 1},张${i},委员,,${i + 6},李${i},委员`)}`),
    ['序号', '姓名', '职务'],
  );
});

test('a list that goes on beside itself is one list, with what stood below it below both parts', async () => {
  const read = async (text: string) => {
    const book = await readSheets(new TextEncoder().encode(text));
    assert.ok(book.ok);
    return draftDefinition(book.value);
  };
  const parts = (gap: string) =>
    `通讯录\n姓名,电话,${gap}姓名,电话\n${[0, 1, 2].map((i) => `张${'一二三'[i]},1380000000${i},${gap}${i < 2 ? `李${'一二三'[i]},1390000000${i}` : ','}`).join('\n')}\n填表人：王五,,${gap}日期：2024年5月\n`;
  for (const gap of ['', ',']) {
    const {
      book,
      sheets: [draft],
    } = await read(parts(gap));
    assert.deepEqual(
      draft!.columns.map(({ title }) => title.value),
      ['姓名', '电话'],
    );
    assert.deepEqual(
      draft!.rows.map(({ row, data }) => [row, ...Object.values(data)]),
      [
        [3, '张一', '13800000000'],
        [4, '张二', '13800000001'],
        [5, '张三', '13800000002'],
        [6, '李一', '13900000000'],
        [7, '李二', '13900000001'],
      ],
    );
    assert.deepEqual(
      [
        book.notices.map(({ code }) => code),
        book.sheets[0]!.rows[5]!.values[0],
        draft!.leftOut.map(({ code }) => code),
      ],
      [['side-by-side'], '李一', ['footer', 'beside']],
    );
  }
  const months = await read('村名,应开,实开,应开,实开\n甲村,1,1,2,2\n乙村,1,1,2,2\n丙村,1,0,2,2\n');
  assert.deepEqual(
    [months.book.notices, months.sheets[0]!.columns.length],
    [[], 5],
    'figures under headings that repeat are columns of their own',
  );
});

test('amounts in several units stay texts, so that no 万元 becomes 元; one cell in another unit than its column is named', async () => {
  const mixed = await draftOf({
    ...roster,
    count: 6,
    below: () => [],
    columns: [
      NUMBER,
      col('单位', 'text', name),
      col('捐款', 'text', (i) => (i % 2 ? `${i}.5万元` : `${800 + i}元`)),
      col('年限', 'text', (i) => (i === 3 ? '长期' : `${5 + i}年`)),
      col('支出（元）', 'number', (i) => (i === 4 ? '1.2万元' : 300.5 + i)),
    ],
  });
  assert.deepEqual(
    mixed.columns.map(({ kind }) => kind.value),
    ['rowNumber', 'text', 'text', 'text', 'number'],
  );
  assert.deepEqual(
    [mixed.rows[1]!.data['x_juanKuan'], mixed.leftOut.map(({ code, text, reason }) => [code, text, reason['zh-CN']])],
    ['1.5万元', [['unfit', '1.2万元', '单位不是元']]],
  );
});

test('a second table below the first is left out with a reason, and said to be one', async () => {
  const draft = await draftOf(strangers.find(({ name: found }) => found === '上下两张表')!);
  assert.deepEqual(
    draft.rows.map(({ data }) => data['x_duChaDeFen']),
    [96.5, 95.25, 94, 92.75, 91.5, 90.25],
  );
  const another = draft.leftOut.filter(({ code }) => code === 'another');
  assert.deepEqual(
    [another.length, another[0]!.text, another[0]!.reason['zh-CN']],
    [7, '序号 支部名称 问题描述 整改时限', '同一工作表里的另一张表，请放到单独的工作表再导入'],
  );
});

test('rows are taken or left out as people say, whatever they look like', async () => {
  const draft = await draftOf(roster);
  const first = draft.rows[0]!.row - 1;
  const chosen = await draftOf(roster, {
    choices: new Map([
      [
        draft.sheet,
        {
          rows: new Map([
            [first, false],
            [first + 4, true],
          ]),
        },
      ],
    ]),
  });
  assert.deepEqual(
    chosen.rows.map(({ row }) => row - 1),
    [first + 1, first + 2, first + 3, first + 4],
    'the totals row is a record now',
  );
  assert.deepEqual(
    chosen.leftOut
      .filter(({ code }) => code === 'unwanted' || code === 'totals')
      .map(({ code, place }) => [code, place]),
    [['unwanted', String(first + 1)]],
  );
});

test('in slices a draft is the same, and ends when it is cancelled', async () => {
  const read = await readSheets(await bytesOf(make(roster).parts));
  assert.ok(read.ok);
  const sliced = await draftInSlices(read.value, {}, {});
  assert.deepEqual(sliced.ok && sliced.value, draftDefinition(read.value));
  const control = new AbortController();
  control.abort();
  const cancelled = await draftInSlices(read.value, {}, { signal: control.signal });
  assert.equal(!cancelled.ok && cancelled.problems[0]!.code, 'sheet-cancelled');
});
