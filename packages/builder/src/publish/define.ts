import { define } from '@jiceng/elements/internal/define.js';
import { EmbedCode } from './embed-code.ts';
import { PublishPane } from './publish-pane.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-embed-code': EmbedCode;
    'jc-publish': PublishPane;
  }
}

define('jc-embed-code', EmbedCode);
define('jc-publish', PublishPane);
