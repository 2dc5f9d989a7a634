import { define } from '@jiceng/elements/internal/define.js';
import { BurdenPane } from './burden-pane.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-burden': BurdenPane;
  }
}

define('jc-burden', BurdenPane);
