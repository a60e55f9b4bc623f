import type {StorybookConfig} from '@storybook/web-components-vite';

const config: StorybookConfig = {
  // A Vite configuration of its own: the package's build has no place here.
  framework: {name: '@storybook/web-components-vite', options: {builder: {viteConfigPath: '.storybook/vite.config.ts'}}},
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Width and scheme are set for the frame around a story (`preview.ts`): a second way would only disagree with it.
  features: {backgrounds: false, viewport: false},
  // Nothing leaves the machine.
  core: {disableTelemetry: true, disableWhatsNewNotifications: true},
};

export default config;
