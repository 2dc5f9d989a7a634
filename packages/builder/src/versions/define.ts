import '@jiceng/elements/form/define.js';
import { define } from '@jiceng/elements/internal/define.js';
import { MigrationPlan } from './migration-plan.ts';
import { Versions } from './versions.ts';

declare global {
  interface HTMLElementTagNameMap {
    'jc-versions': Versions;
    'jc-migration-plan': MigrationPlan;
  }
}

define('jc-migration-plan', MigrationPlan);
define('jc-versions', Versions);
