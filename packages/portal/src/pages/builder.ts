import type { BuilderDetail } from '@jiceng/builder/form-builder/builder-events.js';
import type { StartDetail } from '@jiceng/builder/start/start-events.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { addressOf, asked, download, make } from '../page-parts.ts';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { openFrame, type Frame } from '../shell.ts';

// Draws a form: a copy of one of the catalogue's, or one that begins with pasted text, an Excel ledger, a JSON Schema or nothing.
void openFrame(async (frame) => {
  const template = frame.definitionOf(asked('template') ?? '');
  if (template) return draw(frame, template);
  const definitions = definitionsOf(frame);
  const { groups } = await loadCatalogue(definitions);
  const start = document.createElement('jc-builder-start');
  Object.assign(start, { templates: definitions, definitions, groups: Object.fromEntries(groups.flatMap(({ title, definitions: [first] }) => (first?.group === undefined ? [] : [[first.group, title]]))) });
  start.addEventListener('jc-start', (event) => draw(frame, (event as CustomEvent<StartDetail>).detail.text));
  frame.content.replaceChildren(back(), start);
});

function draw(frame: Frame, definition: Definition | string): void {
  const { content, source, notes } = frame;
  const builder = document.createElement('jc-form-builder');
  Object.assign(builder, { definition, definitions: definitionsOf(frame), dataSource: source, now: source.now() });
  builder.addEventListener('jc-save', (event) => {
    const { text, definition: drawn, problems } = (event as CustomEvent<BuilderDetail>).detail;
    const name = drawn ? `${drawn.title}-${drawn.version}` : '未完成的表单';
    download(new Blob([text], { type: 'application/json' }), `${name}.json`);
    notes.say(problems.length === 0 ? `已下载“${name}”。` : `已下载，其中还有 ${problems.length} 处需要改正。`, problems.length > 0);
  });
  content.replaceChildren(back(), builder);
}

const back = (): HTMLElement => make('p', { className: 'pick' }, make('a', { href: addressOf('catalogue.html') }, '返回全部业务'));

const definitionsOf = ({ source }: Frame): readonly Definition[] => [...source.mirror.definitions()].map(({ definition }) => definition);
