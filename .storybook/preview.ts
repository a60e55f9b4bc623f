import {withThemeByDataAttribute} from '@storybook/addon-themes';
import type {Preview} from '@storybook/web-components-vite';
import './preview.css';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {a11y: {test: 'error'}},
  decorators: [withThemeByDataAttribute({themes: {light: 'light', dark: 'dark'}, defaultTheme: 'light', attributeName: 'data-theme'})],
};

export default preview;
