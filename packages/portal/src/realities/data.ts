import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bench, type Bench } from './bench.ts';
import { box, fill, painted, press, shown } from './user.ts';

interface Heard {
  readonly type: string;
  readonly tag: string;
  readonly plain: boolean;
  readonly detail: unknown;
}

/** P23–P36: values, events, bindings, identifiers, storage, time zones. */
export function dataSuite({ opened, site }: Bench): void {
  for (const mirror of [false, true]) {
    test(`P23 ${mirror ? 'with the mirror jQuery, Layui, FormData and a native submit' : 'FormData and a native submit'} hold the value exactly once`, () =>
      opened(
        'p23',
        async ({ page }) => {
          await fill(page, '用时', '2');
          const value = JSON.stringify({ visitor: '王芳', hours: 2 });
          const read = (await page.evaluate('read()')) as Record<string, string[]>;
          assert.deepEqual(read.formData, [value]);
          if (mirror) assert.deepEqual([read.serialize, read.layui], [[value], [value]]);
          await Promise.all([page.waitForNavigation(), page.click('#send')]);
          assert.deepEqual(new URL(page.url()).searchParams.getAll('visit'), [value]);
        },
        { policy: 'old', query: mirror ? '?mirror' : '' },
      ));
  }

  test('P24 jQuery hears each action once, with plain JSON, and nothing that code does', () =>
    opened(
      'p24',
      async ({ page }) => {
        await page.evaluate('done');
        await page.evaluate(
          'heard.length = 0; form.value = { visitor: "李明" }; ledger.records = samples.records(4); ledger.refresh();',
        );
        await painted(page);
        assert.deepEqual(await page.evaluate('heard'), []);
        const heard = async (): Promise<Heard[]> => (await page.evaluate('heard.splice(0)')) as Heard[];
        await fill(page, '用时', '12');
        assert.deepEqual(
          (await heard()).map(({ type, tag, plain, detail }) => ({ type, tag, plain, detail })),
          [{ type: 'jc-change', tag: 'jc-form', plain: true, detail: { pointer: '/hours', value: 12, valid: true } }],
        );
        await press(page, '添加一行');
        assert.deepEqual(
          (await heard()).map(({ type, plain }) => [type, plain]),
          [['jc-change', true]],
          'a row',
        );
        await page.$eval('#checklist', (list) =>
          list.shadowRoot!.querySelectorAll<HTMLElement>('input[type=radio]:not(:checked)')[0]!.click(),
        );
        assert.deepEqual(
          (await heard()).map(({ type, tag, plain }) => [type, tag, plain]),
          [['jc-change', 'jc-checklist', true]],
          'the checklist',
        );
        await press(page, '提交');
        assert.deepEqual(
          (await heard()).map(({ type, plain }) => [type, plain]),
          [['jc-submit', true]],
          'submitted',
        );
        await page.evaluate('ledger.openRecord(ledger.records[1].id)');
        await painted(page);
        await press(page, '销账');
        await fill(page, '发现日期', '2025-09-01');
        assert.deepEqual(await heard(), [], 'what a dialog asks stays in it');
        await press(page, '确定');
        assert.deepEqual(
          (await heard()).map(({ type, tag, plain }) => [type, tag, plain]),
          [['jc-move', 'jc-ledger', true]],
        );
        assert.deepEqual(
          ((await page.evaluate('Object.keys(names)')) as string[]).filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name)),
          [],
        );
      },
      { policy: 'host' },
    ));

  test('P25 Vue 2: a list bound as an attribute is told in the console, .prop works, push and refresh show', () =>
    opened(
      'p25',
      async ({ page, console }) => {
        await page.evaluate('ready.then(start)');
        await page.waitForFunction(() => /第3项/.test(document.querySelector('#right')!.shadowRoot?.textContent ?? ''));
        assert.ok(
          console.some(({ type, text }) => type === 'warn' && /records.*\.prop/.test(text)),
          'the console says it',
        );
        assert.match(await shown(page, 'jc-form'), /走访登记/);
        assert.equal(await (await box(page, '走访人')).evaluate((input) => (input as HTMLInputElement).value), '王芳');
        await page.evaluate('app.records.push(samples.records(5)[4]); document.querySelector("#right").refresh()');
        await painted(page);
        assert.match(await shown(page, '#right'), /第5项/);
      },
      { policy: 'old', query: '?vue=2' },
    ));

  test('P25 Vue 3: binding and v-model work both ways, push and refresh show', () =>
    opened(
      'p25',
      async ({ page }) => {
        await page.evaluate('ready.then(start)');
        await page.waitForFunction(() => /第3项/.test(document.querySelector('#right')!.shadowRoot?.textContent ?? ''));
        await page.evaluate('app.records.push(samples.records(5)[4]); document.querySelector("#right").refresh()');
        await painted(page);
        assert.match(await shown(page, '#right'), /第5项/);
        const model = async () => JSON.parse(await page.$eval('#model', (node) => node.textContent)) as unknown;
        assert.equal(await (await box(page, '走访人')).evaluate((input) => (input as HTMLInputElement).value), '王芳');
        await fill(page, '用时', '3');
        assert.deepEqual(await model(), { visitor: '王芳', hours: 3 });
        const day = await page.$('jc-form >>> .calendar-icon');
        await day!.click();
        await page.waitForSelector('jc-form >>> dialog[open]');
        await (await page.waitForSelector('jc-form >>> .day.today'))!.click();
        await painted(page);
        assert.deepEqual(await model(), { visitor: '王芳', hours: 3, visitedOn: '2025-09-15' });
        await page.evaluate('app.value = { visitor: "赵刚" }');
        await painted(page);
        assert.equal(await (await box(page, '走访人')).evaluate((input) => (input as HTMLInputElement).value), '赵刚');
      },
      { policy: 'old', query: '?vue=3' },
    ));

  test('P27 19-digit ids and 18-digit numbers as text come back unchanged; unsafe numbers raise one warning', () =>
    opened('p27', async ({ page, console }) => {
      await page.waitForFunction(() =>
        /第5项/.test(document.querySelector('jc-ledger')!.shadowRoot?.textContent ?? ''),
      );
      await page.evaluate('ledger.openRecord("1910000000000000001")');
      await painted(page);
      await press(page, '销账');
      await press(page, '确定');
      const [move] = (await page.evaluate('heard')) as { recordId: string }[];
      assert.equal(move?.recordId, '1910000000000000001');
      assert.match(await shown(page, 'jc-ledger'), /012345678901200003/);
      const [html, text] = (await page.evaluate('[ledger.getPrintHTML(), ledger.getPlainText()]')) as [string, string];
      for (const at of [0, 1, 2, 3, 4])
        for (const out of [html, text]) assert.ok(out.includes(`01234567890120000${at}`), `row ${at}`);
      assert.deepEqual(
        console.filter(({ type }) => type === 'warn'),
        [],
      );
      await page.evaluate('withNumbers()');
      const told = () => console.filter(({ type, text: words }) => type === 'warn' && /精度|digits/.test(words)).length;
      assert.equal(told(), 1, 'of a ledger');
      await page.evaluate('formWithNumbers()');
      assert.equal(told(), 2, 'of a form');
    }));

  test('P32 markup in labels, options, answers and file names is shown as text, also in print', () =>
    opened('p32', async ({ page }) => {
      await page.evaluate('done');
      await page.evaluate('form.validate(true); ledger.openRecord("1910000000000000001")');
      await painted(page);
      assert.deepEqual(await page.evaluate('strangers()'), []);
      for (const html of (await page.evaluate('prints()')) as string[]) assert.doesNotMatch(html, /<b>粗|<img/);
      assert.equal(await page.evaluate('hacked'), 0);
      for (const tag of ['jc-form', 'jc-ledger', 'jc-scorecard', 'jc-checklist', 'jc-process'])
        assert.ok((await shown(page, tag)).includes('<b>粗</b>'), tag);
      await page.evaluate('form.readonly = true');
      await painted(page);
      assert.deepEqual(await page.evaluate('strangers()'), []);
    }));

  test('P34 on plain http at a name of the network everything works', async () => {
    const url = `${site().origin.replace('127.0.0.1', 'portal.lan')}/fixtures/p34.html`;
    await opened(
      'p34',
      async ({ page }) => {
        assert.deepEqual(
          await page.evaluate(
            '[isSecureContext, typeof crypto.randomUUID, typeof crypto.subtle, typeof navigator.clipboard, typeof navigator.locks]',
          ),
          [false, 'undefined', 'undefined', 'undefined', 'undefined'],
        );
        await page.evaluate('done');
        await fill(page, '走访人', '王芳');
        await press(page, '添加一行');
        await press(page, '提交');
        await page.evaluate(
          `Jiceng.load('store').then((kit) => kit.openDrafts({ key: new Uint8Array(32) })).then((drafts) => { form.drafts = drafts; })`,
        );
        await fill(page, '用时', '5');
        await page.evaluate('form.flushDraft()');
        assert.match(await shown(page, 'jc-ledger'), /第5项/);
        await page.evaluate('ledger.openRecord(ledger.records[0].id)');
        await painted(page);
        assert.match(await shown(page, 'jc-ledger'), /条目详情|办理/);
      },
      { url },
    );
  });

  test("P35 a draft is its person's own and is gone after submitting", async () => {
    await opened(
      'p35',
      async ({ page }) => {
        await page.evaluate('done');
        await fill(page, '走访人', '王芳');
        await page.evaluate('form.flushDraft()');
        const open = async (person: string) => {
          await page.goto(`${site().origin}/fixtures/p35.html?person=${person}`);
          await page.evaluate('done');
          await painted(page);
          return (await page.evaluate('form.value.visitor')) as string | undefined;
        };
        assert.equal(await open('p-2'), undefined, 'another person sees none');
        assert.equal(await open('p-1'), '王芳');
        assert.match(await shown(page, 'jc-form'), /已恢复/);
        await press(page, '提交');
        assert.equal(await open('p-1'), undefined, 'gone after submitting');
      },
      { query: '?person=p-1' },
    );
  });

  for (const [what, first] of Object.entries({
    throwing:
      'for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });',
    full: '',
  })) {
    test(`P35 with storage ${what} the form works and says that drafts are off`, () =>
      opened(
        'p35',
        async ({ page }) => {
          await page.evaluate('done');
          await fill(page, '走访人', '王芳');
          await page.evaluate('form.flushDraft()');
          await page.waitForFunction(
            () =>
              /草稿/.test(document.querySelector('jc-form')!.shadowRoot!.querySelector('.bar-note')?.textContent ?? ''),
            { timeout: 4000 },
          );
          assert.equal(await page.evaluate('form.submit()'), true);
        },
        { query: `?trouble=${what}`, ...(first === '' ? {} : { first }) },
      ));
  }
}

/** P36 has a browser for each time zone. */
export function timeZoneSuite(): void {
  for (const TZ of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']) {
    describe(TZ, () => {
      const { opened } = bench({ env: { TZ } });
      test(`P36 dates and times come back as the same text in ${TZ}`, () =>
        opened('p36', async ({ page }) => {
          assert.equal(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone), TZ);
          await fill(page, '走访人', '王芳');
          assert.equal(
            await (await box(page, '走访日期')).evaluate((input) => (input as HTMLInputElement).value),
            '2024-05-01',
          );
          assert.equal(
            await (await box(page, '登记时间')).evaluate((input) => (input as HTMLInputElement).value),
            '2024-05-01 08:00',
          );
          assert.deepEqual(await page.evaluate('form.value'), {
            visitedOn: '2024-05-01',
            at: '2024-05-01 08:00:00',
            text: '2024-05-01 08:00:00',
            visitor: '王芳',
          });
          await fill(page, '走访日期', '2024-5-2');
          assert.equal(await page.evaluate('form.value.visitedOn'), '2024-05-02');
          assert.match((await page.evaluate('ledger.getPlainText()')) as string, /2024-05-01/);
          assert.match(await shown(page, 'jc-ledger'), /2024-05-01/);
        }));
    });
  }
}
