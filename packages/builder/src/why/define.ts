import { define } from '@jiceng/elements/internal/define.js';
import { Why } from './why.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-why': Why;
  }
}

define('jc-why', Why);
