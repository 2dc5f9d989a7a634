// The page and the server of docs/backend.md, as they stand there: a ledger over a back end that refuses, fails and loses its session.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Outcome } from '@jiceng/core/engine/contract.js';
import type { StoredRecord } from '@jiceng/core/generated/record.js';
import { at } from '@jiceng/tools/root.mjs';
import { pastedPages } from './realities/pasted.ts';
import { fill, press } from './realities/user.ts';

interface Office {
  records(definitionId: string): StoredRecord[];
  run(body: unknown, personId: string): Promise<Outcome>;
}

const NOW = '2025-09-15T09:00:00+08:00';
const person = { personId: 'zhou', personName: '周晓', posts: [{ orgId: 'village1', role: 'filler' }] };
const organisations = [
  {
    orgId: 'village1',
    orgName: '东河村党支部',
    orgShortName: '东河村',
    orgCode: '01',
    orgType: 'rural',
    orgForm: 'branch',
    orgLevel: 'village',
    isActive: true,
    foundedOn: '2001-07-01',
  },
];
const definition = {
  $schema: 'https://jiceng.dev/schemas/definition/1.json',
  id: 'problems',
  version: '1.0.0',
  title: '问题清单',
  subject: 'organisation',
  purpose: { readBy: 'township', decision: '督促整改' },
  record: {
    type: 'object',
    properties: {
      content: { type: 'string', title: '内容', maxLength: 40 },
      result: { type: 'string', title: '整改结果', maxLength: 40 },
    },
  },
  states: [
    { id: 'open', title: '整改中' },
    { id: 'closed', title: '已销号', final: true },
  ],
  moves: [
    {
      id: 'close',
      title: '销号',
      from: ['open'],
      to: 'closed',
      guard: [{ when: 'result<>"没有"', message: '写明结果后才能销号。' }],
      ask: [{ field: '/result', required: true }],
    },
  ],
  ledger: { columns: [{ field: '/content' }, { field: '/result' }] },
};

const codeOf = (heading: string): string[] => {
  const [, part = ''] = readFileSync(at('docs/backend.md'), 'utf8').split(new RegExp(`^## ${heading}.*$`, 'm'));
  const [section = ''] = part.split(/^## /m);
  return [...section.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
};

describe('a back end of one’s own, as docs/backend.md has it', () => {
  /** In the package's folder, so that its imports find the packages. */
  const folder = at('packages/portal/dist/backend');
  const stored = new Map<string, StoredRecord>();
  let office: Office;
  let isWell = true;
  let isKnown = true;
  const { used, script } = pastedPages({}, async (path, body) => {
    if (!isKnown) return { status: 401, answer: {} };
    if (!isWell) return { status: 500, answer: {} };
    if (path === '/api/ledger')
      return {
        status: 200,
        answer: { definition, organisations, people: [person], person, records: office.records('problems'), now: NOW },
      };
    return { status: 200, answer: await office.run(JSON.parse(body), person.personId) };
  });
  const [html = '', js = ''] = codeOf('页面');
  before(async () => {
    script('/js/ledger.js', js);
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/commands.mjs`, codeOf('服务器')[0] ?? '');
    const { office: open } = (await import(`${folder}/commands.mjs`)) as {
      office(
        set: object,
        store: (records: readonly StoredRecord[], removed: readonly string[]) => Promise<void>,
        now: () => string,
      ): Office;
    };
    office = open(
      { definitions: [definition], organisations, people: [person], records: [] },
      async (records) => {
        for (const record of records) stored.set(record.id, record);
      },
      () => NOW,
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('a row is begun, refused, kept while the server is away, and closed', async () => {
    const says = (page: Page, text: string) => page.waitForSelector(`::-p-text(${text})`, { timeout: 8000 });
    await used('backend', html, async (page) => {
      isWell = false;
      await press(page, '新增问题清单条目');
      await says(page, '服务器暂时不能办理');
      assert.equal(stored.size, 0);
      isWell = true;
      await press(page, '新增问题清单条目');
      await says(page, '整改中');
      assert.equal(stored.size, 1);
      await press(page, '销号');
      await fill(page, '整改结果', '没有');
      await press(page, '确定');
      await says(page, '写明结果后才能销号');
      await fill(page, '整改结果', '<60 & 已补齐');
      isKnown = false;
      await press(page, '确定');
      await says(page, '登录已过期');
      isKnown = true;
      isWell = false;
      await press(page, '确定');
      await says(page, '服务器暂时不能办理（500）');
      isWell = true;
      await press(page, '确定');
      await says(page, '已销号');
      assert.deepEqual(
        [...stored.values()].map(({ state, data }) => [state, data]),
        [['closed', { result: '<60 & 已补齐' }]],
      );
    });
  });

  test('what a ledger could not load is said where it was wanted, and comes when asked for again', async () => {
    await used('backend', html, async (page) => {
      let isCut = true;
      await page.setRequestInterception(true);
      page.on(
        'request',
        (request) => void (isCut && /jiceng-ledger-work/.test(request.url()) ? request.abort() : request.continue()),
      );
      await press(page, '筛选');
      await page.waitForSelector('::-p-text(这一部分没有打开)', { timeout: 8000 });
      isCut = false;
      await press(page, '重试');
      await page.waitForSelector('::-p-text(清除筛选条件)', { timeout: 8000 });
      assert.equal(await page.$('::-p-text(这一部分没有打开)'), null);
    });
  });

  test('the second opinion keeps a record out that does not satisfy its schema', async () => {
    const answer = await office.run(
      {
        kind: 'create',
        recordId: 'long',
        definitionId: 'problems',
        orgId: 'village1',
        data: { content: '字'.repeat(41) },
      },
      person.personId,
    );
    assert.equal(answer.ok, false);
    assert.equal(stored.has('long'), false);
  });

  test('what is no command is refused with its place', async () => {
    const answer = await office.run({ kind: 'save', recordId: 'r', revision: '0', changes: [{}] }, person.personId);
    assert.deepEqual(answer.ok ? [] : answer.refusal.problems.map(({ pointer }) => pointer), [
      '/revision',
      '/changes/0/pointer',
    ]);
  });
});
