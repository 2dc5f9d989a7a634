import '@jiceng/elements/checklist/define.js';
import '@jiceng/elements/form/define.js';
import '@jiceng/elements/provider/define.js';
import '@jiceng/elements/scorecard/define.js';
import '../why/define.ts';
import { define } from '@jiceng/elements/internal/define.js';
import { Preview } from './preview.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-preview': Preview;
  }
}

define('jc-builder-preview', Preview);
