import type {Meta} from '@storybook/web-components-vite';
import {html} from 'lit';
import {ThemeStudio} from './studio/theme-studio.js';

// A page of documentation may have loaded this before.
if (!customElements.get('theme-studio')) customElements.define('theme-studio', ThemeStudio);

const meta: Meta = {title: 'Theme studio', tags: ['!autodocs']};
export default meta;

/** Every token, all elements, light and dark, measured. */
export const Studio = {name: 'Theme studio', render: () => html`<theme-studio></theme-studio>`};
