import {expect} from '@open-wc/testing';
import {localeOf} from '../../src/text/locale.js';

describe('localeOf', () => {
  it('keeps the regions of English and falls back to British English', () => {
    const expected = {'en-US': 'en-US', 'en-gb': 'en-GB', 'en': 'en-GB', 'de': 'en-GB', 'de-AT': 'en-GB', 'en-Latn-IE-u-nu-arab': 'en-IE'};
    for (const [tag, locale] of Object.entries(expected)) expect(localeOf(tag), tag).to.equal(locale);
  });

  it('takes no tag amiss', () => {
    for (const tag of ['', 'xx-invalid', 'en_US', '-', '日本', 'a'.repeat(99)]) expect(localeOf(tag), tag).to.equal('en-GB');
  });
});
