import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {Snapshot} from '../../src/api/client.js';
import {understand} from '../../src/api/client.js';
import {COLLECTION_OF} from '../../src/api/routes.js';
import {withDevice} from '../../src/push/amendments.js';
import {readMessage} from '../../src/push/message.js';
import {endpointWith} from '../api/served.js';
import type {Whole} from './arbitraries.js';
import {anyJson, asText, spoiltDevice, WHOLE} from './arbitraries.js';

const RUNS = 300;

const endpoint = endpointWith();
const EMPTY: Snapshot = {devices: [], flagged: new Map(), dropped: 0, isServedStale: false, ageMs: 0, text: ''};

/** What a list of the message's kind shows after it. */
function shownAfter(text: string): Snapshot {
  const message = readMessage(text);
  return message?.is === 'device' ? withDevice(EMPTY, understand([message.device], endpoint, message.kind, EMPTY)) : EMPTY;
}

const textOf = ({kind, json}: Pick<Whole, 'kind' | 'json'>): string => JSON.stringify({collection: COLLECTION_OF[kind], device: json});

describe('a message of a stream in which anything is wrong', () => {
  it('is a device all the same in at least 70 of 100 cases, and never two', () => {
    let [cases, devices] = [0, 0];
    fc.assert(fc.property(spoiltDevice, whole => {
      const after = shownAfter(textOf(whole));
      expect(after.devices.length).to.be.at.most(1);
      cases += 1;
      devices += after.devices.length;
    }), {numRuns: RUNS});
    expect(devices / cases, `${devices} devices of ${cases} cases`).to.be.at.least(0.7);
  });

  it('is nothing, or a device, whatever it is', () => {
    const collection = fc.constantFrom(...Object.values(COLLECTION_OF));
    const fields = {collection: fc.oneof(collection, anyJson), device: anyJson, id: anyJson, deleted: anyJson};
    const messages = fc.oneof(anyJson, fc.record(fields, {requiredKeys: []}));
    fc.assert(fc.property(asText(messages), text => {
      for (const {id} of shownAfter(text).devices) expect(id).to.be.a('string');
    }), {numRuns: RUNS});
  });

  it('is the device where nothing is wrong', () => {
    expect(WHOLE.map(whole => shownAfter(textOf(whole)).devices.length)).to.not.include(0);
  });
});
