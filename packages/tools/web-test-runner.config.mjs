// Tests in a real browser; src/browser-tests.mjs starts it.
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { browserArgs, findBrowser } from './src/browser.mjs';
import { cspPages } from './src/csp-pages.mjs';
import { jsonModules } from './src/json-modules.mjs';
import { runnerPolicy } from './src/policy.mjs';
import { at, root } from './src/root.mjs';
import { sideBySide } from './src/run.mjs';
import { summaryReporter } from './src/summary-reporter.mjs';
import { browserTests } from './src/tests-of.mjs';

const browser = await findBrowser();

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: root,
  files: browserTests(),
  concurrency: browser.shell ? sideBySide : 1, // a full browser freezes animation frames in tabs behind
  nodeResolve: { exportConditions: ['@jiceng/source', 'browser', 'development'] },
  plugins: [
    cspPages(runnerPolicy),
    jsonModules(),
    a11ySnapshotPlugin(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: at('tsconfig.base.json') }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: browser.path,
        args: browserArgs(browser),
        headless: browser.shell ? 'shell' : true,
      },
    }),
  ],
  filterBrowserLogs: ({ args }) => !/^Lit is in dev mode/.test(String(args[0])),
  testFramework: { config: { timeout: '10000' } },
  testsFinishTimeout: 300_000,
  coverageConfig: {
    include: ['packages/*/src/**/*.ts'],
    exclude: ['**/*.test.ts', '**/node_modules/**', fileURLToPath(new URL('src/**', import.meta.url))],
  },
  reporters: [defaultReporter(), summaryReporter()],
};
