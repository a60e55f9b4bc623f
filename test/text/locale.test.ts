import {expect} from '@open-wc/testing';
import {localeOf} from '../../src/text/locale.js';
import {messages as german} from '../../src/text/locales/de.js';

describe('localeOf', () => {
  it('keeps the regions of English and falls back to British English', () => {
    const expected = {'en-US': 'en-US', 'en-gb': 'en-GB', 'en': 'en-GB', 'fr': 'en-GB', 'de-AT': 'en-GB', 'en-Latn-IE-u-nu-arab': 'en-IE'};
    for (const [tag, locale] of Object.entries(expected)) expect(localeOf(tag), tag).to.equal(locale);
  });

  it('keeps the regions of a language whose words are there', () => {
    const expected = {'de': 'de', 'de-AT': 'de-AT', 'DE-ch': 'de-CH', 'de-Latn-LI': 'de-LI', 'de-1996': 'de'};
    for (const [tag, locale] of Object.entries(expected)) expect(localeOf(tag, german), tag).to.equal(locale);
  });

  it('T14 takes no tag amiss', () => {
    for (const tag of ['', 'xx-invalid', 'en_US', '-', '日本', 'a'.repeat(99)]) expect(localeOf(tag), tag).to.equal('en-GB');
    for (const tag of ['de-x', 'de_AT', 'de-']) expect(localeOf(tag, german), tag).to.equal('de');
  });
});
