import type {LitElement, ReactiveController} from 'lit';
import {AgeTicker} from './age-ticker.js';
import type {Shown, Wires} from './event-reporter.js';
import {EventReporter} from './event-reporter.js';
import {observeLanguage} from './observe-language.js';

/** What the companions need of the entry. */
export interface CompanionWires extends Wires {
  /** The `lang` in force at an element. */
  readonly languageOf: (element: Element) => string;
}

/** What goes along with an element that shows something: ages tick, a change of language is heard, the page is told. */
export function companionsOf(host: LitElement, shown: () => Shown | undefined, wires: CompanionWires): readonly ReactiveController[] {
  return [new AgeTicker(host), followLanguage(host, wires.languageOf), new EventReporter(host, shown, wires)];
}

function followLanguage(host: LitElement, languageOf: CompanionWires['languageOf']): ReactiveController {
  let stop: (() => void) | undefined;
  return {
    hostConnected: () => { stop = observeLanguage(host, languageOf, () => host.requestUpdate()); },
    hostDisconnected: () => stop?.(),
  };
}
