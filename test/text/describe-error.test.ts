import {expect} from '@open-wc/testing';
import {ERROR_CODES} from '../../src/domain/errors.js';
import {describeError} from '../../src/text/describe-error.js';
import {en} from '../../src/text/messages.js';

describe('describeError', () => {
  it('has a title and a next step for every code', () => {
    for (const code of ERROR_CODES) {
      const {title, hint} = describeError(code, 'devices');
      expect(en[title], code).to.be.a('string').and.not.equal('');
      expect(en[hint], code).to.be.a('string').and.not.equal('');
    }
  });

  it('tells the ways of failing apart', () => {
    expect(new Set(ERROR_CODES.map(code => en[describeError(code, 'devices').hint])).size).to.equal(ERROR_CODES.length);
  });

  it('says what could not be loaded', () => {
    expect((['devices', 'device', 'energy'] as const).map(subject => en[describeError('server', subject).title])).to.deep.equal([
      'Your devices could not be loaded', 'This device could not be loaded', 'Your energy figures could not be loaded',
    ]);
  });

  it('offers another try wherever one can help', () => {
    expect(ERROR_CODES.filter(code => !describeError(code, 'devices').action)).to.deep.equal(['config']);
  });
});
