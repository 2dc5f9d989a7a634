import { define } from '@jiceng/elements/internal/define.js';
import '../panel/define.ts';
import { LogicPane } from './logic.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-logic': LogicPane;
  }
}

define('jc-logic', LogicPane);
