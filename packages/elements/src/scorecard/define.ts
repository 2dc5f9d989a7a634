import '../stars/define.ts';
import { define } from '../internal/define.ts';
import { scorecardWidget } from '../widgets/elements.ts';
import { registerWidget } from '../widgets/registry.ts';
import { Scorecard } from './scorecard.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-scorecard': Scorecard;
  }
}

define('jc-scorecard', Scorecard);
registerWidget(scorecardWidget);
