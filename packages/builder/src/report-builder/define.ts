import '@jiceng/elements/form/define.js';
import '@jiceng/elements/provider/define.js';
import '@jiceng/elements/report/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { ReportBuilder } from './report-builder.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-report-builder': ReportBuilder;
  }
}

define('jc-report-builder', ReportBuilder);
