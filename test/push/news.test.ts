import {aTimeout, expect} from '@open-wc/testing';
import type {Snapshot} from '../../src/api/client.js';
import {readKey} from '../../src/api/endpoint.js';
import {WIRE} from '../../src/elements/wire.js';
import type {Poller} from '../../src/polling/poller.js';
import type {Message} from '../../src/push/message.js';
import {News} from '../../src/push/news.js';
import {endpointWith} from '../api/served.js';
import {until} from '../elements/shown.js';

const HINT: Message = {is: 'hint', kind: 'inverter', id: '1'};
const GONE: Message = {is: 'deleted', kind: 'inverter', id: '1'};

let read: string[];
let isHidden: boolean;
let news: News;
const {random} = Math;
const {now} = performance;

beforeEach(() => {
  [read, isHidden] = [[], false];
  Math.random = () => 0;
  const findPoller = (_: string, key: string) => ({
    amend: (change: (before: Snapshot) => Snapshot) => change({devices: [], flagged: new Map()} as unknown as Snapshot),
    refresh: () => void read.push(key),
  }) as unknown as Poller<unknown>;
  const endpoint = endpointWith();
  news = new News({...WIRE, readKey, findPoller, browserSurroundings: {...WIRE.browserSurroundings, isHidden: () => isHidden}}, () => [endpoint, endpoint]);
});

afterEach(() => {
  news.drop();
  Math.random = random;
  performance.now = now;
});

it('a hostile message does not take the others along', () => {
  const hostile = {is: 'device', kind: 'inverter', device: {id: {toString: null}}} as const;
  expect(() => news.tell([hostile])).not.to.throw();
});

describe('what a stream hints at', () => {
  it('is read once for many, soon, also in a page that has just begun', async () => {
    performance.now = () => 100;
    for (let n = 0; n < 50; n++) news.tell([HINT, HINT]);
    await aTimeout(50);
    expect(read).to.deep.equal([]);
    await until(() => read.length);
    expect(read).to.deep.equal(['key inverter', 'key inverter 1']);
  });

  it('is read again no sooner than after 5 s', async () => {
    news.tell([HINT]);
    await until(() => read.length);
    news.tell([HINT]);
    await aTimeout(400);
    expect(read.length).to.equal(2);
  });

  it('is not read while the page is hidden, but with the first word after that', async () => {
    news.tell([HINT]);
    isHidden = true;
    await aTimeout(400);
    expect(read).to.deep.equal([]);
    isHidden = false;
    news.tell([]);
    await until(() => read.length);
  });

  it('is one read of a device\'s own, however often the device is said to be gone', async () => {
    for (let n = 0; n < 50; n++) news.tell([GONE]);
    expect(read).to.deep.equal([]);
    await until(() => read.length);
    expect(read).to.deep.equal(['key inverter 1']);
  });
});
