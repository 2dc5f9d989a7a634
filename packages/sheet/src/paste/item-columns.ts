import { plainDigits } from './numbering.ts';
import { readPointsCell } from './points.ts';

/** Columns of a score card by what their headings say. */
const ROLES: readonly (readonly [role: Role, pattern: RegExp])[] = [
  [
    'none',
    /^(序号|编号|自评分?|自评得分|得分|考核得分|实得分|复核分?|考评得分|评分|上级评分|扣分|备注|加分情况|责任单位|责任部门|牵头单位|考核单位|联系人|完成情况)$/,
  ],
  ['points', /(分值|标准分|基准分|基本分|分数|满分|权重|赋分|计分值?)(（.*）)?$|^分$/],
  ['rule', /(标准|办法|细则|方式|方法|说明|依据|要求|扣分项?|计分规则)(（.*）)?$/],
  [
    'group',
    /^(一级指标|考核项目|项目|类别|维度|大类|考核类别|指标类别|模块|板块|考评项目|测评项目|分类|评价维度|一级)$/,
  ],
  ['title', /(指标|内容|事项|要点|任务|条目|测评点|二级|三级|名称|项目)(（.*）)?$/],
];
/** `none`: nothing of an item, such as a number of the line or a score given. */
export type Role = 'none' | 'points' | 'rule' | 'group' | 'title';

const roleOf = (heading: string): Role | undefined =>
  ROLES.find(([, pattern]) => pattern.test(heading.replace(/\s/g, '').replace(/\(/g, '（').replace(/\)/g, '）')))?.[0];

/** Which columns hold what; by a row of headings, or by what stands in them. */
export function columnsOf(rows: readonly (readonly string[])[]): {
  readonly header: number;
  readonly roles: readonly (Role | undefined)[];
} {
  for (let row = 0; row < Math.min(rows.length, 6); row++) {
    const roles = (rows[row] ?? []).map(roleOf);
    if (
      roles.filter((role) => role !== undefined).length >= 2 &&
      roles.some((role) => role === 'title' || role === 'group')
    ) {
      // With one column of words only, it holds the items, whatever it is called.
      return {
        header: row,
        roles: roles.includes('title')
          ? roles
          : roles.map((role, at) => (role === 'group' && at === roles.lastIndexOf('group') ? 'title' : role)),
      };
    }
  }
  const width = Math.max(...rows.map(({ length }) => length));
  const column = (at: number) => rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const isPoints = (at: number) =>
    column(at).length > 0 && column(at).filter((cell) => readPointsCell(cell)).length >= column(at).length * 0.7;
  const isCount = (at: number) => column(at).every((cell, index) => plainDigits(cell) === String(index + 1));
  const roles: (Role | undefined)[] = Array.from({ length: width }, (_, at) =>
    at === 0 && isCount(at) && width > 2 ? 'none' : isPoints(at) ? 'points' : undefined,
  );
  if (roles.filter((role) => role === 'points').length > 1)
    roles.forEach((role, at) => {
      if (role === 'points' && at !== roles.lastIndexOf('points')) roles[at] = at === 0 ? 'none' : role;
    });
  const words = roles.flatMap((role, at) => (role === undefined && column(at).length > 0 ? [at] : []));
  const [first, second, third] = words;
  const repeats =
    first !== undefined &&
    second !== undefined &&
    (column(first).length < rows.length * 0.8 || new Set(column(first)).size < column(first).length * 0.7);
  if (repeats) {
    roles[first] = 'group';
    roles[second] = 'title';
    if (third !== undefined) roles[third] = 'rule';
  } else if (first !== undefined) {
    roles[first] = 'title';
    if (second !== undefined) roles[second] = 'rule';
  }
  return { header: -1, roles };
}
