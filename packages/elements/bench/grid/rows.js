// The same rows for everybody: a code, names, an organisation, numbers, dates, words. Seeded, so that every run sorts
// the same names.
export const columns = Array.from({ length: 20 }, (_, at) => ({
  id: `c${at}`,
  title: ['编号', '姓名', '组织'][at] ?? `第${at + 1}列`,
  kind: at > 2 && at % 4 === 0 ? 'number' : 'text',
  width: 120,
}));

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰建国志华春梅晓红玉珍海燕文斌立新永福德胜家宝子轩雨欣梓涵浩然思远佳怡一诺欣悦俊熙嘉懿煜城博文昊天绍辉鹏煊荣轩鸿瑾瑜晟睿泽洋炫明志强正豪炎彬驰旭尧哲苑杰弘文耀琦',
];
const WORDS = ['立行立改', '限期整改', '长期坚持', '已完成', '正在推进', '尚未启动', '查阅资料', '实地核查'];

function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The same columns below headings of two levels; two of them hold runs of equal cells, to be merged. */
export const headed = columns.map((column, at) => ({
  ...column,
  groups: at < 1 ? [] : [`第${1 + Math.floor(at / 7)}部分`, `第${1 + Math.floor(at / 3)}组`],
  merge: at === 2 || at === 3,
}));

/** Row objects with the keys `c0` … `c19`; `runs`: the third column repeats four times, the fourth twice. */
export function makeRows(count, runs = false) {
  const random = mulberry(7);
  const pick = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, at) => {
    const row = {
      c0: `R${String(at).padStart(7, '0')}`,
      c1: pick(SURNAMES) + pick(GIVEN) + (random() < 0.7 ? pick(GIVEN) : ''),
      c2: `第${'一二三四五六七八九十'[at % 10]}党支部`,
    };
    for (let column = 3; column < 20; column++)
      row[`c${column}`] =
        column % 4 === 0
          ? Math.floor(random() * 10_000)
          : column % 4 === 1
            ? `2025-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`
            : pick(WORDS);
    if (runs) {
      row.c2 = `第${Math.floor(at / 4) % 50}党支部`;
      row.c3 = `第${Math.floor(at / 2) % 30}组`;
    }
    return row;
  });
}

export const byName = new Intl.Collator('zh').compare;
