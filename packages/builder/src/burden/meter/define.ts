import { define } from '@jiceng/elements/internal/define.js';
import { BurdenMeter } from '../burden-meter.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-burden-meter': BurdenMeter;
  }
}

define('jc-burden-meter', BurdenMeter);
