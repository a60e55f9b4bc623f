import {contrast, groundOf} from '../../test/styles/contrast-of.js';

export interface Measured {
  readonly place: string;
  readonly ratio: number;
  readonly atLeast: number;
}

const TEXT = 4.5;
const GRAPHIC = 3;

type Property = 'color' | 'stroke' | 'borderTopColor';
interface Place {
  readonly of: string;
  readonly property: Property;
  readonly atLeast: number;
}

const PLACES: Readonly<Record<string, Place>> = {
  'Text': {of: '.title', property: 'color', atLeast: TEXT},
  'Muted text': {of: '.subtitle', property: 'color', atLeast: TEXT},
  'Button text': {of: '.button.primary', property: 'color', atLeast: TEXT},
  'Link, focus ring': {of: '.select', property: 'color', atLeast: TEXT},
  'Charge ring': {of: '.ring .edge', property: 'stroke', atLeast: GRAPHIC},
  'Bars': {of: '.swatch', property: 'borderTopColor', atLeast: GRAPHIC},
  'Status word': {of: '.status b', property: 'color', atLeast: TEXT},
};

const within = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll('*')].flatMap(element =>
  [...element.matches(selector) ? [element] : [], ...element.shadowRoot ? within(element.shadowRoot, selector) : []]);

/** From the colours that are shown: the lowest of each place. */
export const measure = (preview: Element): readonly Measured[] => Object.entries(PLACES).flatMap(([place, {of, property, atLeast}]) => {
  const ratios = within(preview, of).map(element => contrast(getComputedStyle(element)[property], groundOf(property === 'borderTopColor' ? element.parentElement! : element)));
  return ratios.length ? [{place, ratio: Math.min(...ratios), atLeast}] : [];
});
