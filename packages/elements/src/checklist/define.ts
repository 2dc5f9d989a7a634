import { define } from '../internal/define.ts';
import { Checklist } from './checklist.ts';

declare global { interface HTMLElementTagNameMap { 'jc-checklist': Checklist } }

define('jc-checklist', Checklist);
