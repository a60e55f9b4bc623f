import type {html, nothing} from 'lit';
import type {Wire} from '../elements/wire.js';
import type {View} from '../view/view.js';

/**
 * What the chart's chunk needs of others, handed to it: if it imported any of this, the bundler would move that into a third
 * file that all of them wait for (contract 2).
 */
export type Kit = Wire & Pick<View,
  'failureOf' | 'icon' | 'inSentence' | 'nameOf' | 'renderAge' | 'renderFailure' | 'renderPanel' | 'renderValue' | 'looks'
> & {
  readonly html: typeof html;
  readonly nothing: typeof nothing;
};
