// One person's admission from the third step to the last of 25, by keyboard alone: over three years of the demo's clock, by branch, township and county.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hands } from './hands.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

/** Documents that are filed in the end, as they are copied out of a sheet. */
const DOCUMENTS = Array.from({ length: 20 }, (_, at) => `第${at + 1}份材料\t是`).join('\n');

describe('a member admission, by keyboard alone', () => {
  let walk: Walk;
  let tab: Tab;
  let hands: Hands;
  let branch = '';
  let address = '';
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    hands = new Hands(tab);
    await walk.browser
      .defaultBrowserContext()
      .overridePermissions(walk.site.origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    await tab.open('admission.html');
    branch = String((await hands.tabTo('combobox', /^当前人员/)).value);
    for (const id of await tab.page.$$eval('.pick option', (options) =>
      (options as HTMLOptionElement[]).filter(({ text }) => text.includes('已完成 2/25 步')).map(({ value }) => value),
    )) {
      address = `admission.html?record=${id}`;
      await tab.open(address);
      const [, earliest = ''] = /最早 (\S+)/.exec((await tab.texts('li.step.open .dates')).join()) ?? [];
      if (earliest < '2025-11-24') break;
    }
  });
  after(() => walk.close());

  const TOWNSHIP = /镇党委 .*审核/;
  const COUNTY = /县委组织部 .*审核/;
  /** Another person at the same computer, before the same case. */
  const become = async (who: RegExp): Promise<void> => {
    await hands.tabTo('combobox', /^当前人员/);
    if (who.test(String((await hands.focused())?.value))) return;
    await hands.press('Home');
    for (let value = ''; !who.test(value);) {
      const next = String((await hands.focused())?.value);
      assert.notEqual(next, value, `nobody is ${who}`);
      if (!who.test((value = next))) await hands.press('ArrowDown');
    }
    await Promise.all([tab.page.waitForNavigation(), hands.press('Enter')]);
    await tab.ready();
  };
  const type = async (label: string, text: string): Promise<void> => {
    await hands.tabTo('textbox', new RegExp(`^${label}`));
    await hands.press('Control', 'a');
    await hands.type(text);
  };
  const tick = async (option: string): Promise<void> => {
    await hands.tabTo('radio', new RegExp(`^${option}`));
    await hands.press('Space');
  };
  /** The first people of the branch that the list shows. */
  const pick = async (label: string, count: number): Promise<void> => {
    const [home = ''] = branch.split(' ');
    await hands.tabTo('combobox', new RegExp(`^${label}`));
    await hands.press('Enter');
    await tab.find('.picker input');
    for (let picked = 0, seen = 0; picked < count; seen++) {
      assert.ok(seen < 20, `${label} offers nobody else of ${home}`);
      if ((await tab.texts('.pick-line.active')).join().includes(home)) {
        await hands.press('Enter');
        picked += 1;
      }
      await hands.press('ArrowDown');
    }
    await hands.tabTo('button', /^确定$/);
    await hands.press('Enter');
    await tab.gone('.picker');
  };
  /** A new row of a table, cell after cell: a text, or which option of a list. */
  const row = async (...cells: readonly (string | number)[]): Promise<void> => {
    await hands.tabTo('button', /^添加一行/);
    await hands.press('Enter');
    for (const cell of cells) {
      if (typeof cell === 'string') await hands.type(cell);
      else {
        await hands.press('Enter');
        for (let at = 0; at < cell; at++) await hands.press('ArrowDown');
        await hands.press('Enter');
      }
      await hands.press('Tab');
    }
  };
  const inspections = async (...days: readonly string[]): Promise<void> => {
    for (const day of days) await row(day);
  };

  interface Step {
    readonly title: string;
    readonly by: RegExp | 'branch';
    fill(): Promise<void>;
  }
  const step = (title: string, by: Step['by'], fill: () => Promise<void>): Step => ({ title, by, fill });

  const YEARS: readonly (readonly [now: string, steps: readonly Step[]])[] = [
    [
      '2025-12-12',
      [
        step('推荐和确定入党积极分子', 'branch', async () => {
          await tick('党员推荐');
          await type('确定积极分子日期', '2025-12-05');
          await row(1, '2025-11-24', '2025-11-28');
        }),
        step('上级党委备案', TOWNSHIP, () => type('积极分子备案日期', '2025-12-08')),
        step('指定培养联系人', 'branch', () => pick('培养联系人', 1)),
      ],
    ],
    [
      '2027-03-10',
      [
        step('培养教育考察', 'branch', () => inspections('2026-06-05', '2026-12-01')),
        step('确定发展对象', 'branch', async () => {
          await type('确定发展对象日期', '2026-12-20');
          await row(2, '2026-12-07', '2026-12-11');
        }),
        step('报上级党委备案', TOWNSHIP, () => type('发展对象备案日期', '2026-12-25')),
        step('确定入党介绍人', 'branch', () => pick('入党介绍人', 2)),
        step('进行政治审查', 'branch', async () => {
          await tick('合格');
          await type('审查结论日期', '2027-01-05');
        }),
        step('开展集中培训', 'branch', () => type('集中培训天数', '3')),
        step('支部委员会审查', 'branch', () => type('支委会审查日期', '2027-01-10')),
        step('上级党委预审', TOWNSHIP, async () => {
          await type('党委预审日期', '2027-01-20');
          await tick('合格');
        }),
        step('填写入党志愿书', 'branch', async () => {
          await type('志愿书编号', '云禾志2027001');
          await type('发放志愿书日期', '2027-01-25');
        }),
        step('支部大会讨论', 'branch', async () => {
          await type('支部大会日期', '2027-02-01');
          for (const [label, votes] of [
            ['应到有表决权人数', '12'],
            ['实到有表决权人数', '11'],
            ['书面意见人数', '0'],
            ['赞成票', '11'],
            ['反对票', '0'],
            ['弃权票', '0'],
          ] as const)
            await type(label, votes);
        }),
        step('上级党委派人谈话', TOWNSHIP, () => type('审批前谈话日期', '2027-02-10')),
        step('上级党委审批', TOWNSHIP, async () => {
          await type('审批日期', '2027-02-20');
          await type('批复文号', '柳党组〔2027〕3号');
        }),
        step('再上一级党委组织部门备案', COUNTY, () => type('上级备案日期', '2027-03-01')),
        step('编入党支部和党小组', 'branch', () => type('编入党小组', '第一党小组')),
        step('入党宣誓', 'branch', () => type('入党宣誓日期', '2027-03-05')),
      ],
    ],
    [
      '2028-03-01',
      [
        step('继续教育考察', 'branch', () => inspections('2027-05-01', '2027-08-01', '2027-11-01', '2028-01-25')),
        step('提出转正申请', 'branch', () => type('转正申请日期', '2028-01-20')),
        step('支部大会讨论', 'branch', async () => {
          await type('转正大会日期', '2028-02-05');
          await tick('按期转正');
          await row(3, '2028-02-07', '2028-02-11');
        }),
        step('上级党委审批', TOWNSHIP, () => type('转正审批日期', '2028-02-15')),
        step('材料归档', 'branch', async () => {
          await type('归档日期', '2028-02-20');
          await hands.tabTo('button', /^添加一行/);
          await hands.press('Enter');
          await tab.page.evaluate((text) => navigator.clipboard.writeText(text), DOCUMENTS);
          await hands.press('Escape');
          await hands.paste();
        }),
      ],
    ],
  ];

  it('goes through its stages, each step by who has to do it', async () => {
    let done = 2;
    for (const [now, steps] of YEARS) {
      for (const { title, by, fill } of steps) {
        await tab.open(`${address}&now=${now}`);
        await become(by === 'branch' ? new RegExp(`^${branch.replace(/[（）]/g, '.')}`) : by);
        await tab.open(`${address}&now=${now}`);
        await fill();
        await hands.tabTo('button', new RegExp(`^办结本步骤：${title}`));
        await hands.press('Enter');
        await tab.says('#notes', /本步骤已办结/);
        done += 1;
        console.log(`${String(done).padStart(4)} ${title}: ${hands.commands} key commands, ${hands.steps} steps`);
      }
    }
    await tab.says('.overview', /^全部 25 个步骤已完成$/);
    await tab.says('.states .badge', /正式党员/);
  });
});
