import {expect} from '@open-wc/testing';
import {cleanText} from '../../src/text/clean.js';

describe('cleanText', () => {
  it('keeps ordinary text of any script', () => {
    for (const text of ['Fronius Symo GEN24 10.0 Plus', 'مضخة حرارية', 'Wärmepumpe <b>1</b> & Co', '熱泵 🏠']) {
      expect(cleanText(text)).to.equal(text);
    }
  });

  it('V14 takes out what reorders or breaks the line', () => {
    expect(cleanText(' a\u202eb\u2066c\u2069\n\td\u200f ')).to.equal('a b c d');
  });

  it('V13 cuts at 200 characters, never inside one', () => {
    expect([...cleanText('🏠'.repeat(300))]).to.have.length(200);
    expect(cleanText('🏠'.repeat(300)).endsWith('🏠…')).to.equal(true);
    expect(cleanText('x'.repeat(200))).to.have.length(200);
  });
});
