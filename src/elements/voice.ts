import type {LitElement, ReactiveController} from 'lit';
import {languageOf, observeLanguage} from '../text/language.js';
import type {Speech} from '../text/speech.js';
import type {View} from '../view/view.js';
import type {EmbedProperties} from './embed-properties.js';
import {settingsOf} from './settings.js';

/** How a host speaks: in the language in force where it stands, followed live, and in the home's time zone. */
export class Voice implements ReactiveController {
  readonly #host: LitElement & EmbedProperties;
  #stopObserving: (() => void) | undefined;

  constructor(host: LitElement & EmbedProperties) {
    this.#host = host;
    host.addController(this);
  }

  speechBy({speechFor}: Pick<View, 'speechFor'>): Speech {
    return speechFor(languageOf(this.#host), settingsOf(this.#host).timeZone);
  }

  hostConnected(): void {
    this.#stopObserving = observeLanguage(this.#host, () => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#stopObserving?.();
  }
}
