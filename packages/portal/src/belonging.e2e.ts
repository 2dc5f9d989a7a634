// New records of other organisations, and about people: whose they are is asked where the form does not say it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MirrorSource } from '@jiceng/client/store/mirror-source.js';
import { Hands } from './hands.ts';
import type { Tab } from './tab.ts';
import { Walk } from './walk.ts';

const TOWNSHIP = /镇党委 .*审核/;

describe('a new record', () => {
  let walk: Walk;
  let tab: Tab;
  before(async () => {
    walk = await Walk.start();
    tab = await walk.tab();
    await tab.open('catalogue.html');
    await tab.become(TOWNSHIP);
  });
  after(() => walk.close());

  /** Records with a value, about somebody: whose they are. */
  const stored = (definitionId: string, field: string, value: string, about?: string) =>
    tab.page.evaluate(
      async (id, key, wanted, person) => {
        const { dataSource } = document.querySelector('jc-provider') as unknown as { dataSource: MirrorSource };
        const records = await dataSource.records({ definitionId: id });
        const found = records.filter(
          ({ data, subject }) =>
            (data as Record<string, unknown>)[key] === wanted && (person === undefined || subject?.title === person),
        );
        return found.map(({ orgId, subject }) => ({
          home: dataSource.mirror.organisation(orgId)?.orgShortName,
          ...(subject ? { about: subject.title } : {}),
        }));
      },
      definitionId,
      field,
      value,
      about,
    );

  it('belongs to the organisation below that a superior names, and keeps what was answered while it is put aside', async () => {
    await tab.open('work.html?definition=accountability-circular');
    await tab.click('button', '新增责任追究与通报');
    await tab.pick('登记到', '柳上埭村党支部');
    await tab.click('button', '返回列表');
    await tab.click('button', '继续填写');
    await tab.says('.picked', /柳上埭村党支部/);
    await tab.fill('', '三会一课记录不全', await tab.field('问题描述'));
    await tab.click('button', '提交');
    await tab.says('#notes', /已登记/);
    assert.deepEqual(await stored('accountability-circular', 'problemText', '三会一课记录不全'), [
      { home: '柳上埭村党支部' },
    ]);
  });

  it('about a person asks who it is, also somebody whom no list has', async () => {
    await tab.open('work.html?definition=secretary-file');
    await tab.click('button', '新增党组织书记管理档案');
    await tab.pick('登记到', '柳上埭村党支部');
    await new Hands(tab).choose('来源渠道', '村级后备');
    await tab.click('button', '提交');
    await tab.says('#notes', /请选择人员；名单里没有的，填写姓名/);
    await tab.fill('', '周远航', await tab.field('名单里没有的，填写姓名'));
    await tab.click('button', '提交');
    await tab.says('#notes', /已登记/);
    assert.deepEqual(await stored('secretary-file', 'selectionSource', 'villageReserve', '周远航'), [
      { home: '柳上埭村党支部', about: '周远航' },
    ]);
  });

  it('is not begun by somebody who may not, who reads why', async () => {
    await tab.become(/填报人员/);
    await tab.open('work.html?definition=accountability-circular');
    await tab.click('button', '新增责任追究与通报');
    await tab.says('.note', /审核/);
  });
});
