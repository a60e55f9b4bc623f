import type {Preview} from '@storybook/web-components-vite';
import {setCustomElementsManifest} from '@storybook/web-components-vite';
import manifest from 'virtual:custom-elements-manifest';
import {inFrame, toolbars} from './frame.js';
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {a11y: {test: 'error'}, layout: 'fullscreen', options: {storySort: {order: ['Start here', ['Embed', 'Attributes', 'Tokens and parts', 'Words'], 'Theme studio', 'Situations']}}},
  ...toolbars,
  decorators: [inFrame],
};

export default preview;
