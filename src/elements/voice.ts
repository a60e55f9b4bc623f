import type {LitElement, ReactiveController} from 'lit';
import {warnOnce} from '../internal/warn-once.js';
import {languageOf} from '../text/language.js';
import type {Speech} from '../text/speech.js';
import type {View} from '../view/view.js';
import {loadChunk, mayLoadAgain, missingPart} from './chunk.js';
import type {EmbedProperties} from './embed-properties.js';
import type {Language} from './languages.js';
import {languageNamed} from './languages.js';

/**
 * How a host speaks: in the language in force where it stands, followed live, and in the home's time zone. While the words of a
 * language are on their way it goes on in the one before, at first not at all; where they do not come it speaks English.
 */
export class Voice implements ReactiveController {
  readonly #host: LitElement & EmbedProperties;
  /** What it speaks, as a `lang`; nothing before the first words are there. */
  #spoken: string | undefined;
  #awaited: string | undefined;
  #hasFailed = false;

  /** Settles when the awaited words are there, or cannot be had. */
  learning: Promise<void> | undefined;

  constructor(host: LitElement & EmbedProperties) {
    this.#host = host;
    host.addController(this);
  }

  get isReady(): boolean {
    return this.#spoken !== undefined;
  }

  speechBy({speechFor, displayOf}: Pick<View, 'displayOf' | 'speechFor'>): Speech {
    const {labels} = this.#host;
    const tag = this.#spoken ?? '';
    return speechFor(tag, displayOf(this.#host).timeZone, {messages: languageNamed(tag)?.messages, labels, warn: warnOnce});
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const tag = languageOf(this.#host);
    const language = languageNamed(tag);
    if (!language || language.messages) this.#spoken = tag;
    else if (tag !== this.#awaited || (this.#hasFailed && mayLoadAgain())) this.learning = this.#learn(tag, language);
  }

  async #learn(tag: string, language: Language): Promise<void> {
    this.#awaited = tag;
    this.#hasFailed = false;
    const part = await loadChunk(this.#host, language.load).catch(() => undefined);
    if (part) language.messages = part.messages;
    else warnOnce(missingPart().message);
    // Another language may be in force by now.
    if (tag !== this.#awaited) return;
    this.#hasFailed = !part;
    this.#spoken = tag;
    this.#host.requestUpdate();
  }
}
