import { define } from '../internal/define.ts';
import { Stars } from './stars.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-stars': Stars;
  }
}

define('jc-stars', Stars);
