import { expect } from '@open-wc/testing';
import type { Definition } from '@jiceng/core/generated/definition.js';
import type { JcForm } from '../form/form.ts';
import type { Kit } from './kit.ts';

// The built files, each test on a page of its own. `pnpm build` makes them.
const FOLDER = '/packages/elements/dist/';

interface Page {
  readonly window: Window & { Jiceng?: Kit; customElements: CustomElementRegistry };
  readonly document: Document;
  readonly warnings: string[];
  readonly errors: string[];
  /** Runs a script of the bundle folder. */
  run(file: string): Promise<void>;
}

const pages: HTMLIFrameElement[] = [];

function page(body = ''): Page {
  const frame = document.createElement('iframe');
  pages.push(frame);
  document.body.append(frame);
  const window = frame.contentWindow as Page['window'] & { console: Console };
  const { contentDocument } = frame as { contentDocument: Document };
  contentDocument.open();
  contentDocument.write(`<!doctype html><base href="/portal/app/"><body>${body}`);
  contentDocument.close();
  const warnings: string[] = [];
  const errors: string[] = [];
  window.console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  window.addEventListener('error', ({ message }) => errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  const run = (file: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const script = contentDocument.createElement('script');
      script.src = new URL(file, new URL(FOLDER, location.href)).href;
      script.addEventListener('load', () => resolve());
      script.addEventListener('error', () => reject(new Error(file)));
      contentDocument.head.append(script);
    });
  return { window, document: contentDocument, warnings, errors, run };
}

describe('jiceng.js and its siblings', () => {
  afterEach(() => {
    for (const frame of pages.splice(0)) frame.remove();
  });

  it('share one Lit', async () => {
    const { window, warnings, errors, run } = page();
    await run('jiceng.js');
    await run('jiceng-ledger.js');
    await run('jiceng-store.js');
    const { litElementVersions, reactiveElementVersions, litHtmlVersions } = window as unknown as Record<
      string,
      string[]
    >;
    expect([litElementVersions?.length, reactiveElementVersions?.length, litHtmlVersions?.length]).to.deep.equal([
      1, 1, 1,
    ]);
    /** The class next to the browser's own: Lit's. */
    const baseOf = (tag: string): unknown => {
      let type = window.customElements.get(tag) as object;
      for (
        let above: object = type;
        above !== (window as unknown as typeof globalThis).HTMLElement;
        above = Object.getPrototypeOf(above) as object
      )
        type = above;
      return type;
    };
    expect(baseOf('jc-ledger')).to.equal(baseOf('jc-form'));
    expect(window.Jiceng?.loaded).to.deep.equal(['ledger', 'store']);
    expect(warnings).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });

  it('add no global but Jiceng to those of Lit', async () => {
    const { window, run } = page();
    const before = new Set(Object.getOwnPropertyNames(window));
    for (const file of ['jiceng.js', 'jiceng-ledger.js', 'jiceng-store.js']) await run(file);
    expect(
      Object.getOwnPropertyNames(window)
        .filter((name) => !before.has(name))
        .sort(),
    ).to.deep.equal([
      'Jiceng',
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ]);
  });

  it('say so, and no more, when the sibling comes first, or anything comes twice', async () => {
    const { window, warnings, errors, run } = page();
    await run('jiceng-ledger.js');
    expect(warnings.splice(0).join()).to.match(
      /jiceng-ledger\.js .* needs jiceng\.js of the same build before it; it is missing/,
    );
    for (const file of ['jiceng.js', 'jiceng.js', 'jiceng-ledger.js', 'jiceng-ledger.js']) await run(file);
    expect(warnings).to.have.length(2);
    expect(warnings[0]).to.match(/already on this page; the copy/);
    expect(warnings[1]).to.equal('jiceng-ledger.js is already on this page.');
    expect(window.customElements.get('jc-ledger')).to.exist;
    expect(errors).to.deep.equal([]);
  });

  it('are loaded from beside the script for tags on the page, and for whoever asks', async () => {
    const { window, document, errors, run } = page('<jc-ledger></jc-ledger>');
    await run('jiceng.js');
    const { Jiceng } = window as { Jiceng: Kit };
    expect(Jiceng.base).to.equal(new URL(FOLDER, location.href).href);
    Jiceng.scan(document);
    await window.customElements.whenDefined('jc-ledger');
    const [store, again] = await Promise.all([Jiceng.load('store'), Jiceng.load('store')]);
    expect(store).to.equal(again);
    expect(store.memorySource).to.be.a('function');
    expect(document.querySelectorAll('script')).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });

  it('are loaded with the sibling on which they stand', async () => {
    const { window, warnings, errors, run } = page();
    await run('jiceng.js');
    await window.Jiceng!.load('report-builder');
    expect(window.Jiceng!.loaded).to.deep.equal(['report', 'report-builder']);
    expect(window.customElements.get('jc-report-builder')).to.exist;
    expect([warnings, errors]).to.deep.equal([[], []]);
  });

  it('are loaded for tags that come later, and for no others', async () => {
    const { window, document, run } = page();
    await run('jiceng.js');
    document.body.append(document.createElement('jc-form'), document.createElement('p'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.querySelectorAll('script')).to.have.length(1);
    const part = document.createElement('div');
    part.append(document.createElement('jc-process'));
    document.body.append(part);
    await window.customElements.whenDefined('jc-process');
  });

  it('are not loaded from elsewhere', async () => {
    const { window, document, run } = page();
    await run('jiceng.js');
    const { Jiceng } = window as { Jiceng: Kit };
    for (const base of ['https://example.org/', '', '/nothing-here/']) {
      Jiceng.base = base;
      const error: unknown = await Jiceng.load('ledger').then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(String(error), base).to.match(/Jiceng/);
      expect(document.querySelectorAll('script'), base).to.have.length(1);
    }
    Jiceng.base = FOLDER;
    await Jiceng.load('ledger');
    expect(window.customElements.get('jc-ledger')).to.exist;
  });

  it('are loaded by a form with a table or a picker; nothing is lost while that fails, and it can be tried again', async () => {
    const { window, document, run } = page();
    await run('jiceng.js');
    const { Jiceng } = window as { Jiceng: Kit };
    Jiceng.base = '/nothing-here/';
    const form = document.createElement('jc-form') as JcForm;
    form.lang = 'zh-CN';
    form.schema = {
      type: 'object',
      properties: {
        name: { type: 'string', title: '名称' },
        owner: { type: 'string', title: '责任人', format: 'person' },
        steps: {
          type: 'array',
          title: '步骤',
          items: { type: 'object', properties: { what: { type: 'string', title: '内容' } } },
        },
      },
    };
    form.value = { name: '走访', steps: [{ what: '入户' }] };
    document.body.append(form);
    await form.updateComplete;
    const alert = () => form.shadowRoot!.querySelector('[role="alert"].panel');
    expect(alert()?.textContent).to.contain('请检查网络后重试');
    expect(form.value).to.deep.equal({ name: '走访', steps: [{ what: '入户' }] });
    Jiceng.base = FOLDER;
    alert()!.querySelector('button')!.click();
    await form.updateComplete;
    expect(alert()).to.equal(null);
    expect(Jiceng.loaded).to.deep.equal(['fields']);
    expect(form.shadowRoot!.querySelector('[role="grid"]')?.textContent).to.contain('入户');
  });

  it('are not needed by a form without tables and pickers, whatever else it has', async () => {
    const { document, errors, run } = page();
    await run('jiceng.js');
    const form = document.createElement('jc-form') as JcForm;
    const text = (more: object) => ({ type: 'string', ...more });
    form.definition = {
      $schema: 'https://jiceng.dev/schemas/definition/1.json',
      id: 'all',
      version: '1.0.0',
      title: '各种',
      purpose: { readBy: 'unit', decision: '试' },
      subject: 'item',
      record: {
        type: 'object',
        properties: {
          file: text({ format: 'file' }),
          month: text({ format: 'period' }),
          mail: text({ format: 'email' }),
          code: text({ pattern: '^\\d{3}$' }),
          some: { type: 'array', items: { enum: ['甲', '乙'] } },
          sum: { type: 'number' },
          on: text({ format: 'date' }),
          yes: { type: 'boolean' },
        },
      },
      rules: [{ field: '/sum', value: '1+1' }],
    } as unknown as Definition;
    document.body.append(form);
    await form.updateComplete;
    expect(form.shadowRoot!.querySelectorAll('.field')).to.have.length(8);
    expect(form.value).to.deep.equal({ sum: 2 });
    expect(document.querySelectorAll('script')).to.have.length(1);
    expect(errors).to.deep.equal([]);
  });
});
