import {expect} from '@open-wc/testing';
import type {LabelKey} from '../../src/text/messages.js';
import {en} from '../../src/text/messages.js';
import {say, sayIn} from '../../src/text/say.js';
import {ageIn, speechFor} from '../../src/text/speech.js';

describe('say', () => {
  const english = sayIn(en, 'en-GB');

  it('fills placeholders with values', () => {
    expect(say(en, 'reason-sign-in', {manufacturer: 'Nibe'})).to.equal('Sign in again at Nibe.');
  });

  it('leaves a placeholder that has no value', () => {
    expect(say(en, 'updated')).to.equal('Updated {age}');
  });

  it('takes values as text, not as patterns', () => {
    expect(say(en, 'updated', {age: '$& {age}'})).to.equal('Updated $& {age}');
  });

  it('ends no sentence with two full stops', () => {
    expect(say(en, 'reason-sign-in', {manufacturer: 'Heat Inc.'})).to.equal('Sign in again at Heat Inc.');
    expect(say(en, 'next-try', {time: '3:25 p.m.'})).to.equal('Next try at 3:25 p.m.');
  });

  it('chooses the form that goes with a count', () => {
    expect([0, 1, 2].map(count => english('devices', {count}))).to.deep.equal(['0 devices.', '1 device.', '2 devices.']);
  });

  it('falls back to the general form where a language needs one that is not written', () => {
    expect(sayIn(en, 'pl')('devices', {count: 3})).to.equal('3 devices.');
  });

  it('says "just now" below a minute, also of a moment that has not come yet', () => {
    const speech = speechFor('en');
    expect([-30, 0, 59, 60].map(seconds => ageIn(speech, new Date(1e12 - seconds * 1000), 1e12)))
      .to.deep.equal(['just now', 'just now', 'just now', '1 minute ago']);
  });
});

describe('the English catalogue', () => {
  const texts = Object.entries(en) as [LabelKey, string][];

  it('has no empty text and no text twice', () => {
    const seen = new Map<string, LabelKey>();
    for (const [key, text] of texts) {
      expect(text.trim(), key).to.equal(text);
      expect(text, key).not.to.equal('');
      expect(seen.get(text), `${key} says the same`).to.equal(undefined);
      seen.set(text, key);
    }
  });

  it('keeps statements to 19 characters and reasons to 46', () => {
    const statements: LabelKey[] = ['activity-not-known', 'heating', 'hot-water', 'cooling', 'pool-heating', 'standby', 'off', 'drawing',
      'unplugged', 'waiting', 'full', 'charging', 'feeding-grid', 'drawing-from-grid', 'self-sufficient', 'producing', 'not-producing'];
    for (const key of statements) expect(en[key].length, key).to.be.at.most(19);
    for (const [key, text] of texts) if (key.startsWith('reason-')) expect(text.length, key).to.be.at.most(46);
  });
});
