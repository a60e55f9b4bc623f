import {expect} from '@open-wc/testing';
import {readMessage} from '../../src/push/message.js';

const read = (message: unknown) => readMessage(JSON.stringify(message));

describe('a message of a stream', () => {
  it('brings a device, unverified', () => {
    expect(read({collection: 'heat-pumps', device: {id: '1', x: 2}})).to.deep.equal({is: 'device', kind: 'heat-pump', id: '1', device: {id: '1', x: 2}, isWhole: true});
  });

  it('brings less than the whole device where its flag says that there is more', () => {
    const isWhole = (fields: object) => read({collection: 'heat-pumps', device: {id: '1', ...fields}});
    expect(isWhole({action_needed: true})).to.have.property('isWhole', false);
    expect(isWhole({action_needed: true, actions: []})).to.have.property('isWhole', true);
    expect(isWhole({action_needed: false})).to.have.property('isWhole', true);
  });

  it('says what has to be read again, and what is gone', () => {
    expect(read({collection: 'inverters', id: '1'})).to.deep.equal({is: 'hint', kind: 'inverter', id: '1'});
    expect(read({collection: 'electric-vehicles', id: '1', deleted: true})).to.deep.equal({is: 'deleted', kind: 'electric-vehicle', id: '1'});
    expect(read({collection: 'inverters', id: '1', deleted: 'no'})).to.deep.equal({is: 'hint', kind: 'inverter', id: '1'});
  });

  for (const nothing of [{type: 'heartbeat'}, {collection: 'boilers', id: '1'}, {collection: '__proto__', id: '1'}, {collection: 'inverters'},
    {collection: 'inverters', id: 7}, {collection: 'inverters', id: ''}, {collection: 'inverters', device: 'x'}, {collection: 'inverters', device: null}, {collection: 'inverters', device: {}}, {collection: 'inverters', device: {id: {toString: 1, valueOf: null}}}, null, 3, 'x', []]) {
    it(`says nothing of a device: ${JSON.stringify(nothing)}`, () => {
      expect(read(nothing)).to.equal(undefined);
    });
  }

  it('that is no JSON says nothing', () => {
    expect(readMessage('{"collection": "inverters", ')).to.equal(undefined);
    expect(readMessage('')).to.equal(undefined);
  });
});
