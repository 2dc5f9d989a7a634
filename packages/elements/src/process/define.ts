import '../form/define.ts';
import { define } from '../internal/define.ts';
import { Process } from './process.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-process': Process;
  }
}

define('jc-process', Process);
