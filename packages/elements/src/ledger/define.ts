import '../form/define.ts';
import { define } from '../internal/define.ts';
import { Ledger } from './ledger.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-ledger': Ledger;
  }
}

define('jc-ledger', Ledger);
