import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createOutbox, type Message} from '../../../src/proxy/outbox.js';
import {openStream, type Stream} from '../../../src/proxy/stream.js';
import {createStreams} from '../../../src/proxy/streams.js';
import {createParts} from '../../../src/proxy/create-parts.js';
import {checkOptions} from '../../../src/proxy/options.js';
import {answerEvents} from '../../../src/proxy/events.js';
import {optionsFor} from '../setup.js';

const BEAT_MS = 25_000;
const about = (device: string, text: string): Message => ({about: device, text});

/** A stream of a watch that tells what the test says. */
function open(check: () => Promise<boolean | undefined> = () => Promise.resolve(true)) {
  let tell: (message: Message) => void = () => {};
  const stream = openStream({listeners: 1, listen: hear => { tell = hear; return () => { tell = () => {}; }; }}, check);
  return {stream, tell: (message: Message) => tell(message)};
}

const takeAll = async (stream: Stream) => { while (await stream.take() !== undefined); };

describe('an outbox', () => {
  it('keeps the latest of each device only, in the order in which they first changed', async () => {
    const outbox = createOutbox();
    for (let i = 0; i < 1000; i++) for (const name of ['a', 'b']) outbox.put(about(name, `${name}${i}`));
    assert.deepEqual([await outbox.take(), await outbox.take(), outbox.isEmpty], ['a999', 'b999', true]);
  });

  it('hands over what comes later, and ends whoever waits', async () => {
    const outbox = createOutbox();
    const [first] = [outbox.take()];
    outbox.put(about('a', '1'));
    assert.equal(await first, '1');
    const second = outbox.take();
    outbox.end();
    outbox.put(about('a', '2'));
    assert.deepEqual([await second, await outbox.take()], [undefined, undefined]);
  });
});

describe('a stream', () => {
  it('makes an event only when it is asked for one, so that a page that does not read gets the last state', async () => {
    const {stream, tell} = open();
    const reader = answerEvents(stream, new Request('http://portal.example/')).body!.getReader();
    for (let i = 0; i <= 1000; i++) {
      tell(about('a', String(i)));
      await new Promise(setImmediate);
    }
    const read = [await reader.read(), await reader.read()].map(({value}) => new TextDecoder().decode(value));
    stream.end('closed');
    assert.deepEqual(read, ['data: {"type":"heartbeat"}\n\n', 'data: 1000\n\n']);
    assert.equal((await reader.read()).done, true);
  });

  it('beats every 25 seconds', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const {stream} = open();
    await stream.take();
    for (let i = 0; i < 3; i++) {
      t.mock.timers.tick(BEAT_MS);
      assert.equal(await stream.take(), '{"type":"heartbeat"}');
    }
    stream.end('left');
  });

  it('is dropped when nothing was taken of it for a minute', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const {stream} = open();
    await stream.take();
    for (let i = 0; i < 6; i++) t.mock.timers.tick(BEAT_MS);
    assert.equal(await stream.ended, 'unread');
  });

  for (const [name, check, why] of [
    ['when the session has ended or is another customer\'s', () => Promise.resolve(false), 'signed-out'],
    ['when the portal fails to say whose the session is', () => Promise.resolve(undefined), 'unsure'],
    ['when the portal never says whose the session is', () => new Promise<boolean>(() => {}), 'unsure'],
  ] as const) {
    it(`ends ${name}`, async t => {
      t.mock.timers.enable({apis: ['setInterval']});
      const {stream} = open(check);
      void takeAll(stream);
      for (let i = 0; i < 4; i++) {
        t.mock.timers.tick(BEAT_MS);
        await new Promise(setImmediate);
      }
      assert.equal(await stream.ended, why);
    });
  }

  it('is one of so many in all', () => {
    const parts = createParts(checkOptions(optionsFor({apiUrl: 'http://127.0.0.1:9/', tokenUrl: 'http://127.0.0.1:9/'}, {log() {}})));
    const streams = createStreams(parts, 2);
    const opened = ['a', 'b', 'c'].map(user => streams.open(`org/o/users/${user}`, new Request('http://portal.example/'), 'events'));
    assert.deepEqual(opened.map(one => one instanceof Response ? one.status : 'open'), ['open', 'open', 503]);
    streams.close();
  });
});
