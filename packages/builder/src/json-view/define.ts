import { define } from '@jiceng/elements/internal/define.js';
import { JsonView } from './json-view.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-builder-json': JsonView;
  }
}

define('jc-builder-json', JsonView);
