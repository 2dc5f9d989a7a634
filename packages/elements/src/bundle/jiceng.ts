// What people fill in, in one classic script: the elements register themselves, and this is what `Jiceng` offers pages.
import '../checklist/define.ts';
import '../form/define.ts';
import '../lamp/define.ts';
import '../provider/define.ts';
import '../scorecard/define.ts';
import '../stars/define.ts';
import { provideAll } from '@jiceng/core/form/create-form.js';
import { provideWidgets } from '../form/parts.ts';
import { moreWidgets } from '../widgets/more.ts';
import type { Kit } from './kit.ts';
import { loader, loadForLaterTags, loadForTag, loadForTags, scriptFolder } from './load.ts';
import { ready } from './ready.ts';
import { scan } from './scan.ts';

declare const JICENG_VERSION: string;
declare const JICENG_BUILD: string;

// So that forms need not wait for parts that are here anyway.
provideAll();
provideWidgets('more', moreWidgets);

const base = scriptFolder();
const load: Kit['load'] = (name) => siblings(name);

const kit: Kit = {
  version: JICENG_VERSION,
  build: JICENG_BUILD,
  base,
  loaded: [],
  shared: [],
  load,
  scan(root) {
    scan(root, (tag) => loadForTag(tag, load));
    loadForTags(root, load);
  },
  ready(element) {
    loadForTag(element.localName, load);
    return ready(element);
  },
};
const siblings = loader(kit, base);

// Pages of a CMS hold only links; they are looked for once, when the page is there. By then script tags for siblings
// have run.
function begin(): void {
  kit.scan(document);
  loadForLaterTags(document, load);
}
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', begin, { once: true });
else begin();

export default kit;
