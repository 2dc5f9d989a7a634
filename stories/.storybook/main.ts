import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  // The page that explains, then whole scenes, then single elements; preview.ts has the order.
  stories: [
    '../*.mdx',
    '../*.stories.ts',
    '../scenes/*.stories.ts',
    '../elements/*.stories.ts',
    '../builder/*.stories.ts',
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  async viteFinal(config) {
    const { defaultClientConditions, mergeConfig } = await import('vite');
    return mergeConfig(config, {
      // Packages resolve to their sources, so that a change shows at once.
      resolve: { conditions: ['@jiceng/source', ...defaultClientConditions] },
      build: { chunkSizeWarningLimit: 4000 },
    });
  },
};

export default config;
