import { define } from '../internal/define.ts';
import { JcForm } from './form.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-form': JcForm;
  }
}

define('jc-form', JcForm);
