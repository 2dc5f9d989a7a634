import { expect, fixture, html } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { DEFINITION } from '@jiceng/sheet/fixtures/grants.js';
import { again, bent, joined, rowsOf } from '@jiceng/sheet/fixtures/hostile.js';
import { zip } from '@jiceng/sheet/write/zip.js';
import type { Import } from './import.ts';
import './define.ts';

const open = (definition?: Definition) =>
  fixture<Import>(
    html`<jc-import lang="zh-CN" now="2026-03-01T09:00:00+08:00" .definition=${definition}
      .records=${definition ? [] : undefined}></jc-import>`,
  );
const bytes = (text: string) => new TextEncoder().encode(text);
const words = (el: Import) => el.renderRoot.querySelector('.base')!.textContent!.replace(/\s+/g, ' ');
async function taken(el: Import, content: Uint8Array, name = '台账.xlsx'): Promise<string> {
  await el.take(new File([content as BlobPart], name));
  await el.updateComplete;
  return words(el);
}

/** What is refused, and the words that say so. */
const REFUSED: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, RegExp])[] = [
  ['a bomb', () => bent({ sheet: again(' '.repeat(1 << 20), 3) }), /压缩得异常厉害/],
  [
    'too many parts',
    async () => joined(await zip(Array.from({ length: 1100 }, (_, at) => ({ name: `x${at}`, pieces: ['x'] })))),
    /部件超过 1000 个/,
  ],
  ['a declaration', () => bent({ prolog: '<!DOCTYPE x [<!ENTITY a "a">]>', sheet: rowsOf(['&a;']) }), /DOCTYPE/],
  ['macros', () => bent({ extra: [{ name: 'xl/vbaProject.bin', pieces: ['x'] }] }), /宏/],
  [
    '16,384 columns',
    () => bent({ sheet: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' }),
    /超过 500 列/,
  ],
  [
    'the last row',
    () => bent({ sheet: '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>' }),
    /超过 100000 行/,
  ],
  ['a damaged archive', () => new Uint8Array([80, 75, 3, 4, 20, 0, 0, 0]), /损坏/],
  ['another kind of file', () => bytes('%PDF-1.7'), /PDF/],
  ['a web page without a table', () => bytes('<html><body>请先登录</body></html>'), /网页/],
  ['nothing', () => new Uint8Array(0), /空的/],
  ['20 MB and more', () => new Uint8Array(21 << 20), /超过 20 MB/],
];

describe('<jc-import> and hostile files', () => {
  before(async function () {
    this.timeout(60_000); // the Excel code comes module by module here
    await import('./tools.ts');
  });

  for (const [what, make, says] of REFUSED) {
    it(`refuses ${what} in plain words, both ways, and can go on with another file`, async () => {
      const content = await make();
      for (const el of [await open(), await open(DEFINITION)]) {
        expect(await taken(el, content)).to.match(says);
        expect(el.renderRoot.querySelector('[role=alert]')).to.not.equal(null);
        expect(el.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!.disabled).to.equal(false);
      }
      const el = await open();
      await taken(el, content);
      expect(await taken(el, bytes('姓名,金额\n王明,1\n李芳,2\n'), 'x.csv')).to.contain('建立台账并导入 2 行');
    });
  }

  it('shows markup, formulas and names of built-ins as texts and makes fields out of them that are safe', async () => {
    const el = await open();
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    const said = await taken(
      el,
      bytes(
        '__proto__,constructor,toString,<img src=x onerror=alert(1)>,=1+1,=1+1,\n"<script>x</script>",b,c,d,e,f,g\n1,2,3,4,5,6,7\n',
      ),
      'x.csv',
    );
    expect(said).to.contain('<img src=x onerror=alert(1)>');
    expect(el.renderRoot.querySelector('img, script')).to.equal(null);
    expect(Object.getOwnPropertyNames(Object.prototype).length).to.equal(before);
    let names: string[] = [];
    el.addEventListener('jc-adopt', (event) => {
      names = Object.keys(
        (event as CustomEvent<{ definition: Definition }>).detail.definition.record['properties'] as object,
      );
    });
    el.renderRoot.querySelector<HTMLButtonElement>('.foot .button')!.click();
    expect(names.length).to.be.greaterThan(4);
    for (const name of names)
      expect(name)
        .to.match(/^[A-Za-z][A-Za-z0-9_]*$/)
        .and.not.match(/^(__proto__|constructor|toString)$/);
  });

  it('tells a definition that is none in words, and stores nothing', async () => {
    for (const broken of [{ id: 'x', title: '<b>x</b>' }, { ...DEFINITION, record: 7 }, 'text', 7]) {
      const el = await open(broken as unknown as Definition);
      expect(await taken(el, bytes('姓名,金额\n王明,1\n'), 'x.csv')).to.contain('台账定义有误');
      expect(el.renderRoot.querySelector('b')).to.equal(null);
    }
  });

  it('says where a text file was read in the wrong encoding, and reads it again in the chosen one', async () => {
    const el = await open();
    const gbk = new Uint8Array([
      0xd0, 0xd5, 0xc3, 0xfb, 44, 0xbd, 0xf0, 0xb6, 0xee, 10, 0xcd, 0xf5, 0xc3, 0xf7, 44, 49, 10, 0xc0, 0xee, 0xb7,
      0xbc, 44, 50, 10,
    ]);
    expect(await taken(el, gbk, 'x.csv')).to.contain('王明');
    const select = el.renderRoot.querySelector<HTMLSelectElement>('.encoding select')!;
    expect(select.value).to.equal('gb18030');
    select.value = 'utf-8';
    select.dispatchEvent(new Event('change'));
    for (let turn = 0; turn < 100 && words(el).includes('王明'); turn++)
      await new Promise((next) => setTimeout(next, 10));
    expect(words(el)).to.not.contain('王明');
  });
});
