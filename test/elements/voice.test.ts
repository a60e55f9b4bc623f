import {expect, fixture, html} from '@open-wc/testing';
import {LitElement} from 'lit';
import {loadChunk} from '../../src/elements/chunk.js';
import {withEmbedProperties} from '../../src/elements/embed-properties.js';
import {languageNamed} from '../../src/elements/languages.js';
import {WIRE} from '../../src/elements/wire.js';
import {Voice} from '../../src/elements/voice.js';
import {languageOf} from '../../src/text/language.js';
import {messages} from '../../src/text/locales/de.js';
import {speechFor} from '../../src/text/speech.js';
import {displayOf} from '../../src/view/display.js';
import {observeLanguage} from '../../src/view/observe-language.js';
import {until} from './shown.js';

class Speaker extends withEmbedProperties(LitElement) {
  readonly voice = new Voice(this);
  /** Everything it has said, in its order. */
  readonly said: string[] = [];
  #stop = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = observeLanguage(this, languageOf, () => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  override render(): string {
    const {say, locale} = this.voice.speechBy({speechFor, displayOf: host => displayOf(host, WIRE)});
    const words = this.voice.isReady ? `${say('table')} ${locale}` : '';
    if (words !== this.said.at(-1)) this.said.push(words);
    return words;
  }
}
customElements.define('test-speaker', Speaker);

const german = languageNamed('de')!;
const {load} = german;
let answers: {come: () => void; fail: () => void}[];

const speak = async (lang: string) => {
  const outer = await fixture<HTMLElement>(html`<div lang=${lang}><test-speaker></test-speaker></div>`);
  const speaker = outer.firstElementChild as Speaker;
  await speaker.updateComplete;
  return {outer, speaker, last: (words: string) => until(() => speaker.said.at(-1) === words, `never says ${words}`)};
};

describe('Voice', () => {
  const {now} = Date;
  const {warn} = console;
  const lines: string[] = [];

  beforeEach(() => {
    answers = [];
    // As on a page that has not met German yet: the test says when it comes.
    delete german.messages;
    Object.assign(german, {load: () => new Promise((resolve, reject) => {
      answers.push({come: () => resolve({messages}), fail: () => reject(new TypeError('Failed to fetch'))});
    })});
    console.warn = (line: string) => lines.push(line);
  });

  afterEach(async () => {
    Object.assign(german, {load});
    Object.assign(Date, {now});
    console.warn = warn;
    await loadChunk(document.createElement('test-speaker') as Speaker, () => Promise.resolve());
  });

  it('asks for a language as soon as it stands in the page, and says nothing before it is there', async () => {
    const {speaker, last} = await speak('de-AT');
    expect(answers.length).to.equal(1);
    speaker.requestUpdate();
    await speaker.updateComplete;
    answers[0]!.come();
    await last('Tabelle de-AT');
    expect([speaker.said, answers.length]).to.deep.equal([['', 'Tabelle de-AT'], 1]);
  });

  it('speaks English at once, also where the page speaks what is not among its languages', async () => {
    for (const [lang, locale] of [['en-US', 'en-US'], ['fr', 'en-GB'], ['gsw', 'en-GB'], ['den', 'en-GB'], ['constructor', 'en-GB']] as const) {
      expect((await speak(lang)).speaker.said).to.deep.equal([`Table ${locale}`]);
    }
    expect(answers).to.deep.equal([]);
  });

  it('keeps its words until those of another language are there, then follows at once', async () => {
    const {outer, speaker, last} = await speak('en');
    outer.lang = 'de-CH';
    await until(() => answers.length === 1);
    await speaker.updateComplete;
    answers[0]!.come();
    await last('Tabelle de-CH');
    for (const [lang, words] of [['en', 'Table en-GB'], ['de_x', 'Tabelle de']] as const) {
      outer.lang = lang;
      await last(words);
    }
    expect(speaker.said).to.deep.equal(['Table en-GB', 'Tabelle de-CH', 'Table en-GB', 'Tabelle de']);
  });

  it('stays with a language that came back into force while another was on its way', async () => {
    const {outer, speaker} = await speak('en');
    outer.lang = 'de';
    await until(() => answers.length === 1);
    outer.lang = 'en';
    answers[0]!.come();
    await speaker.voice.learning;
    await speaker.updateComplete;
    expect(speaker.said).to.deep.equal(['Table en-GB']);
  });

  it('speaks English where its language does not come, says so once, and tries again after a pause', async () => {
    const {speaker, last} = await speak('de');
    answers[0]!.fail();
    await last('Table en-GB');
    speaker.requestUpdate();
    await speaker.updateComplete;
    expect([answers.length, lines.length, lines[0]]).to.satisfy(([asked, said, line]: [number, number, string]) => asked === 1 && said === 1 && /"chunks"/.test(line));
    Date.now = () => now() + 60_000;
    speaker.requestUpdate();
    await speaker.updateComplete;
    answers[1]!.come();
    await last('Tabelle de');
    expect(speaker.said).to.deep.equal(['', 'Table en-GB', 'Tabelle de']);
  });

  it('hands on the partner\'s own words, by attribute and by property', async () => {
    const {speaker, last} = await speak('en');
    speaker.setAttribute('labels', '{"table": "Figures"}');
    await last('Figures en-GB');
    speaker.labels = {table: 'All figures'};
    await last('All figures en-GB');
    speaker.removeAttribute('labels');
    speaker.labels = undefined;
    await last('Table en-GB');
  });
});
