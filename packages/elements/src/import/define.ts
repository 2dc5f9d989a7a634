import '../form/define.ts';
import { define } from '../internal/define.ts';
import { Import } from './import.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-import': Import;
  }
}

define('jc-import', Import);
