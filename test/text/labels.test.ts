import {expect} from '@open-wc/testing';
import {labelsAsJson, withLabels} from '../../src/text/labels.js';
import {messages as german} from '../../src/text/locales/de.js';
import {en} from '../../src/text/messages.js';
import {speechFor} from '../../src/text/speech.js';

/** The catalogue with these labels, and what the developer is told. */
function read(labels: unknown) {
  const lines: string[] = [];
  const messages = withLabels(en, labelsAsJson(labels as string), line => lines.push(line));
  return {messages, lines};
}

describe('labels', () => {
  it('take the place of single texts', () => {
    const {messages, lines} = read('{"your-devices": "At home", "updated": "{age}"}');
    expect([messages['your-devices'], messages.updated, messages.retry]).to.deep.equal(['At home', '{age}', 'Try again']);
    expect(lines).to.deep.equal([]);
  });

  it('are an object or its JSON', () => {
    expect(read({retry: 'Once more'}).messages).to.deep.equal(read('{"retry": "Once more"}').messages);
  });

  it('that are none change nothing', () => {
    for (const none of [undefined, null, 'null', '', '  ', {}]) expect(read(none)).to.deep.equal({messages: en, lines: []});
  });

  for (const [fault, labels, named] of [
    ['a key that does not exist', {'heatpump': 'Pump'}, '"heatpump"'],
    ['a key of every object', '{"__proto__": "x"}', '"__proto__"'],
    ['a text that is none', {heating: 5}, '"heating"'],
    ['a text without a letter', {heating: ' '}, '"heating"'],
    ['a placeholder that is not filled', {updated: '{time} {age}'}, '{time}'],
    ['a placeholder where there are none', {retry: '{count}'}, '{count}'],
  ] as const) {
    it(`are used without ${fault}, which is named`, () => {
      const own = {...JSON.parse(labelsAsJson(labels as string)), cooling: 'Cool'};
      const {messages, lines} = read(typeof labels === 'string' ? labels.replace('}', ', "cooling": "Cool"}') : own);
      expect(messages).to.deep.equal({...en, cooling: 'Cool'});
      expect(lines.length).to.equal(1);
      expect(lines[0]).to.match(/^labels: /).and.contain(named);
    });
  }

  it('that cannot be read are said to be so, and are not used', () => {
    const circle: Record<string, unknown> = {};
    circle['circle'] = circle;
    for (const unreadable of ['{retry: 1}', '["a"]', '5', 'true', ['a'], circle, 7]) {
      const {messages, lines} = read(unreadable);
      expect(messages).to.deep.equal(en);
      expect(lines).to.have.length(1);
      expect(lines[0]).to.match(/^labels cannot be used/);
    }
  });

  it('go before the words of every language', () => {
    const wording = {messages: german, labels: {'devices-other': '{count} Dinge'}};
    const {say} = speechFor('de', 'UTC', wording);
    expect([say('devices', {count: 2}), say('devices', {count: 1})]).to.deep.equal(['2 Dinge', '1 Gerät.']);
    expect(speechFor('de', 'UTC', wording).say).to.equal(say);
    expect(speechFor('de', 'UTC', {messages: german}).say('devices', {count: 2})).to.equal('2 Geräte.');
  });
});
