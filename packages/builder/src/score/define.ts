import '../panel/define.ts';
import '@jiceng/elements/scorecard/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { ScoreMethod } from './method-card.ts';
import { ScoreEditor } from './score-editor.ts';
import { ScoreTryOut } from './try-out.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-score-editor': ScoreEditor;
    'jc-score-method': ScoreMethod;
    'jc-score-try-out': ScoreTryOut;
  }
}

define('jc-score-try-out', ScoreTryOut);
define('jc-score-method', ScoreMethod);
define('jc-score-editor', ScoreEditor);
