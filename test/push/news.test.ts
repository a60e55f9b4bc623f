import {aTimeout, expect} from '@open-wc/testing';
import type {Snapshot} from '../../src/api/client.js';
import {readKey} from '../../src/api/endpoint.js';
import {WIRE} from '../../src/elements/wire.js';
import type {PollState} from '../../src/polling/poll-state.js';
import type {Poller} from '../../src/polling/poller.js';
import type {Message} from '../../src/push/message.js';
import {News} from '../../src/push/news.js';
import {endpointWith} from '../api/served.js';
import {until} from '../elements/shown.js';

const HINT: Message = {is: 'hint', kind: 'inverter', id: '1'};
const GONE: Message = {is: 'deleted', kind: 'inverter', id: '1'};

const readyWith = (differences = {}) => ({status: 'ready', isRefreshing: false, ...differences}) as unknown as PollState<Snapshot>;

let read: string[];
let amended: [key: string, changes: number][];
let isHidden: boolean;
/** Of every poller. */
let state: PollState<Snapshot>;
let news: News;
const {random} = Math;
const {now} = performance;

beforeEach(() => {
  [read, isHidden] = [[], false];
  [state, amended] = [readyWith(), []];
  Math.random = () => 0;
  const pollers = new Map<string, Poller<unknown>>();
  const findPoller = (_: string, key: string) => pollers.get(key) ?? pollers.set(key, pollerOf(key)).get(key);
  const pollerOf = (key: string) => ({
    get state() {
      return state;
    },
    amend: (changes: readonly unknown[]) => void amended.push([key, changes.length]),
    refresh: () => {
      read.push(key);
      return Promise.resolve();
    },
  }) as unknown as Poller<unknown>;
  const endpoint = endpointWith();
  news = new News({...WIRE, readKey, findPoller, browserSurroundings: {...WIRE.browserSurroundings, isHidden: () => isHidden}}, () => [endpoint, endpoint]);
});

afterEach(() => {
  news.drop();
  Math.random = random;
  performance.now = now;
});

const deviceMessage = (id: string, differences = {}): Message => ({is: 'device', kind: 'inverter', id, device: {id}, isWhole: true, ...differences});

describe('what a stream brings', () => {
  it('reaches the list and the device\'s own poller, each once for many', () => {
    news.tell([deviceMessage('1'), deviceMessage('1'), deviceMessage('2')]);
    expect(amended).to.deep.equal([['key inverter', 3], ['key inverter 1', 2], ['key inverter 2', 1]]);
  });

  it('lets the device\'s own poller read where something stands only in its detail', async () => {
    news.tell([deviceMessage('1', {isWhole: false})]);
    expect(amended).to.deep.equal([['key inverter', 1]]);
    await until(() => read.length);
    expect(read).to.deep.equal(['key inverter 1']);
  });
});

describe('what a stream hints at', () => {
  it('is read once for many, soon, also in a page that has just begun', async () => {
    performance.now = () => 100;
    for (let n = 0; n < 50; n++) news.tell([HINT, HINT]);
    await aTimeout(50);
    expect(read).to.deep.equal([]);
    await aTimeout(1_500);
    expect(read).to.deep.equal(['key inverter', 'key inverter 1']);
  });

  it('is read once more where a read was under way, which was asked before it', async () => {
    state = readyWith({isRefreshing: true});
    news.tell([GONE]);
    await until(() => read.length === 2);
    expect(read).to.deep.equal(['key inverter 1', 'key inverter 1']);
  });

  it('is left to its own delays where reading fails', async () => {
    state = readyWith({problem: {error: 1}});
    news.tell([HINT]);
    await aTimeout(400);
    expect(read).to.deep.equal([]);
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
