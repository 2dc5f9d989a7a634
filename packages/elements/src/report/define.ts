import { define } from '../internal/define.ts';
import { ReportView } from './report.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-report': ReportView;
  }
}

define('jc-report', ReportView);
