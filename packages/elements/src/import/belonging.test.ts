import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { Command } from '@jiceng/core/engine/contract.js';
import type { DataSource } from '@jiceng/core/engine/data-source.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { Organisation } from '@jiceng/core/generated/organisation.js';
import type { Person } from '@jiceng/core/generated/person.js';
import { ORGANISATIONS, PEOPLE } from '../record/test-definition.ts';
import type { AdoptDetail, ImportDetail } from './import.events.ts';
import type { Import } from './import.ts';
import type { JudgeImport } from './judging.ts';
import '../provider/define.ts';
import './define.ts';

const DEFINITION = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'visits',
  version: '1.0.0',
  title: '走访台账',
  subject: 'item',
  purpose: { readBy: 'county', decision: '掌握走访情况，及时解决群众困难。' },
  record: {
    type: 'object',
    required: ['matter'],
    properties: {
      matter: { type: 'string', title: '事项', maxLength: 60 },
      visitor: { type: 'string', format: 'person', title: '走访人' },
    },
  },
} as unknown as Definition;
/** Two people called 赵刚, in two branches. */
const NAMESAKES = [
  ['p-z1', 'o-1'],
  ['p-z2', 'o-2'],
].map(([personId, orgId]) => ({
  personId,
  personName: '赵刚',
  posts: [{ orgId, role: 'filler', postName: '支部书记' }],
})) as unknown as Person[];
const TOWN = PEOPLE[1]!;

const settled = async (el: Import) => {
  for (let turn = 0; turn < 6; turn++) {
    await el.updateComplete;
    await new Promise((done) => setTimeout(done, 0));
  }
};
const all = (el: Import, selector: string) => [...el.renderRoot.querySelectorAll<HTMLElement>(selector)];
const button = (el: Import, text: string) =>
  all(el, 'button').find((node) => node.textContent!.trim().startsWith(text)) as HTMLButtonElement;
const rows = (el: Import) => all(el, '.plan-row').map(({ innerText }) => innerText.replace(/\s+/g, ' '));
const choose = async (el: Import, select: HTMLSelectElement, value: string) => {
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await settled(el);
};

async function planned(text: string, judge?: JudgeImport): Promise<Import> {
  const el = await fixture<Import>(
    html`<jc-import lang="zh-CN" .person=${TOWN} now="2026-03-01T09:00:00+08:00" .definition=${DEFINITION}
      .records=${[]} .organisations=${ORGANISATIONS} .people=${[...PEOPLE, ...NAMESAKES]} .judge=${judge}></jc-import>`,
  );
  await el.take(new File([text], '走访.csv'));
  await settled(el);
  return el;
}
async function imported(el: Import): Promise<readonly Command[]> {
  const asked = oneEvent(el, 'jc-import');
  button(el, '确认导入').click();
  return ((await asked) as CustomEvent<ImportDetail>).detail.commands;
}
const belonging = (commands: readonly Command[]) =>
  commands.map((command) => (command.kind === 'create' ? [command.orgId, command.data!['visitor']] : []));

describe('<jc-import>: whose new rows are', () => {
  before(async function () {
    this.timeout(60_000); // the Excel code comes module by module here
    await import('./tools.ts');
  });

  it('a column that names organisations says it, by name or code; who is meant by a name follows from it; the rest is chosen', async () => {
    const el = await planned('事项,所在支部,走访人\n修路灯,第二党支部,赵刚\n查水表,010103,赵刚\n送慰问,,李红\n');
    expect(rows(el)[0]).to.contain('归属：城关镇第二党支部');
    expect(rows(el)[1]).to.contain('归属：城关镇第三党支部');
    expect(all(el, '.belonging')[0]!.textContent)
      .to.contain('按“所在支部”一列')
      .and.to.contain('这一列没有填写的，归到：清源县城关镇党委');
    expect(all(el, '.left')[0]!.textContent).to.not.contain('多出、不导入');
    await expect(el).to.be.accessible();
    button(el, '换一个组织').click();
    await waitUntil(() => all(el, '.picker [role=treeitem]').length > 0, undefined, { timeout: 8000 });
    all(el, '.picker [role=treeitem]')[0]!.click();
    await settled(el);
    expect(belonging(await imported(el))).to.deep.equal([
      ['o-1', 'p-z1'],
      ['o-2', 'p-z2'],
      ['o-county', 'p-verify'],
    ]);
  });

  it('names that are none, or those of several, stop the row until somebody decides; the column can be set aside', async () => {
    const el = await planned(
      '事项,单位,走访人\n修路灯,外县单位,赵刚\n查水表,第三党支部,王强\n送慰问,第一党支部,张明\n',
    );
    expect(rows(el)[0]).to.contain('没有名为“外县单位”的组织').and.to.contain('“赵刚”有 2 个');
    expect(button(el, '确认导入').disabled).to.equal(true);
    const which = all(el, '.which select')[0] as HTMLSelectElement;
    expect([...which.options].map(({ text }) => text)).to.deep.equal([
      '请选择',
      '赵刚 第二党支部 支部书记',
      '赵刚 第三党支部 支部书记',
    ]);
    await choose(el, which, 'p-z2');
    expect(rows(el)[0]).to.not.contain('“赵刚”有 2 个');
    await choose(el, all(el, '.belonging select')[0] as HTMLSelectElement, '');
    expect(all(el, '.belonging')[0]!.textContent).to.contain('新增记录归到：清源县城关镇党委');
    expect(belonging(await imported(el))).to.deep.equal([
      ['o-town', 'p-z2'],
      ['o-town', 'p-other'],
      ['o-town', 'p-fill'],
    ]);
  });

  it('rows about people name whom they are about; of namesakes one is chosen, and nobody is made up', async () => {
    const definition = { ...DEFINITION, id: 'talks', subject: 'person' } as Definition;
    const source = {
      organisations: async () => ORGANISATIONS,
      people: async () => [...PEOPLE, ...NAMESAKES],
      now: () => '2026-03-01T09:00:00+08:00',
      tryEach: async () => [],
    };
    const provider =
      await fixture(html`<jc-provider .dataSource=${source as unknown as DataSource} .person=${TOWN}><jc-import lang="zh-CN"
      .definition=${definition} .records=${[]}></jc-import></jc-provider>`);
    const el = provider.querySelector('jc-import')!;
    await el.take(new File(['姓名,事项\n赵刚,谈心\n张明,家访\n无此人,谈心\n'], '谈心.csv'));
    await settled(el);
    expect(rows(el).map((row) => row.includes('赵刚') || row.includes('张明'))).to.deep.equal([true, true, false]);
    expect(rows(el)[2]).to.contain('人员名册里没有“无此人”');
    expect(all(el, '.left')[0]!.textContent).to.contain('姓名').and.to.not.contain('多出、不导入');
    const takeTheRest = all(el, '.check').find(({ textContent }) => textContent!.includes('其余照常导入'))!;
    takeTheRest.querySelector('input')!.click();
    await settled(el);
    await choose(el, all(el, '.which select')[0] as HTMLSelectElement, 'p-z2');
    const commands = await imported(el);
    expect(commands.map((command) => command.kind === 'create' && command.subject)).to.deep.equal([
      { id: 'p-z2', title: '赵刚' },
      { id: 'p-fill', title: '张明' },
    ]);
  });

  it('rows that the store would refuse are marked with its reasons before anything is imported, and can be left out', async () => {
    const judged: number[] = [];
    const judge: JudgeImport = async (commands) => {
      judged.push(commands.length);
      return commands.map((command) =>
        command.kind === 'create' && command.orgId === 'o-1'
          ? [
              {
                pointer: '',
                code: 'forbidden',
                reason: { 'zh-CN': '您不能为第二党支部登记。', en: 'Not for this branch.' },
              },
            ]
          : undefined,
      );
    };
    const el = await planned('事项,所在支部\n修路灯,第二党支部\n查水表,第三党支部\n,第三党支部\n', judge);
    await waitUntil(() => rows(el)[0]!.includes('您不能为第二党支部登记。'), undefined, { timeout: 8000 });
    expect(rows(el)[1]).to.not.contain('不能');
    expect(judged).to.deep.equal([2]);
    expect(button(el, '确认导入').disabled).to.equal(true);
    (
      all(el, 'label.check').find((label) => label.textContent!.startsWith('有问题的单元格')) as HTMLLabelElement
    ).click();
    await settled(el);
    expect(belonging(await imported(el))).to.deep.equal([['o-2', undefined]]);
  });
});

describe('<jc-import>: whose the rows of an adopted ledger are', () => {
  const LEDGER =
    '2025年走访台账\n事项,所在支部,次数\n修路灯,第二党支部,1\n查水表,010103,2\n送慰问,,3\n调解纠纷,外县支部,4\n';
  async function adopted(organisations: readonly Organisation[]): Promise<Import> {
    const el = await fixture<Import>(
      html`<jc-import lang="zh-CN" .person=${TOWN} now="2026-03-01T09:00:00+08:00"
        .organisations=${organisations}></jc-import>`,
    );
    await el.take(new File([LEDGER], '走访.csv'));
    await settled(el);
    return el;
  }
  async function handedOver(el: Import): Promise<readonly (string | undefined)[]> {
    const asked = oneEvent(el, 'jc-adopt');
    button(el, '建立台账').click();
    return ((await asked) as CustomEvent<AdoptDetail>).detail.rows.map(({ orgId }) => orgId);
  }

  it('a column that names organisations says it; where it says nothing, or a name that is none, they go to the chosen one', async () => {
    const el = await adopted(ORGANISATIONS);
    const words = all(el, '.belonging')[0]!.textContent!;
    expect(words)
      .to.contain('按“所在支部”一列')
      .and.to.contain('归到：清源县城关镇党委')
      .and.to.contain('有 1 行写的名称不在组织名录里（外县支部）');
    await expect(el).to.be.accessible();
    expect(await handedOver(el)).to.deep.equal(['o-1', 'o-2', 'o-town', 'o-town']);
  });

  it('the column can be set aside; a page without a directory is told no organisation', async () => {
    const el = await adopted(ORGANISATIONS);
    await choose(el, all(el, '.belonging select')[0] as HTMLSelectElement, '');
    expect(await handedOver(el)).to.deep.equal(['o-town', 'o-town', 'o-town', 'o-town']);
    const bare = await adopted([]);
    expect(all(bare, '.belonging')).to.deep.equal([]);
    expect(await handedOver(bare)).to.deep.equal([undefined, undefined, undefined, undefined]);
  });

  it('a name that several organisations have is asked for before anything is made', async () => {
    const second = ORGANISATIONS.find(({ orgId }) => orgId === 'o-1')!;
    const el = await adopted([...ORGANISATIONS, { ...second, orgId: 'o-9', orgCode: '019999' }]);
    expect(button(el, '建立台账').disabled).to.equal(true);
    await choose(el, all(el, '.which select')[0] as HTMLSelectElement, 'o-9');
    expect(await handedOver(el)).to.deep.equal(['o-9', 'o-2', 'o-town', 'o-town']);
  });
});
