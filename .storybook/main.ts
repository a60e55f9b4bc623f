import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  // A Vite configuration of its own: the package's build has no place here.
  framework: {name: '@storybook/web-components-vite', options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}}},
  stories: ['../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-themes'],
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
