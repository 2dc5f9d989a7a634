import { define } from '../internal/define.ts';
import { checklistWidget } from '../widgets/elements.ts';
import { registerWidget } from '../widgets/registry.ts';
import { Checklist } from './checklist.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-checklist': Checklist;
  }
}

define('jc-checklist', Checklist);
registerWidget(checklistWidget);
