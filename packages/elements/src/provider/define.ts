import { define } from '../internal/define.ts';
import { JcProvider } from './provider.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-provider': JcProvider;
  }
}

define('jc-provider', JcProvider);
