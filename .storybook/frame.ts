import type {Decorator, Preview} from '@storybook/web-components-vite';
import {html} from 'lit';

/** A choice above the stories: its icon, its title, what can be chosen by value, the first at the beginning. */
const choice = (icon: 'globe' | 'transfer' | 'mirror' | 'grow', title: string, titles: Readonly<Record<string, string>>) => ({
  toolbar: {title, icon, dynamicTitle: true, items: Object.entries(titles).map(([value, name]) => ({value, title: name}))},
});

export const toolbars = {
  globalTypes: {
    language: choice('globe', 'Language', {en: 'English', de: 'Deutsch'}),
    direction: choice('transfer', 'Direction', {ltr: 'Left to right', rtl: 'Right to left'}),
    scheme: choice('mirror', 'Light or dark', {light: 'Light', dark: 'Dark'}),
    // Not numbers alone: an address would give them back as numbers, which no choice has.
    width: choice('grow', 'Width', {full: 'Full width', w240: '240 px', w360: '360 px', w560: '560 px', w900: '900 px'}),
  },
  initialGlobals: {language: 'en', direction: 'ltr', scheme: 'light', width: 'full'},
} satisfies Pick<Preview, 'globalTypes' | 'initialGlobals'>;

/** The place on a portal's page that a story stands in: what is chosen above is said there, as a portal says it. */
export const inFrame: Decorator = (story, {globals}) => {
  const {language, direction, scheme, width} = globals as Record<keyof typeof toolbars.initialGlobals, string>;
  return html`<div class="frame" lang=${language} dir=${direction} data-scheme=${scheme} data-width=${width}>${story()}</div>`;
};
