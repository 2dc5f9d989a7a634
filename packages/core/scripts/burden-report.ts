// Writes docs/burden.md: what all templates together cost each kind of organisation. A test fails when the page is out
// of date.
// Run: node --conditions=@jiceng/source --import tsx packages/core/scripts/burden-report.ts
import { writeFileSync } from 'node:fs';
import { templates } from '../src/definition/fixtures/templates.ts';
import { burdenPage } from '../src/burden/fixtures/page.ts';

writeFileSync(
  new URL('../../../docs/burden.md', import.meta.url),
  burdenPage(templates().map(({ definition }) => definition)),
);
