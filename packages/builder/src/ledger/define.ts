import '../panel/define.ts';
import { define } from '@jiceng/elements/internal/define.js';
import { LedgerEditor } from './ledger-editor.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-ledger-editor': LedgerEditor;
  }
}

define('jc-ledger-editor', LedgerEditor);
