import {expect} from '@open-wc/testing';
import type {LitElement} from 'lit';
import type {Snapshot} from '../../src/api/client.js';
import type {DeviceSource} from '../../src/elements/device-source.js';
import type {EmbedProperties} from '../../src/elements/embed-properties.js';
import {WIRE} from '../../src/elements/wire.js';
import type {PollState} from '../../src/polling/poll-state.js';
import {PushController} from '../../src/push/push-controller.js';
import {endpointWith, restoreFetch, serve} from '../api/served.js';
import {until} from '../elements/shown.js';

const MINUTE = 60_000;

let controller: PushController;
let source: Pick<DeviceSource, 'endpoint' | 'view' | 'pace'>;
let host: HTMLElement & {pushUrl: string | undefined; asked: number};
let line: ReadableStreamDefaultController<Uint8Array>;
let count = 0;

const readAt = (at: number, problem?: object) =>
  ({status: 'ready', value: {}, at, isRefreshing: false, ...(problem ? {problem} : {})}) as unknown as PollState<Snapshot>;
const pace = (ms: number, state: PollState<Snapshot>) => source.pace!(ms, state);

beforeEach(() => {
  serve(() => new Response(new ReadableStream({start: own => (line = own)}), {headers: {'content-type': 'text/event-stream'}}));
  host = Object.assign(document.createElement('div'), {pushUrl: `/events-${++count}`, asked: 0, requestUpdate: () => host.asked++});
  document.body.append(host);
  source = {endpoint: endpointWith(), view: {is: 'ready'} as DeviceSource['view'], pace: undefined};
  controller = new PushController(host as unknown as LitElement & EmbedProperties, source as DeviceSource, WIRE);
  controller.hostUpdated();
});

afterEach(() => {
  controller.hostDisconnected();
  host.remove();
  restoreFetch();
});

async function beat(): Promise<void> {
  await until(() => line);
  line.enqueue(new TextEncoder().encode('data: {"type": "heartbeat"}\n\n'));
  await until(() => host.asked);
}

describe('how often is polled beside a stream', () => {
  it('is as the page says until the stream has said something', () => {
    expect(pace(MINUTE, readAt(Date.now()))).to.equal(MINUTE);
  });

  it('is seldom, for what was asked for since the stream is lively', async () => {
    await beat();
    const now = Date.now();
    expect(pace(MINUTE, readAt(now + MINUTE))).to.equal(15 * MINUTE);
    expect(pace(60 * MINUTE, readAt(now + MINUTE))).to.equal(60 * MINUTE);
    expect(pace(0, readAt(now + MINUTE)), 'only on demand').to.equal(0);
  });

  it('is as the page says for what was read before, has failed, or was never read', async () => {
    await beat();
    expect(pace(MINUTE, readAt(Date.now() - MINUTE))).to.equal(MINUTE);
    expect(pace(MINUTE, readAt(Date.now() + 14_000)), 'may have been asked for before').to.equal(MINUTE);
    expect(pace(MINUTE, readAt(Date.now() + MINUTE, {error: 1}))).to.equal(MINUTE);
    expect(pace(MINUTE, {status: 'pending'})).to.equal(MINUTE);
  });

  it('is as the page says again when nobody listens any more, or the stream has ended', async () => {
    await beat();
    host.asked = 0;
    line.close();
    await until(() => host.asked);
    expect(pace(MINUTE, readAt(Date.now() + MINUTE))).to.equal(MINUTE);
  });

  it('does not depend on an address that cannot be used', () => {
    host.pushUrl = 'javascript:alert(1)';
    controller.hostUpdated();
    host.pushUrl = 'ftp://example.com';
    controller.hostUpdated();
    expect(pace(MINUTE, readAt(Date.now() + 1))).to.equal(MINUTE);
  });
});
