import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bench } from './bench.ts';
import { box, fill, painted, press } from './user.ts';

interface Layout {
  readonly tag: string;
  readonly layout: { readonly width: number; readonly lines: string[] };
}

/** The first lines that differ, so that a failure can be read. */
function differences(before: Layout[], after: Layout[]): string[] {
  return before
    .flatMap(({ tag, layout }, at) => {
      const other = after[at]?.layout.lines ?? [];
      return layout.lines
        .map((line, index) => (line === other[index] ? '' : `${tag}: ${line}\n    now ${other[index]}`))
        .filter(Boolean);
    })
    .slice(0, 6);
}

/** P14–P22: a widget among foreign styles, columns, layers and addresses. */
export function stylingSuite({ opened, site }: Bench): void {
  test('P14 a sheet that styles * with !important changes nothing inside, and the host stays a full-width block', () =>
    opened('p14', async ({ page }) => {
      await page.evaluate('done');
      await page.evaluate('addSheet("css/p14-place.css")');
      const before = (await page.evaluate('allLayouts()')) as Layout[];
      await page.evaluate('addSheet("css/p14.css")');
      const after = (await page.evaluate('allLayouts()')) as Layout[];
      assert.deepEqual(differences(before, after), []);
      assert.deepEqual(
        after.map(({ tag, layout }) => `${tag} ${layout.width}`),
        after.map(({ tag }) => `${tag} 900`),
      );
      assert.equal(await page.$eval('jc-form', (form) => getComputedStyle(form).display), 'block');
    }));

  test('P15 what an article hands down does not reach inside', () =>
    opened('p15', async ({ page }) => {
      await page.evaluate('done');
      const before = (await page.evaluate('allLayouts()')) as Layout[];
      await page.evaluate('addSheet("css/p15.css")');
      assert.deepEqual(differences(before, (await page.evaluate('allLayouts()')) as Layout[]), []);
    }));

  test('P16 the root font size of the page changes no pixel; the size attribute does', () =>
    opened('p16', async ({ page }) => {
      await page.evaluate('done');
      const before = (await page.evaluate('allLayouts()')) as Layout[];
      for (const size of [10, 16, 100, 192]) {
        await page.evaluate(`addSheet("css/p16-${size}.css")`);
        assert.deepEqual(differences(before, (await page.evaluate('allLayouts()')) as Layout[]), [], `${size} px`);
      }
      await page.$eval('#place', (place) => place.setAttribute('size', 'large'));
      await painted(page);
      assert.notDeepEqual(differences(before, (await page.evaluate('allLayouts()')) as Layout[]), []);
    }));

  test("P17 bundle and widgets change nothing that is the page's own", () =>
    opened(
      'p17',
      async ({ page }) => {
        const { before, after } = (await page.evaluate('run()')) as Record<
          'before' | 'after',
          { looks: Record<string, string>; count: number; globals: string[]; head: number } & Record<string, unknown>
        >;
        assert.ok(before.count >= 30, `${before.count} elements`);
        for (const [name, look] of Object.entries(before.looks)) assert.equal(after.looks[name], look, name);
        for (const name of ['title', 'url', 'history', 'scroll', 'body', 'html', 'head'])
          assert.equal(after[name], before[name], name);
        assert.deepEqual(
          after.globals
            .filter((name) => !before.globals.includes(name))
            .filter((name) => name !== 'litPropertyMetadata'),
          ['Jiceng', 'litElementVersions', 'litHtmlVersions', 'reactiveElementVersions'],
        );
      },
      { policy: 'host' },
    ));

  test('P18 a ledger in a hidden tab or folded panel is right one frame after it is shown', () =>
    opened('p18', async ({ page }) => {
      await page.evaluate('Promise.all(parts.map(Jiceng.ready))');
      await painted(page);
      const expected = (await page.evaluate('tableOf(parts[2])')) as { header: string[]; rows: string[] };
      assert.ok(expected.rows.length === 8);
      for (const [at, id] of ['hidden', 'folded'].entries()) {
        await page.evaluate(`open('${id}')`);
        assert.deepEqual(await page.evaluate(`tableOf(parts[${at}])`), expected, id);
      }
    }));

  test('P19 the layout follows the column, not the screen', () =>
    opened('p19', async ({ page }) => {
      await page.evaluate('done');
      await painted(page);
      const found = (await page.evaluate('[320, 480, 760].map(columnOf)')) as {
        fields: number;
        cards: boolean;
        headers: boolean;
        wide: string[];
        scroll: number;
      }[];
      assert.deepEqual(
        found.map(({ fields }) => fields),
        [1, 1, 2],
      );
      assert.deepEqual(
        found.map(({ headers }) => headers),
        [false, false, true],
      );
      assert.deepEqual(
        found.map(({ wide }) => wide),
        [[], [], []],
      );
      assert.deepEqual(
        found.map(({ scroll }) => scroll),
        [0, 0, 0],
      );
    }));

  for (const id of ['bootstrap', 'element', 'layui', 'clip']) {
    test(`P20 pickers in a host's layer (${id}): on top, typable, Esc and inner clicks close only them`, () =>
      opened(
        'p20',
        async ({ page }) => {
          await page.evaluate(`openLayer('${id}')`);
          await painted(page);
          const picker = await page.$(`#${id} jc-form >>> .picked, #${id} jc-form >>> [aria-haspopup]`);
          assert.ok(picker, 'the picker of organisations');
          await picker.click();
          await page.waitForFunction(`onTop('${id}') === true`, { timeout: 4000 });
          await page.keyboard.type('第一');
          await painted(page);
          const typed = await page.evaluate((layer: string) => {
            const popup = document.querySelector(`#${layer} jc-form`)!.shadowRoot!.querySelector('dialog[open]')!;
            return { value: popup.querySelector('input')!.value, text: popup.textContent };
          }, id);
          assert.equal(typed.value, '第一');
          assert.match(typed.text, /第一/);
          const search = await page.$(`#${id} jc-form >>> dialog[open] input`);
          await search!.click();
          await page.keyboard.press('Escape');
          await painted(page);
          assert.equal(await page.evaluate(`onTop('${id}')`), 'no popup');
          assert.deepEqual(await page.evaluate('shutLayers'), []);
          const day = await page.$(`#${id} jc-form >>> .calendar-icon`);
          await day!.click();
          await page.waitForFunction(`onTop('${id}') === true`, { timeout: 4000 });
          await page.keyboard.press('Escape');
          await painted(page);
          assert.deepEqual(await page.evaluate('shutLayers'), []);
          if (id !== 'clip') {
            // The ledger's own dialog of a move is a popup, too.
            await page.evaluate(
              (layer: string) =>
                (document.querySelector(`#${layer} jc-ledger`) as HTMLElementTagNameMap['jc-ledger']).openRecord(
                  '1910000000000000000',
                ),
              id,
            );
            await painted(page);
            const move = await page.$(`#${id} jc-ledger >>> [data-move]`);
            await move!.evaluate((button) => (button as HTMLElement).scrollIntoView());
            await move!.click();
            await page.waitForSelector(`#${id} jc-ledger >>> dialog[open]`);
            await page.keyboard.press('Escape');
            await painted(page);
            assert.equal(await page.$(`#${id} jc-ledger >>> dialog[open]`), null);
            assert.deepEqual(await page.evaluate('shutLayers'), []);
          }
        },
        { policy: 'host' },
      ));
  }

  test('P21 moved to another parent: typed text, errors, scroll, open row and handlers stay', () =>
    opened('p21', async ({ page }) => {
      await fill(page, '走访日期', '2025-13-99');
      await page.evaluate('form.validate(true)');
      await fill(page, '用时', '3');
      await page.evaluate('ledger.openRecord("1910000000000000002")');
      await painted(page);
      await page.evaluate('scroller().scrollTop = 4000');
      await painted(page);
      const state = () =>
        page.evaluate(
          `({ summary: form.shadowRoot.querySelector('.summary').textContent, invalid: form.shadowRoot.querySelectorAll('[aria-invalid=true]').length, value: JSON.stringify(form.value), top: scroller().scrollTop, detail: (ledger.shadowRoot.querySelector('[part=detail]') || {}).textContent })`,
        ) as Promise<Record<string, unknown>>;
      const before = await state();
      assert.equal(before.invalid, 2);
      await page.evaluate('heard.length = 0');
      await page.evaluate('move()');
      assert.deepEqual(await state(), before);
      assert.equal(
        await (await box(page, '走访日期')).evaluate((input) => (input as HTMLInputElement).value),
        '2025-13-99',
      );
      await fill(page, '用时', '4');
      assert.deepEqual(await page.evaluate('heard'), ['/hours']);
      assert.match(String(await page.evaluate('scroller().textContent')), /第9\d项/);
    }));

  test('P22 with a base address no button or link of ours leaves the page', () =>
    opened('p22', async ({ page }) => {
      await page.evaluate('done');
      const address = page.url();
      let left = 0;
      page.on('framenavigated', () => {
        left += 1;
      });
      await press(page, '提交');
      const clicked = await page.evaluate(async () => {
        let count = 0;
        const walk = (root: ParentNode): HTMLElement[] =>
          [...root.querySelectorAll<HTMLElement>('*')].flatMap((node) => [
            ...(node.matches('a, button, summary, [role=link]') ? [node] : []),
            ...(node.shadowRoot ? walk(node.shadowRoot) : []),
          ]);
        for (const node of walk(document)) {
          if (node instanceof HTMLInputElement) continue;
          node.click();
          count += 1;
          await new Promise((done) => setTimeout(done));
          for (const open of document.querySelectorAll('*'))
            open.shadowRoot
              ?.querySelectorAll('dialog[open]')
              .forEach((dialog) => (dialog as HTMLDialogElement).close());
        }
        return count;
      });
      await painted(page);
      assert.ok(clicked > 20, `${clicked} buttons`);
      assert.equal(left, 0);
      assert.equal(page.url(), address);
      assert.equal(new URL(address).origin, site().origin);
    }));
}
