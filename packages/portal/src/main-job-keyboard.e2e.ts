// The main job by keyboard alone, with what a screen reader finds read at each step: from the score card of one branch
// to a problem that another organisation closes.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Hands } from './hands.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

const TOWNSHIP = /镇党委 .*审核/;

describe('the main job, by keyboard alone', () => {
  let walk: Walk;
  let tab: Tab;
  let hands: Hands;
  /** As the choice of persons calls them: the branch, and who fills in for it. */
  let branch = '';
  let filler = '';
  let helper = '';
  /** An item that was scored by hand and is not met. */
  let lost = '';

  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    hands = new Hands(tab);
    await tab.open('index.html');
  });
  after(() => walk.close());

  /** Presses Enter on what leads to another page. */
  const follow = async (): Promise<void> => {
    await Promise.all([tab.page.waitForNavigation(), hands.press('Enter')]);
    await tab.ready();
  };
  const goTo = async (page: string): Promise<void> => {
    await hands.tabTo('link', new RegExp(`^${page}$`));
    await follow();
  };
  /** Goes through a list with the arrow keys; what it says is what a screen reader says. */
  const choose = async (list: RegExp, option: RegExp): Promise<void> => {
    await hands.tabTo('combobox', list);
    if (option.test(String((await hands.focused())?.value))) return;
    await hands.press('Home');
    const heard: string[] = [];
    for (let value = ''; !option.test(value);) {
      const next = String((await hands.focused())?.value);
      if (next === value) assert.fail(`${list} offers no ${option}: ${heard.join(' | ')}`);
      heard.push((value = next));
      if (!option.test(value)) await hands.press('ArrowDown');
    }
    await follow();
  };
  const become = (who: RegExp): Promise<void> => choose(/^当前人员/, who);
  const press = async (name: RegExp): Promise<void> => {
    await hands.tabTo('button', name);
    await hands.press('Enter');
  };
  const type = async (name: RegExp, text: string): Promise<void> => {
    await hands.tabTo('textbox', name);
    await hands.press('Control', 'a');
    await hands.type(text);
  };
  /** Chooses in a popup by typing, and comes back to the field. */
  const pick = async (label: RegExp, words: string, option: RegExp): Promise<void> => {
    await hands.tabTo('combobox', label);
    await hands.press('Enter');
    await found(words, option);
    await hands.hears('combobox', label);
  };
  const found = async (words: string, option: RegExp): Promise<void> => {
    await tab.find('.picker input');
    await hands.type(words);
    await tab.says('.picker [role="option"], .picker [role="treeitem"]', option);
    await hands.press('Enter');
    await tab.gone('.picker');
  };
  /** Chooses among buttons of which Tab comes to the first. */
  const tick = async (first: RegExp, option = first): Promise<void> => {
    await hands.tabTo('radio', first);
    if (option === first) await hands.press('Space');
    else await hands.goTo('ArrowDown', 'radio', option);
  };
  /** Makes a move: its button, what its dialog asks, and the confirmation. */
  const move = async (title: string, fill?: () => Promise<void>): Promise<void> => {
    await press(new RegExp(`^${title}$`));
    await tab.find('dialog[open] .dialog-title');
    await fill?.();
    await press(/^确定$/);
    await tab.gone('dialog[open]');
  };
  /** The row of the problem ledger, opened. */
  const openRow = async (): Promise<void> => {
    await goTo('问题清单');
    await hands.tabTo('searchbox', /./);
    await hands.type(`${branch} “${lost}”得2分`);
    await tab.says('.amount', /显示 1 条/);
    await hands.tabTo('grid', /./);
    await hands.press('ArrowDown');
    await hands.press('Home');
    await hands.press('Enter');
    await tab.says('.detail h3', new RegExp(lost));
  };

  const steps: [name: string, run: () => Promise<void>][] = [];
  const step = (name: string, run: () => Promise<void>): void => void steps.push([name, run]);

  step('comes to the score card that is still to be filled in', async () => {
    filler = String((await hands.tabTo('combobox', /^当前人员/)).value);
    branch = filler.split(' ')[0] ?? '';
    helper = filler.split(/[ （]/)[1] ?? '';
    await goTo('标准化评价');
    await tab.says('.holder', /现在由您办理/);
  });

  step('reads how a computed item came about, down to the records behind it, and comes back', async () => {
    await hands.tabTo('button', /^三会一课，[\d.]+ 分，查看计算过程/);
    await hands.press('Enter');
    assert.equal((await hands.focused())?.expanded, true);
    await tab.says('dl.facts', /规范执行率：[\d.]+%（\d+ ÷ \d+）/);
    await press(/^查看 \d+ 条来源记录/);
    await tab.says('h2', /“规范执行率”的数据来源/);
    await hands.press('Escape');
    await hands.hears('button', /^查看 \d+ 条来源记录/);
    await press(/^收起/);
    assert.equal((await hands.hears('button', /^三会一课，/)).expanded ?? false, false);
  });

  step('fills in the rest', async () => {
    await hands.tabTo('button', /^总分，/, 120);
    for (let at = await hands.focused(); at?.name !== '上报'; at = await hands.focused()) {
      if (at?.role === 'textbox' && /^(自评得分|填报数值)/.test(at.name ?? '') && !at.value) {
        if (/^自评得分/.test(at.name ?? '')) lost ||= at.name?.split('：')[1] ?? '';
        await hands.type('2');
      } else if (at?.role === 'radio' && /^达到/.test(at.name ?? '') && !at.checked) await hands.press('Space');
      await hands.press('Tab');
      assert.ok(hands.steps < 600, 'no way to the end of the card');
    }
    await tab.says('.about', /已评 25 \/ 25 项/);
  });

  step('submits it', async () => {
    await move('上报');
    await tab.says('.states', /已上报/);
  });

  step('is passed on by the township, and accepted by the county', async () => {
    await become(TOWNSHIP);
    await goTo('标准化评价');
    await choose(/^填报单位/, new RegExp(`^${branch} `));
    await move('开始审核');
    await tab.says('.states', /审核中/);
    await type(/^审核意见/, '情况属实。');
    await move('转上级审核');
    await become(/县委组织部 .*审核/);
    await choose(/^填报单位/, new RegExp(`^${branch} `));
    await move('审核通过');
    await tab.says('.states', /已审核/);
    await tab.says('#notes', /已转入“问题清单” \d+ 条/);
  });

  step('finds the item that is not met among the problems, and hands it out', async () => {
    await become(TOWNSHIP);
    await openRow();
    await move('交办', async () => {
      await pick(/^牵头单位/, '柳埭镇党委', /^柳埭镇党委/);
      await pick(/^责任人/, `${helper} ${branch}`, new RegExp(helper));
      await tick(/^立行立改/);
      await type(/^整改目标/, '年内补足差额。');
      await type(/^完成时限/, '2025-12-20');
      await press(/^添加一行/);
      await hands.type('每月核对一次');
      await hands.press('Tab');
      await hands.press('Tab');
      await hands.press('Enter');
      await found(`${helper} ${branch}`, new RegExp(helper));
      await hands.press('Tab');
      await hands.type('2025-12-18');
      await hands.press('Tab');
    });
    await tab.says('.detail .badge', /已交办/);
  });

  step('puts it right, and asks for the end', async () => {
    await become(new RegExp(filler.slice(0, 12)));
    await openRow();
    await move('签收');
    await tab.says('.detail .badge', /整改中/);
    await move('申请销账', async () => {
      await type(/^进度/, '100');
      await type(/^佐证说明/, '台账已补齐，可现场查看。');
    });
    await tab.says('.detail .badge', /申请销账/);
  });

  step('has it closed by a person of another organisation', async () => {
    await become(/县委组织部 .*核验/);
    await openRow();
    await move('核验通过', async () => {
      await tick(/^查阅资料/, /^实地核查/);
      await tick(/^同意销账/);
    });
    await tab.says('.detail .badge', /已销账/);
  });

  step('sees in the township’s table where the branch stands, and goes back to its card', async () => {
    await become(TOWNSHIP);
    await goTo('工作总览');
    await tab.says('.counts', /达标 \d+ 个，基本达标 \d+ 个，未达标 \d+ 个/);
    await hands.tabTo('searchbox', /./);
    await hands.type(branch);
    await tab.says('.amount', /显示 1 条/);
    await hands.tabTo('grid', /./);
    await hands.press('ArrowDown');
    await hands.press('Home');
    await follow();
    await tab.says('.states', /已审核/);
  });

  it('is done with keys that anybody knows', async () => {
    for (const [name, run] of steps) {
      await run();
      console.log(`${String(hands.commands).padStart(4)} key commands, ${hands.steps} steps: ${name}`);
    }
  });
});
