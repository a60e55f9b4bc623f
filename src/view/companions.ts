import type {LitElement, ReactiveController} from 'lit';
import {AgeTicker} from './age-ticker.js';
import {Announcer} from './announcer.js';
import type {Wire} from '../elements/wire.js';
import type {Shown} from './event-reporter.js';
import {EventReporter} from './event-reporter.js';
import {keepFocus} from './keep-focus.js';
import {observeLanguage} from './observe-language.js';

/** What goes along with an element that shows something: ages tick, a change of language is heard, what happens is said, the page is told, the focus stays. */
export function companionsOf(host: LitElement, shown: () => Shown | undefined, wire: Wire): readonly ReactiveController[] {
  return [new AgeTicker(host), followLanguage(host, wire.languageOf), new Announcer(host), new EventReporter(host, shown, wire), keepFocus(host)];
}

function followLanguage(host: LitElement, languageOf: Wire['languageOf']): ReactiveController {
  let stop: (() => void) | undefined;
  return {
    hostConnected: () => { stop = observeLanguage(host, languageOf, () => host.requestUpdate()); },
    hostDisconnected: () => stop?.(),
  };
}
