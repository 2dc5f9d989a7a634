import { define } from '@jiceng/elements/internal/define.js';
import { BuilderStart } from './builder-start.ts';
import { Paste } from './paste.ts';
import { PasteInto } from './paste-into.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-start': BuilderStart;
    'jc-paste': Paste;
    'jc-paste-into': PasteInto;
  }
}

define('jc-builder-start', BuilderStart);
define('jc-paste', Paste);
define('jc-paste-into', PasteInto);
