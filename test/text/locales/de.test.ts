import {expect} from '@open-wc/testing';
import {messages as german} from '../../../src/text/locales/de.js';
import type {LabelKey, Messages} from '../../../src/text/messages.js';
import {en} from '../../../src/text/messages.js';
import {ageIn, speechFor} from '../../../src/text/speech.js';

/** Every catalogue beside English. */
const CATALOGUES: readonly (readonly [language: string, messages: Messages])[] = [['de', german]];

const placeholdersIn = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const keys = Object.keys(en) as LabelKey[];

for (const [language, messages] of CATALOGUES) {
  describe(`the catalogue of ${language}`, () => {
    it('says everything that English says, and nothing else', () => {
      expect(Object.keys(messages)).to.deep.equal(keys);
      for (const key of keys) expect(messages[key], key).to.match(/^\S(.*\S)?$/);
    });

    it('has the placeholders of English', () => {
      for (const key of keys) expect(placeholdersIn(messages[key]), key).to.deep.equal(placeholdersIn(en[key]));
    });

    it('has every form by which its language counts', () => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of keys.filter(key => key.endsWith('-other'))) {
        expect(messages).to.include.all.keys(forms.map(form => key.replace(/other$/, form)));
      }
    });

    it('keeps statements to 19 characters and reasons to 46', () => {
      const from = keys.indexOf('activity-not-known');
      for (const key of keys.slice(from, keys.indexOf('not-producing') + 1)) expect(messages[key].length, key).to.be.at.most(19);
      for (const key of keys.filter(key => key.startsWith('reason-'))) expect(messages[key].length, key).to.be.at.most(46);
    });

    it('leaves no sentence in English', () => {
      for (const key of keys.filter(key => en[key].includes(' '))) expect(messages[key], key).not.to.equal(en[key]);
    });
  });
}

describe('German', () => {
  const {say, format, locale} = speechFor('de-AT', 'Europe/Vienna', {messages: german});
  const NOW = Date.parse('2025-11-20T14:25:00Z');
  const at = (time: string) => new Date(`2025-11-${time}Z`);

  it('counts', () => {
    expect([0, 1, 2].map(count => say('devices', {count}))).to.deep.equal(['0 Geräte.', '1 Gerät.', '2 Geräte.']);
    expect([1, 2].map(count => say('attention', {count, total: 3}))).to.deep.equal(['1 von 3 Geräten braucht Sie.', '2 von 3 Geräten brauchen Sie.']);
  });

  it('writes numbers as its region does', () => {
    const energyIn = (tag: string) => speechFor(tag, 'UTC', {messages: german}).format.energy(1204.8).value.replace(/\s/, ' ').replace('’', '\'');
    expect([locale, format.temperature(21.45).value]).to.deep.equal(['de-AT', '21,5']);
    expect(['de', 'de-AT', 'de-CH'].map(energyIn)).to.deep.equal(['1.205', '1 205', '1\'205']);
  });

  it('tells the time', () => {
    const ago = (date: Date) => ageIn({say, format, locale}, date, NOW);
    expect([at('20T14:24:30'), at('20T14:20:00'), at('20T12:00:00'), at('18T12:00:00')].map(ago))
      .to.deep.equal(['gerade eben', 'vor 5 Minuten', 'vor 2 Stunden', 'vor 2 Tagen']);
    expect([format.clock(new Date(NOW)), format.moment(at('19T01:00:00'), NOW)]).to.deep.equal(['15:25', '19. Nov., 02:00']);
  });

  it('joins words', () => {
    expect(say('partial', {kinds: format.list([say('heat-pumps'), say('inverters')])})).to.equal('Nicht geladen: Wärmepumpen und Photovoltaik.');
  });

  it('ends no sentence with two full stops', () => {
    expect(say('reason-values-from', {time: format.since(at('18T12:00:00'), NOW)})).to.equal('Stand: 18. Nov.');
  });
});
