import type {css, html, nothing} from 'lit';
import type {renderAge} from '../elements/age-view.js';
import type {ConnectionLook} from '../elements/device-foot-view.js';
import type {nameOf} from '../elements/device-name.js';
import type {renderValue} from '../elements/value-view.js';
import type {icon} from '../internal/icons.js';
import type {inSentence} from '../text/speech.js';

/**
 * What a chunk needs of the entry, handed to it: if it imported any of this, the bundler would move that into a chunk shared
 * with the entry, and the entry would no longer be all there is before the first card (contract 2).
 */
export interface Kit {
  readonly css: typeof css;
  readonly html: typeof html;
  readonly nothing: typeof nothing;
  readonly icon: typeof icon;
  readonly inSentence: typeof inSentence;
  readonly nameOf: typeof nameOf;
  readonly renderAge: typeof renderAge;
  readonly renderValue: typeof renderValue;
  readonly looks: ConnectionLook;
}
