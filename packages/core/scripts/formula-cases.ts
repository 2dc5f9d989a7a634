/**
 * Generated formulas for the comparison with LibreOffice: a grammar as data, a seeded choice, and the values they read.
 */

/** One formula; `theirs` is what LibreOffice calculates instead, where it lacks a function. */
export interface Case {
  readonly group: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Fields that the formulas read. Dates stand in the sheet as real dates. */
export const NAMES: Readonly<Record<string, number | string | boolean | null>> = {
  members: 37,
  fullMembers: 31,
  score: 86.5,
  target: 90,
  rate: 91.25,
  amount: 1234567.89,
  loss: -42.75,
  tiny: 0.003,
  zero: 0,
  half: 0.5,
  title: 'Party Branch',
  code: 'A-017',
  名称: '城关镇党支部',
  digits: '125',
  spaced: '  two  words ',
  nothing: null,
  done: true,
  late: false,
  startOn: '2024-02-29',
  dueOn: '2026-06-30',
  heldOn: '2026-03-15',
};

/** Columns of the repeated field `items`, a row each. */
export const COLUMNS: Readonly<Record<string, readonly (number | string | boolean | null)[]>> = {
  points: [5, 3, 8, 2.5, 0, 8, 7.25, -1, 6, 4],
  weight: [1, 2, 1, 0.5, 2, 1, 3, 1, 2, 1],
  kind: ['meeting', 'lecture', 'meeting', 'vote', 'Lecture', 'meeting', 'vote', 'other', 'lecture', 'meeting'],
  mixed: [1, 'x', null, 'z', 2.5, '3', null, 'y', -4, 0],
  flags: [true, false, true, true, false, true, true, true, false, true],
  rising: [1, 2, 4, 4, 7, 10, 15, 20, 30, 50],
  heldOn: [
    '2026-01-05',
    '2026-01-20',
    '2026-02-03',
    '2026-02-28',
    '2026-03-01',
    '2026-03-15',
    '2026-04-30',
    '2026-05-06',
    '2026-06-01',
    '2026-06-30',
  ],
};

/**
 * Rules of the grammar: each text is a choice, `<x>` goes on with rule x. Bounded by depth: beyond it only the first
 * entries are taken.
 */
const RULES: Readonly<Record<string, { readonly plain: readonly string[]; readonly deep: readonly string[] }>> = {
  n: {
    plain: [
      'members',
      'fullMembers',
      'score',
      'target',
      'rate',
      'loss',
      'half',
      '1',
      '2',
      '3',
      '10',
      '0.1',
      '0.2',
      '2.5',
      '100',
      '7',
      '12.5',
      '-3',
      '0.75',
    ],
    deep: [
      '(<n>+<n>)',
      '(<n>-<n>)',
      '<n>*<n>',
      '(<n>/<n>)',
      '-<n>',
      '<n>%',
      'ROUND(<n>,<i>)',
      'IF(<b>,<n>,<n>)',
      'MIN(<n>,<n>)',
      'MAX(<n>,<n>,0)',
      'ABS(<n>)',
      'SUM(<n>,<n>)',
      'INT(<n>)',
    ],
  },
  i: { plain: ['0', '1', '2', '3', '1', '2', '-1'], deep: ['LEN(<t>)'] },
  k: { plain: ['1', '2', '3', '4', '5'], deep: [] },
  t: {
    plain: ['title', 'code', '名称', '"abc"', '"Hello World"', '"党员大会"', 'spaced', '""', '"a,b"', '"x"'],
    deep: ['<t>&<t>', 'LEFT(<t>,<k>)', 'UPPER(<t>)', 'IF(<b>,<t>,<t>)', 'MID(<t>,<k>,<k>)', '<t>&<k>'],
  },
  b: {
    plain: ['done', 'late', 'TRUE', 'members>30', 'score>=85', 'nothing=0', 'half<0.5'],
    deep: ['<n>><n>', '<n><=<n>', '<t>=<t>', 'AND(<b>,<b>)', 'OR(<b>,<b>)', 'NOT(<b>)', '<n>=<n>', '<n><><n>'],
  },
  d: {
    plain: ['startOn', 'dueOn', 'heldOn', 'DATE(2025,12,31)', 'DATE(2024,2,29)', 'DATE(2026,1,1)'],
    deep: ['EDATE(<d>,<i>)', 'EOMONTH(<d>,<i>)', '(<d>+<k>)'],
  },
  c: { plain: ['items.points', 'items.weight', 'items.rising', 'items.points', 'items.mixed'], deep: [] },
  p: { plain: ['items.points', 'items.weight', 'items.rising'], deep: ['(<p>*<p>)', '(<p>+<k>)', '(<p>><k>)*<p>'] },
  crit: {
    plain: [
      '">3"',
      '">=4"',
      '"<5"',
      '"<>8"',
      '"=2.5"',
      '8',
      '2',
      '"meeting"',
      '"lect*"',
      '"?ote"',
      '"<>meeting"',
      '"<>"',
      '"x"',
      '">"&<k>',
      '"*e*"',
      '"o~*r"',
    ],
    deep: [],
  },
  any: { plain: ['items.kind', 'items.points', 'items.mixed', 'items.rising', 'items.weight'], deep: [] },
  v: {
    plain: ['nothing', 'members', 'title', 'done', '1/0', 'NA()', '"7"', 'loss', 'digits'],
    deep: ['<n>', '<t>', '<b>'],
  },
};

/** What is tried, by group; `a ⇒ b` means that LibreOffice calculates b because it lacks something in a. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  operators: [
    '<n>+<n>*<n>',
    '<n>-<n>-<n>',
    '<n>/<n>/<n>',
    '<n>^2',
    '2^<i>',
    '-<n>^2',
    '<n>&<t>',
    '<n>&""',
    'title&done',
    '<n>=<n>',
    '<t><<t>',
    '<t>>=<t>',
    '<n>><t>',
    'done>10',
    'done=late',
    'digits+<n>',
    '"12"*<n>',
    '<t>+1',
    'nothing+<n>',
    'nothing&<t>',
    'nothing=""',
    'nothing=FALSE',
    'done+<n>',
    '<n>%*<n>',
    '0.1+0.2=0.3',
    '<n>*1.1=<n>*1.1',
    '1/3*3=1',
    '(<n>-<n>)*<n>+<n>',
  ],
  logical: [
    'IF(<b>,<n>,<t>)',
    'IF(<n>,<n>,<n>)',
    'IF(<b>,<n>)',
    'IFS(<b>,<n>,<b>,<n>,TRUE,<n>)',
    'AND(<b>,<b>,<b>)',
    'OR(<b>,<n>)',
    'XOR(<b>,<b>,<b>)',
    'NOT(<n>)',
    'SWITCH(<k>,1,<n>,2,<t>,<n>)',
    'SWITCH(<t>,"abc",1,"x",2,3)',
    'IFERROR(<n>/<n>,<t>)',
    'IFERROR(<v>,<n>)',
    'IFNA(<v>,<n>)',
    'ISBLANK(<v>)',
    'ISNUMBER(<v>)',
    'ISTEXT(<v>)',
    'ISERROR(<v>)',
    'ISERR(<v>)',
    'ISNA(<v>)',
    'ISLOGICAL(<v>)',
    'ISNONTEXT(<v>)',
    'ISEVEN(<n>)',
    'ISODD(<n>)',
    'CHOOSE(<k>,<n>,<t>,<b>)',
    'AND(items.points)',
    'OR(items.mixed)',
    'AND(items.flags,<b>)',
    'XOR(items.flags)',
  ],
  maths: [
    'SUM(<c>,<n>)',
    'SUM(<c>)',
    'SUM(digits,members)',
    'SUM("3",TRUE)',
    'PRODUCT(<n>,<n>,<n>)',
    'PRODUCT(<c>)',
    'SUMSQ(<n>,<n>)',
    'SUMPRODUCT(<p>,<p>)',
    'SUMPRODUCT(<p>)',
    'SUMPRODUCT((items.kind="meeting")*<p>)',
    'ROUND(<n>,<i>)',
    'ROUNDUP(<n>,<i>)',
    'ROUNDDOWN(<n>,<i>)',
    'TRUNC(<n>,<i>)',
    'TRUNC(<n>)',
    'INT(<n>)',
    'CEILING(<n>,<k>)',
    'FLOOR(<n>,<k>)',
    'CEILING(<n>,0.5)',
    'FLOOR(<n>,0.05)',
    'MROUND(<n>,<k>)',
    'EVEN(<n>)',
    'ODD(<n>)',
    'ABS(<n>)',
    'SIGN(<n>)',
    'MOD(<n>,<k>)',
    'MOD(<n>,-<k>)',
    'MOD(<n>,0.1)',
    'QUOTIENT(<n>,<k>)',
    'POWER(<n>,<k>)',
    'POWER(<n>,half)',
    'SQRT(<n>)',
    'EXP(<k>)',
    'LN(<n>)',
    'LOG(<n>,<k>)',
    'LOG(<n>)',
    'LOG10(<n>)',
    'PI()*<n>',
    'GCD(<k>,members)',
    'LCM(<k>,<k>,fullMembers)',
    'COMBIN(members,<k>)',
  ],
  text: [
    'LEN(<t>)',
    'LEFT(<t>,<k>)',
    'LEFT(<t>)',
    'RIGHT(<t>,<k>)',
    'MID(<t>,<k>,<k>)',
    'FIND("a",<t>)',
    'FIND(<t>,<t>)',
    'SEARCH("O",<t>)',
    'SEARCH("?r",<t>)',
    'SEARCH("w*d",<t>)',
    'SUBSTITUTE(<t>,"a","zz")',
    'SUBSTITUTE(<t>,"l","L",<k>)',
    'REPLACE(<t>,<k>,<k>,<t>)',
    'TRIM(<t>)',
    'UPPER(<t>)',
    'LOWER(<t>)',
    'PROPER(<t>)',
    'CONCATENATE(<t>,<n>,<t>)',
    'CONCAT(<t>,items.kind)',
    'TEXTJOIN("-",TRUE,<t>,<t>,<t>)',
    'TEXTJOIN(",",FALSE,items.mixed)',
    'EXACT(<t>,<t>)',
    'REPT(<t>,<k>)',
    'T(<v>)',
    'N(<v>)',
    'VALUE(digits)+<n>',
    'VALUE("1,234.5")',
    'VALUE("12%")',
    'VALUE(<t>)',
    'TEXT(<n>,"0.00")',
    'TEXT(<n>,"#,##0")',
    'TEXT(amount,"#,##0.00")',
    'TEXT(<n>,"0%")',
    'TEXT(<n>,"0.0%")',
    'TEXT(<n>,"#.##")',
    'TEXT(<n>,"000")',
    'TEXT(<n>,"0.0;(0.0);-")',
    'TEXT(<d>,"yyyy-mm-dd")',
    'TEXT(<d>,"yyyy/m/d")',
    'TEXT(<d>,"yyyy年m月d日")',
    'TEXT(<d>,"mm.yy")',
    'FIXED(<n>,<k>)',
    'FIXED(<n>,1,TRUE)',
    'CHAR(60+<k>)',
    'CODE("A"&<t>)',
    'UNICHAR(20800+<k>)',
    'UNICODE(名称&<t>)',
    'CLEAN(<t>)',
    'TRUE()',
    'FALSE()',
  ],
  date: [
    'DATE(2026,<n>,<k>)',
    'DATE(2024+<k>,<i>,31)',
    'YEAR(<d>)',
    'MONTH(<d>)',
    'DAY(<d>)',
    'WEEKDAY(<d>)',
    'WEEKDAY(<d>,2)',
    'WEEKDAY(<d>,3)',
    'WEEKDAY(<d>,10+<k>)',
    'WEEKNUM(<d>)',
    'WEEKNUM(<d>,2)',
    'WEEKNUM(<d>,21)',
    'ISOWEEKNUM(<d>)',
    'EDATE(<d>,<n>)',
    'EOMONTH(<d>,<n>)',
    'DATEDIF(startOn,<d>,"Y")',
    'DATEDIF(startOn,<d>,"M")',
    'DATEDIF(startOn,<d>,"D")',
    'DATEDIF(startOn,<d>,"YM")',
    'DATEDIF(startOn,<d>,"MD")',
    'DATEDIF(startOn,<d>,"YD")',
    'DAYS(<d>,<d>)',
    '<d>-<d>',
    '<d>><d>',
    '<d>=<d>',
    'NETWORKDAYS(<d>,<d>)',
    'NETWORKDAYS(<d>,<d>,items.heldOn)',
    'WORKDAY(<d>,<n>)',
    'WORKDAY(<d>,<k>,items.heldOn)',
    'WORKDAY(<d>,-<k>)',
    'DATEVALUE("2026-03-0"&<k>)',
    'MAX(items.heldOn)-<d>',
    'COUNT(items.heldOn)',
    'COUNTIF(items.heldOn,">="&<d>)',
    'MIN(<d>,<d>)',
    'QUARTER(<d>) ⇒ ROUNDUP(MONTH(<d>)/3,0)',
    'TIME(<k>,30,0)',
    'TIMEVALUE("0"&<k>&":30")',
    'HOUR(TIME(<k>,45,0))',
    'MINUTE(TIME(<k>,<k>,0))',
    'SECOND(TIME(1,2,<k>))',
    'SUMIF(items.heldOn,"<2026-03-01",items.points)',
  ],
  statistics: [
    'COUNT(<c>)',
    'COUNT(<v>,<v>)',
    'COUNTA(<c>)',
    'COUNTA(<any>,<n>)',
    'COUNTBLANK(<any>)',
    'AVERAGE(<c>)',
    'AVERAGE(<n>,<n>,<n>)',
    'MIN(<c>)',
    'MAX(<c>,<n>)',
    'MEDIAN(<c>)',
    'MEDIAN(<n>,<n>,<n>,<n>)',
    'MODE(items.points)',
    'MODE(items.weight,<k>)',
    'STDEV(<c>)',
    'STDEVP(<c>)',
    'VAR(<c>)',
    'VARP(<c>)',
    'STDEV(<n>,<n>,<n>)',
    'LARGE(<c>,<k>)',
    'SMALL(<c>,<k>)',
    'PERCENTILE(<c>,half)',
    'PERCENTILE(<c>,0.9)',
    'PERCENTILE(<c>,<k>/5)',
    'QUARTILE(<c>,<k>-1)',
    'VAR.S(<c>)',
    'VAR.P(<c>)',
    'STDEV.P(<c>)',
    'STDEV.S(<c>)',
    'MODE.SNGL(items.weight)',
    'PERCENTILE.INC(<c>,half)',
    'QUARTILE.INC(<c>,<k>-1)',
  ],
  conditional: [
    'COUNTIF(<any>,<crit>)',
    'SUMIF(<any>,<crit>,<c>)',
    'SUMIF(<c>,<crit>)',
    'AVERAGEIF(<any>,<crit>,items.points)',
    'COUNTIFS(<any>,<crit>,<any>,<crit>)',
    'SUMIFS(items.points,<any>,<crit>,<any>,<crit>)',
    'AVERAGEIFS(items.weight,<any>,<crit>)',
    'MINIFS(items.points,<any>,<crit>)',
    'MAXIFS(items.rising,<any>,<crit>,items.kind,<crit>)',
    'COUNTIF(items.kind,<crit>)/<n>',
    'COUNTIF(items.flags,TRUE)',
    'SUMIF(items.flags,FALSE,items.points)',
  ],
  lookup: [
    'INDEX(<any>,<k>)',
    'MATCH(<k>*2,items.rising)',
    'MATCH(<n>,items.rising,1)',
    'MATCH("vote",items.kind,0)',
    'MATCH("L*",items.kind,0)',
    'MATCH(<k>,items.points,0)',
    'LOOKUP(<n>,items.rising,items.kind)',
    'LOOKUP(<n>,items.rising)',
    'INDEX(items.points,MATCH(<k>,items.weight,0))',
    'ROWS(<any>)',
    'XLOOKUP(<k>,items.points,items.kind,"none") ⇒ IFNA(INDEX(items.kind,MATCH(<k>,items.points,0)),"none")',
    'XLOOKUP(<n>,items.rising,items.kind,,-1) ⇒ INDEX(items.kind,MATCH(<n>,items.rising,1))',
    'SUM(FILTER(<p>,items.weight>=<k>,0)) ⇒ SUMPRODUCT(<p>*(items.weight>=<k>))',
    'ROWS(UNIQUE(items.kind)) ⇒ SUMPRODUCT(1/COUNTIF(items.kind,items.kind))',
    'ROWS(UNIQUE(items.points)) ⇒ SUMPRODUCT(1/COUNTIF(items.points,items.points))',
    'FACT("organisations/memberCount")*<n> ⇒ members*<n>',
    'FACT("organisation-life/heldRate",,-1)/<n> ⇒ rate/<n>',
    'ROUND(FACTNUM("organisation-life/heldRate")/FACTDEN("organisation-life/heldRate")*100,<k>) ⇒ ROUND(fullMembers/members*100,<k>)',
  ],
  scores: [
    'IF(rate>=target,6,IF(rate>=<n>,4,ROUND(6*rate/target,2)))',
    'MAX(0,MIN(10,<n>-<n>*0.5))',
    'ROUND(MIN(1,fullMembers/members)*<k>,1)',
    'IF(nothing="","none",<n>)',
    'ROUND(SUMPRODUCT(items.points,items.weight)/SUM(items.weight),<k>)',
    'IF(COUNTIF(items.kind,"meeting")>=<k>,5,COUNTIF(items.kind,"meeting")*0.5)',
    'IF(heldOn<=dueOn,<n>,MAX(0,<n>-0.5*(heldOn-dueOn)))',
    'IF(AND(members>=<k>,done),"branch","jointBranch")',
    'ROUND((score*0.6+rate*0.4)/1.05,<k>)',
    'IFERROR(ROUND(fullMembers/zero*100,2),<n>)',
  ],
};

/** Numbers from 0 to 1 in a row that `seed` fixes (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** At least `count` different formulas, spread evenly over the templates. */
export function makeCases(seed: number, count: number): Case[] {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const templates = Object.entries(TEMPLATES).flatMap(([group, texts]) => texts.map((text) => ({ group, text })));
  const found = new Map<string, Case>();
  const expand = (text: string, depth: number): string =>
    text.replace(/<([a-z]+)>/g, (_, rule: string) => {
      const { plain, deep } = RULES[rule] as (typeof RULES)[string];
      return expand(pick(depth > 0 && deep.length > 0 && next() < 0.45 ? deep : plain), depth - 1);
    });
  /** Both sides of `⇒` must make the same choices: a slot is filled once per rule and place. */
  const expandPair = (text: string): [string, string] => {
    const filled = new Map<string, string>();
    const fill = (side: string): string => {
      const seen = new Map<string, number>();
      return side.replace(/<([a-z]+)>/g, (slot, rule: string) => {
        const at = seen.get(rule) ?? 0;
        seen.set(rule, at + 1);
        const key = `${rule}${at}`;
        if (!filled.has(key)) filled.set(key, expand(slot, 2));
        return filled.get(key) as string;
      });
    };
    const [ours = '', theirs = ours] = text.split(' ⇒ ');
    return [fill(ours), fill(theirs)];
  };
  for (let round = 0; found.size < count && round < 200; round++) {
    for (const { group, text } of templates) {
      const [ours, theirs] = expandPair(text);
      if (ours.length < 400) found.set(ours, { group, ours, theirs });
    }
  }
  return [...found.values()];
}
