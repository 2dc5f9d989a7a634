import { expect, waitUntil } from '@open-wc/testing';
import type { Kit } from '@jiceng/elements/bundle/kit.js';
import type { FormBuilder } from '../form-builder/form-builder.ts';

// The built files, on a page of their own. `pnpm build` makes them.
const FOLDER = '/packages/elements/dist/';
const TEXT =
  '{\r\n  "id": "trial", "title": "试填表", "x-odd":   1.50,\r\n  "record": { "type": "object", "properties": { "name": { "type": "string", "title": "名称" } } }\r\n}\r\n';

async function page() {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const window = frame.contentWindow as Window & { Jiceng: Kit; console: Console };
  window.console.error = () => undefined;
  for (const file of ['jiceng.js', 'jiceng-builder.js']) {
    await new Promise((resolve, reject) => {
      const script = frame.contentDocument!.createElement('script');
      script.src = new URL(FOLDER + file, location.href).href;
      script.addEventListener('load', resolve);
      script.addEventListener('error', reject);
      frame.contentDocument!.head.append(script);
    });
  }
  const builder = frame.contentDocument!.createElement('jc-form-builder') as FormBuilder;
  builder.locale = 'zh-CN';
  builder.definition = TEXT;
  const open = async () => {
    frame.contentDocument!.body.append(builder);
    await builder.updateComplete;
  };
  const inside = (host: Element, selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  return { frame, Jiceng: window.Jiceng, builder, open, inside };
}

describe('jiceng-builder.js', () => {
  it('draws the form at once and gets properties from beside it; when that fails it says so there, and tries again', async () => {
    const { frame, Jiceng, builder, open, inside } = await page();
    Jiceng.base = '/nothing-here/';
    await open();
    expect(inside(builder, 'jc-builder-canvas')).to.exist;
    await waitUntil(() => inside(builder, '.side.end [role="alert"]'), 'says so', { timeout: 8000 });
    expect(inside(builder, '.side.end [role="alert"]')!.textContent).to.contain('请检查网络后重试');
    Jiceng.base = FOLDER;
    inside(builder, '.side.end [role="alert"] button')!.click();
    await waitUntil(() => inside(inside(builder, 'jc-builder-panel')!, 'jc-form'), 'properties', { timeout: 8000 });
    expect(inside(builder, '.side.end [role="alert"]')).to.equal(null);
    expect(Jiceng.loaded).to.deep.equal(['builder', 'builder-panel']);
    builder.openCommands();
    const palette = inside(builder, 'jc-builder-commands')!;
    await waitUntil(() => palette.shadowRoot!.textContent!.includes('新增评分指标'), 'the commands of tabs', {
      timeout: 8000,
    });
    frame.remove();
  });

  it('lets the JSON be edited in a plain field where the editor cannot be loaded; ends of lines stay, and nothing is lost when it comes', async () => {
    const { frame, Jiceng, builder, open, inside } = await page();
    await open();
    await Jiceng.load('builder-panel' as 'builder');
    Jiceng.base = '/nothing-here/';
    builder.pane = 'json';
    await waitUntil(
      () => inside(builder, 'jc-builder-json')?.shadowRoot?.textContent?.includes('未能加载'),
      'the plain field',
      { timeout: 8000 },
    );
    const view = inside(builder, 'jc-builder-json')!;
    const area = inside(view, 'textarea') as HTMLTextAreaElement;
    area.value = area.value.replace('试填表', '试填的表');
    area.dispatchEvent(new Event('input'));
    expect(builder.text).to.equal(TEXT.replace('试填表', '试填的表'));
    Jiceng.base = FOLDER;
    inside(view, '[role="status"] button')!.click();
    await waitUntil(() => inside(view, '.cm-content')?.textContent?.includes('试填的表'), 'the editor', {
      timeout: 8000,
    });
    expect(inside(view, 'textarea')).to.equal(null);
    expect(builder.text).to.equal(TEXT.replace('试填表', '试填的表'));
    frame.remove();
  });
});
