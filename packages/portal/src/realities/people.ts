import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type { CDPSession, Page } from 'puppeteer-core';
import type { Bench } from './bench.ts';
import { box, fill, painted, press, shown } from './user.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds in our elements, by rule, with the first place of each. */
async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  return (await page.evaluate(async (only?: readonly string[]) => {
    const { violations } = await (
      window as unknown as {
        axe: {
          run(
            at: unknown,
            options: unknown,
          ): Promise<{ violations: { id: string; nodes: { target: unknown[]; failureSummary: string }[] }[] }>;
        };
      }
    ).axe.run(
      { include: [['#place']] },
      {
        resultTypes: ['violations'],
        ...(only ? { runOnly: { type: 'rule', values: only } } : { rules: { region: { enabled: false } } }),
      },
    );
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary.slice(0, 160)}`),
    );
  }, rules)) as string[];
}

/** Types letters as an input method does: shown under the caret, then one candidate taken. */
async function compose(session: CDPSession, letters: string): Promise<void> {
  for (let end = 1; end <= letters.length; end++)
    await session.send('Input.imeSetComposition', {
      text: letters.slice(0, end),
      selectionStart: end,
      selectionEnd: end,
    });
}

/** P41–P48: large print, contrast, reading aloud, keyboard, input methods, many at once. */
export function peopleSuite({ opened }: Bench): void {
  for (const [size, text, target] of [
    ['large', 18, 44],
    ['elder', 18, 60],
  ] as const) {
    for (const where of ['own', 'around'] as const) {
      test(`P41 size="${size}" ${where === 'own' ? 'on the element' : 'on an ancestor'}: text from ${text} px, targets from ${target} px, airy lines`, () =>
        opened('p41', async ({ page }) => {
          await page.evaluate('done');
          await page.evaluate('form.validate(false)'); // its list of errors has links, too
          await page.evaluate(
            where === 'own'
              ? `for (const one of place.children) one.setAttribute('size', '${size}')`
              : `document.getElementById('around').setAttribute('size', '${size}')`,
          );
          await painted(page);
          await painted(page);
          assert.deepEqual(await page.evaluate(`tooSmall(${text}, ${target})`), []);
        }));
    }
  }

  test('P41 at 200 % zoom nothing is lost', () =>
    opened('p41', async ({ page }) => {
      await page.evaluate('done');
      await page.setViewport({ width: 683, height: 384, deviceScaleFactor: 2 }); // what zoom does to a page
      await painted(page);
      assert.deepEqual(await page.evaluate('lost()'), { found: [], sideways: 0 });
      await fill(page, '走访人', '王芳');
      await press(page, '提交');
    }));

  for (const [what, features] of Object.entries({
    'the contrast theme': [],
    'prefers-contrast': [{ name: 'prefers-contrast', value: 'more' }],
    'forced colours': [{ name: 'forced-colors', value: 'active' }],
  })) {
    test(`P42 with ${what} text and controls keep their contrast, and no status is told by colour alone`, () =>
      opened('p42', async ({ page }) => {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features });
        await page.evaluate('done');
        if (features.length === 0) await page.$eval('#around', (around) => around.setAttribute('theme', 'contrast'));
        await page.evaluate('form.validate(true)');
        await painted(page);
        assert.deepEqual(await findings(page, ['color-contrast']), []);
        const border = await (
          await box(page, '走访日期')
        ).evaluate((input) => {
          const { borderTopColor, backgroundColor } = getComputedStyle(input);
          return [borderTopColor, backgroundColor];
        });
        assert.ok(ratio(border[0] ?? '', border[1] ?? '') >= 3, border.join(' on '));
        assert.match(await shown(page, 'jc-ledger'), /滞后/); // the lamp in words
        assert.match(await shown(page, 'jc-form'), /请填写“走访人”/);
      }));
  }

  test('P43 read-aloud bars get a name, a description, the plain text, and with mirror-text the content', () =>
    opened('p43', async ({ page }) => {
      await page.evaluate('done');
      const session = await page.createCDPSession();
      await session.send('Accessibility.enable');
      for (const tag of ['jc-form', 'jc-ledger', 'jc-scorecard', 'jc-checklist', 'jc-process']) {
        const plain = (await page.evaluate(`document.querySelector('${tag}').getPlainText()`)) as string;
        assert.ok(plain.length > 20, `${tag} has plain text`);
        const { root } = await session.send('DOM.getDocument', { depth: 0 });
        const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: tag });
        const { nodes } = await session.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
        assert.ok(String(nodes[0]?.name?.value ?? '') !== '', `${tag} has an accessible name`);
        await page.$eval(tag, (element) => element.setAttribute('mirror-text', ''));
        await painted(page);
        assert.equal(
          (await page.$eval(tag, (element) => (element as HTMLElement).innerText)).replace(/\s+/g, ''),
          plain.replace(/\s+/g, ''),
          `${tag} mirrors its text`,
        );
      }
    }));

  test("P44 a form, a ledger and a check list by keyboard alone, with a visible focus, on to the page's next link; axe is clean", () =>
    opened('p44', async ({ page }) => {
      await page.evaluate('done');
      await page.focus('#before');
      const steps: { name: string; tag: string; ring: boolean; text: string }[] = [];
      for (let step = 0; step < 150; step++) {
        await page.keyboard.press('Tab');
        const now = (await page.evaluate('focused()')) as (typeof steps)[number];
        steps.push(now);
        if (now.name === 'after' || now.name === 'body') break;
      }
      assert.equal(steps[steps.length - 1]?.name, 'after', 'Tab goes on into the page');
      assert.deepEqual(
        steps.filter(({ name, ring }) => name !== 'after' && !ring),
        [],
        'a ring is seen everywhere',
      );
      await page.focus('#before');
      await page.keyboard.press('Tab'); // 走访人
      await page.keyboard.type('王芳');
      await page.keyboard.press('Tab');
      await page.keyboard.type('2025-5-1');
      for (let step = 0; step < 40 && ((await page.evaluate('focused()')) as { text: string }).text !== '提交'; step++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const heard = (await page.evaluate('heard')) as string[];
      assert.ok(heard.includes('jc-submit'), heard.join());
      assert.deepEqual(await page.evaluate('[form.value.visitor, form.value.visitedOn]'), ['王芳', '2025-05-01']);
      await page.evaluate('form.value = {}; form.validate(true)');
      await painted(page);
      const input = await box(page, '走访人');
      assert.equal(await input.evaluate((node) => node.getAttribute('aria-invalid')), 'true');
      assert.match(
        await input.evaluate((node) =>
          (node.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => (node.getRootNode() as ShadowRoot).getElementById(id)?.textContent ?? '')
            .join(' '),
        ),
        /请填写/,
      );
      assert.deepEqual(await findings(page), []);
    }));

  test('P45 pinyin: Enter takes the candidate and nothing else, filters wait, rare characters count one', () =>
    opened('p45', async ({ page }) => {
      const session = await page.createCDPSession();
      await (await box(page, '走访人')).click();
      await compose(session, 'wangfang');
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Process',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
      assert.deepEqual(await page.evaluate('heard'), []);
      assert.equal(await page.evaluate('form.value.visitor'), undefined, 'half-typed letters are no value');
      await session.send('Input.insertText', { text: '王芳' });
      await painted(page);
      assert.equal(await page.evaluate('form.value.visitor'), '王芳');
      assert.deepEqual(await page.evaluate('heard.filter((type) => type !== "jc-change")'), []);
      await fill(page, '走访人', '𠮷𡈽·𠅘');
      assert.equal(await page.evaluate('form.value.visitor'), '𠮷𡈽·𠅘', 'four characters, the middle dot among them');
      assert.equal(await (await box(page, '走访人')).evaluate((input) => input.getAttribute('aria-invalid')), null);
      await fill(page, '走访人', '𠮷𡈽·𠅘𠮷');
      await page.evaluate('form.validate(false)');
      assert.equal(
        await (await box(page, '走访人')).evaluate((input) => input.getAttribute('aria-invalid')),
        'true',
        'five are too many',
      );
      assert.equal(await page.evaluate('form.value.visitor'), '𠮷𡈽·𠅘𠮷', 'and none is split');
      // A picker's search.
      await (await page.$('jc-form >>> .picked'))!.click();
      await page.waitForSelector('jc-form >>> dialog[open]');
      const options = () => page.$$eval('jc-form >>> [role=option], jc-form >>> [role=treeitem]', (all) => all.length);
      assert.equal(await options(), 3);
      await compose(session, 'jiguan');
      await painted(page);
      assert.equal(await options(), 3, 'the filter waits');
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 229,
      });
      await painted(page);
      assert.equal(await page.evaluate('form.value.org'), undefined, 'Enter picks no line');
      await session.send('Input.insertText', { text: '机关' });
      await painted(page);
      assert.equal(await options(), 1);
      await page.keyboard.press('Escape');
      // The ledger's search.
      await (await box(page, '查找')).click();
      const rows = () => page.$eval('jc-ledger', (ledger) => ledger.shadowRoot!.querySelector('.amount')!.textContent);
      const all = await rows();
      await compose(session, 'diyi');
      await new Promise((done) => setTimeout(done, 400));
      assert.equal(await rows(), all, 'the search waits');
      await session.send('Input.insertText', { text: '第1项' });
      await page.waitForFunction(
        (before: string) =>
          document.querySelector('jc-ledger')!.shadowRoot!.querySelector('.amount')!.textContent !== before,
        {},
        all,
      );
    }));

  test('P48 20 score cards and 3 ledgers: unique ids, nothing shared, a broken one shows only its own error', () =>
    opened('p48', async ({ page }) => {
      await page.evaluate('done');
      const { count, twice } = (await page.evaluate('ids()')) as { count: number; twice: string[] };
      assert.ok(count > 100, `${count} ids`);
      assert.deepEqual(twice, []);
      const texts = () =>
        page.evaluate('[cards, forms, ledgers].map((all) => all.map((one) => one.getPlainText()))') as Promise<
          string[][]
        >;
      const [cards, forms, ledgers] = await texts();
      await page.evaluate(`
      cards[0].shadowRoot.querySelectorAll('button[aria-expanded=false]').forEach((button) => button.click());
      const field = forms[0].shadowRoot.querySelector('input'); field.value = '王芳'; field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true }));
      ledgers[0].openRecord(ledgers[0].records[0].id);`);
      await painted(page);
      assert.equal(await page.evaluate('forms[0].value.visitor'), '王芳');
      assert.equal(await page.evaluate('forms[2].value.visitor'), undefined);
      assert.deepEqual((await texts())[0]?.slice(1), cards?.slice(1));
      assert.deepEqual((await texts())[2], ledgers);
      assert.equal((await texts())[1]?.[2], forms?.[2]);
      assert.equal(
        await page.evaluate('ledgers.filter((one) => one.shadowRoot.querySelector("[part=detail]")).length'),
        1,
      );
      assert.deepEqual(
        await page.evaluate(
          '[...place.children].filter((one) => /定义有误/.test(one.shadowRoot.textContent)).map((one) => [ledgers.indexOf(one), forms.indexOf(one)])',
        ),
        [
          [1, -1],
          [-1, 1],
        ],
      );
    }));
}

/** Contrast of two colours as the browser writes them. */
function ratio(front: string, back: string): number {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
      const share = Number(part) / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [light(front), light(back)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}
