import { define } from '@jiceng/elements/internal/define.js';
import { BurdenMeter } from './burden-meter.ts';
import { BurdenPane } from './burden-pane.ts';

declare global {
  interface HTMLElementTagNameMap { 'jc-burden-meter': BurdenMeter; 'jc-burden': BurdenPane }
}

define('jc-burden-meter', BurdenMeter);
define('jc-burden', BurdenPane);
