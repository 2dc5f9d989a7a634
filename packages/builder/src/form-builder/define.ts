import '../canvas/define.ts';
import '../commands/define.ts';
import '../outline/define.ts';
import '../palette/define.ts';
import { define } from '@jiceng/elements/internal/define.js';
import { FormBuilder } from './form-builder.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-form-builder': FormBuilder;
  }
}

define('jc-form-builder', FormBuilder);
