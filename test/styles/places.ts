import {readTheme} from '../../src/chart/chart-theme.js';
import {groundOf} from './contrast-of.js';
import {all, first, onGround} from './still-page.js';

export const TEXT = 4.5;
export const GRAPHIC = 3;

/** Colours that meet in one place, and how far they have to be apart. */
export interface Place {
  readonly atLeast: number;
  readonly pairs: readonly (readonly [string, string])[];
}
export type Places = Readonly<Record<string, Place>>;

/** Fills keep the accent, however pale: what counts is the edge around them. */
export function accentPlaces(): Places {
  const [button, ring] = [first('.button.primary'), first('.ring')];
  const {color, backgroundColor, borderTopColor, outlineColor} = getComputedStyle(button);
  const [footGround, ringGround] = [groundOf(button.parentElement!), groundOf(ring)];
  const [edge, ...beside] = ['edge', 'track', 'planned'].map(name => getComputedStyle(ring.querySelector(`.${name}`)!).stroke);
  const frame = first('.frame');
  return {
    'button text': {atLeast: TEXT, pairs: [[color, backgroundColor]]},
    'link': {atLeast: TEXT, pairs: [onGround(first('.select'))]},
    'focus ring': {atLeast: GRAPHIC, pairs: [[outlineColor, footGround], [outlineColor, ringGround]]},
    'button\'s edge, beyond the gap inside the focus ring': {atLeast: GRAPHIC, pairs: [[borderTopColor, footGround]]},
    'charge ring': {atLeast: GRAPHIC, pairs: [ringGround, ...beside].map(other => [edge!, other])},
    'bar': {atLeast: GRAPHIC, pairs: readTheme(frame, all('.swatch')).theme.paints.map(paint => [paint.edge, groundOf(frame)])},
    'status word': {atLeast: TEXT, pairs: all('.status b').map(onGround)},
  };
}

export const statusPlaces = (): Places => ({
  'status word': {atLeast: TEXT, pairs: all('.status b').map(onGround)},
  'word of a notice': {atLeast: TEXT, pairs: all('.foot.notice .say, .foot.notice b').map(onGround)},
  'icon of a notice': {atLeast: GRAPHIC, pairs: all('.foot.notice .icon').map(onGround)},
});
