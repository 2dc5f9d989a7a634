import type { BuilderDetail } from '@jiceng/builder/form-builder/builder-events.js';
import type { FormBuilder } from '@jiceng/builder/form-builder/form-builder.js';
import type { StartDetail } from '@jiceng/builder/start/start-events.js';
import type { Definition } from '@jiceng/core/generated/definition.js';
import { begunForms, forgetBegun, rememberBegun } from '../begun.ts';
import { addressOf, asked, download, make, pageOf } from '../page-parts.ts';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { openFrame, type Frame } from '../shell.ts';
import { localChooser, localDrawing } from '../views/local-part.ts';

// Draws a form: a copy of one of the catalogue's, one that begins with pasted text, an Excel ledger, a JSON Schema or
// nothing, or one that was begun.
void openFrame(async (frame) => {
  const template = frame.definitionOf(asked('template') ?? '');
  if (template) return void draw(frame, { definition: template });
  const extended = frame.definitionOf(asked('local') ?? '');
  if (extended) return drawLocal(frame, extended);
  const definitions = definitionsOf(frame);
  const { groups } = await loadCatalogue(definitions);
  const start = document.createElement('jc-builder-start');
  const titles = Object.fromEntries(
    groups.flatMap(({ title, definitions: [first] }) => (first?.group === undefined ? [] : [[first.group, title]])),
  );
  Object.assign(start, {
    templates: definitions,
    definitions,
    groups: titles,
    begun: begunForms(frame.person.personId),
  });
  start.addEventListener('jc-start', (event) => {
    const { text } = (event as CustomEvent<StartDetail>).detail;
    keepBegun(frame, draw(frame, { definition: text }), text);
  });
  frame.content.replaceChildren(back(), start, ...localChooser(frame));
});

/** Draws what a township adds to a form. Once that is published, it goes on from there. */
function drawLocal(frame: Frame, extended: Definition): void {
  const builder = draw(frame, localDrawing(extended, frame));
  frame.source.subscribe(({ definitionIds = [] }) => {
    const next = definitionIds.includes(extended.id) ? frame.definitionOf(extended.id) : undefined;
    if (next) Object.assign(builder, localDrawing(next, frame));
  });
}

function draw(frame: Frame, opened: Partial<Pick<FormBuilder, 'definition' | 'core' | 'level'>>): FormBuilder {
  const { content, source, notes } = frame;
  const builder = document.createElement('jc-form-builder') as FormBuilder;
  Object.assign(builder, { ...opened, definitions: definitionsOf(frame), dataSource: source, now: source.now() });
  builder.addEventListener('jc-save', (event) => {
    const { text, definition: drawn, problems } = (event as CustomEvent<BuilderDetail>).detail;
    const name = drawn ? `${drawn.title}-${drawn.version}` : '未完成的表单';
    download(new Blob([text], { type: 'application/json' }), `${name}.json`);
    notes.say(
      problems.length === 0 ? `已下载“${name}”。` : `已下载，其中还有 ${problems.length} 处需要改正。`,
      problems.length > 0,
    );
  });
  source.subscribe(({ definitionIds = [] }) => {
    if (definitionIds.length > 0) builder.definitions = definitionsOf(frame);
    for (const id of definitionIds) {
      const published = frame.definitionOf(id);
      if (published)
        notes.say(
          `“${published.title}”${published.version} 版已经可以使用。`,
          false,
          make('a', { href: pageOf(id) }, '打开办理'),
        );
    }
  });
  content.replaceChildren(back(), builder);
  void builder.updateComplete.then(() => {
    builder.scrollIntoView(); // the head of the portal takes a third of a small screen
    builder.focusTab();
  });
  return builder;
}

/** A form that is drawn is offered again on the next visit, under its present name, until it is published. */
function keepBegun({ source, person: { personId } }: Frame, builder: FormBuilder, text: string): void {
  const { id, title } = JSON.parse(text) as Definition; // our own start page wrote it
  let known = title;
  rememberBegun(personId, { title, text });
  builder.addEventListener('jc-change', (event) => {
    const now = (event as CustomEvent<BuilderDetail>).detail.definition?.title ?? known;
    if (now !== known) rememberBegun(personId, { title: (known = now), text });
  });
  source.subscribe(({ definitionIds = [] }) => {
    if (definitionIds.includes(id)) forgetBegun(personId, text);
  });
}

const back = (): HTMLElement =>
  make('p', { className: 'pick' }, make('a', { href: addressOf('catalogue.html') }, '返回全部业务'));

const definitionsOf = ({ source }: Frame): readonly Definition[] =>
  [...source.mirror.definitions()].map(({ definition }) => definition);
