import '../form/define.ts';
import { define } from '../internal/define.ts';
import { Moves } from './moves.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-moves': Moves;
  }
}

define('jc-moves', Moves);
