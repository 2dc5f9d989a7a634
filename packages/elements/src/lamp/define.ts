import { define } from '../internal/define.ts';
import { Lamp } from './lamp.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-lamp': Lamp;
  }
}

define('jc-lamp', Lamp);
