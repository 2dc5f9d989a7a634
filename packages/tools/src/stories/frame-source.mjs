// The script of a page that shows one story, composed from its file as Storybook would, but under the one policy.

/**
 * @param {string[]} files absolute paths of story files
 * @param {string | undefined} preview absolute path of Storybook's preview module
 */
export const frameSource = (files, preview) => `
import { composeStories } from 'storybook/preview-api';
import { nothing, render } from 'lit';
${preview ? `import * as previewModule from ${JSON.stringify(preview)};` : 'const previewModule = {};'}

const { default: annotations, ...named } = previewModule;
const elementOf = (args, { component }) => Object.assign(document.createElement(component), args);
const project = {
  render: elementOf, ...named, ...annotations,
  renderToCanvas({ storyFn }, canvas) {
    const content = storyFn();
    if (content instanceof Node) canvas.replaceChildren(content);
    else render(content ?? nothing, canvas);
  },
};
const files = [${files.map((file) => `() => import(${JSON.stringify(file)})`).join(', ')}];
const frames = (count) => new Promise((resolve) => (function next() { if (count-- > 0) requestAnimationFrame(next); else resolve(); })());

window.listStories = async () => {
  const modules = await Promise.all(files.map((load) => load()));
  return modules.flatMap((module, file) => Object.keys(composeStories(module, project)).map((name) => ({ file, name })));
};
window.showStory = async (file, name) => {
  const story = composeStories(await files[file](), project)[name];
  await story.run({ canvasElement: document.querySelector('#story') });
  await frames(5);
  return document.querySelector('#story').childElementCount;
};
// Page-wide rules do not apply to a part of a page.
const rules = Object.fromEntries(['region', 'landmark-unique', 'landmark-one-main', 'page-has-heading-one', 'heading-order', 'bypass'].map((id) => [id, { enabled: false }]));
window.judge = async () => (await axe.run(document, { rules, resultTypes: ['violations'] })).violations
  .flatMap(({ id, help, nodes }) => nodes.map(({ target, any, all, none }) => id + ': ' + help + ' at ' + target.flat(9).join(' ') + [...any, ...all, ...none].slice(0, 1).map(({ message }) => '; ' + message).join('')));
window.frameReady = true;
`;
