import '../panel/define.ts';
import { define } from '@jiceng/elements/internal/define.js';
import { FactsEditor } from './facts-editor.ts';
import { LifeEditor } from './life-editor.ts';
import { ProcessEditor } from './process-editor.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-facts-editor': FactsEditor;
    'jc-life-editor': LifeEditor;
    'jc-process-editor': ProcessEditor;
  }
}

define('jc-facts-editor', FactsEditor);
define('jc-life-editor', LifeEditor);
define('jc-process-editor', ProcessEditor);
