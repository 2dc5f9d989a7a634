// Storybook builds, and every story stands under the policy and passes axe.
// `node packages/tools/src/stories.mjs [--no-build] [part of a name …]`
import { existsSync } from 'node:fs';
import { findFiles } from './files.mjs';
import { at } from './root.mjs';
import { commandOf, runNode } from './run.mjs';
import { checkStories } from './stories/check-stories.mjs';

const words = process.argv.slice(2);
let passed = 0;
let failed = 0;
if (!words.includes('--no-build')) {
  const { code } = await runNode(
    [
      commandOf('storybook', 'storybook', at('stories')),
      'build',
      '-c',
      '.storybook',
      '-o',
      'storybook-static',
      '--quiet',
    ],
    { cwd: at('stories'), env: { ...process.env, CI: 'true', STORYBOOK_DISABLE_TELEMETRY: '1' } },
  );
  if (code === 0) passed++;
  else failed++;
}
const preview = ['stories/.storybook/preview.ts', 'stories/.storybook/preview.js'].find((path) => existsSync(at(path)));
const verdicts = await checkStories(findFiles(['stories'], /\.stories\.ts$/), {
  preview,
  only: words.filter((word) => !word.startsWith('--')),
});
for (const { story, problems } of verdicts) {
  if (problems.length) {
    failed++;
    console.error(
      `✖ ${story}\n${[...new Set(problems)].map((problem) => `  ${problem.replaceAll('\n', '\n    ')}`).join('\n')}`,
    );
  } else passed++;
}
console.log(`\n${verdicts.length} stories\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
