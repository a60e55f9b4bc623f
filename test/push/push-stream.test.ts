import {expect} from '@open-wc/testing';
import type {Verdict} from '../../src/polling/poll-state.js';
import {PushStream} from '../../src/push/push-stream.js';
import {settle, START, World} from '../polling/world.js';

const MINUTE = 60_000;

/** One opened connection, as its server has it. */
interface Line {
  readonly at: number;
  readonly signal: AbortSignal;
  readonly say: (text: string) => void;
  readonly end: () => void;
  readonly fail: (error: unknown) => void;
}

let world: World;
let lines: Line[];
let texts: string[];
let changes: (number | undefined)[];
let verdict: (failures: number) => Verdict;

beforeEach(() => {
  world = new World();
  [lines, texts, changes] = [[], [], []];
  verdict = failures => ({next: failures * 1000, forget: false});
});

function streamOf(): PushStream {
  const stream: PushStream = new PushStream({
    read: (signal, say) => new Promise((end, fail) => lines.push({at: world.wallMs() - START, signal, say, end, fail})),
    judge: (_, failures) => verdict(failures),
    surroundings: world,
    onText: text => texts.push(text),
    onChange: () => changes.push(stream.livelySince === undefined ? undefined : stream.livelySince - START),
    onFailure: () => {},
  });
  return stream;
}

const last = () => lines.at(-1)!;
const opened = () => lines.map(({at}) => at);

describe('a push stream', () => {
  it('is opened at once, and lively from its first text on', async () => {
    streamOf().start();
    expect([opened(), changes]).to.deep.equal([[0], []]);
    await world.pass(100);
    last().say('a');
    last().say('b');
    expect([texts, changes]).to.deep.equal([['a', 'b'], [100]]);
  });

  it('is one, however often it is started', () => {
    const stream = streamOf();
    stream.start();
    stream.start();
    expect(opened()).to.deep.equal([0]);
  });

  it('is taken for dead when it has been silent for 60 s, and opened again', async () => {
    streamOf().start();
    last().say('a');
    await world.pass(59_999);
    last().say('b');
    await world.pass(59_999);
    expect([lines.length, changes]).to.deep.equal([1, [0]]);
    await world.pass(1);
    expect([lines[0]!.signal.aborted, changes]).to.deep.equal([true, [0, undefined]]);
    await world.pass(1000);
    expect(opened()).to.deep.equal([0, 119_999 + 1 + 999]);
  });

  it('that never says anything is given up as well', async () => {
    streamOf().start();
    await world.pass(MINUTE + 1000);
    expect([lines[0]!.signal.aborted, lines.length, changes]).to.deep.equal([true, 2, []]);
  });

  it('that ends or breaks is opened again after pauses that grow', async () => {
    streamOf().start();
    last().end();
    await settle();
    await world.pass(1000);
    last().fail(new Error('reset'));
    await settle();
    await world.pass(2000);
    last().fail(new Error('reset'));
    await settle();
    await world.pass(3000);
    expect(opened()).to.deep.equal([0, 1000, 3000, 6000]);
  });

  it('counts its failures anew only after it has lived for a while', async () => {
    streamOf().start();
    for (const pause of [1000, 2000]) {
      last().say('a');
      last().end();
      await settle();
      await world.pass(pause);
    }
    last().say('a');
    await world.pass(50_000);
    last().say('a');
    await world.pass(50_000);
    last().say('a');
    last().end();
    await settle();
    await world.pass(1000);
    expect(opened()).to.deep.equal([0, 1000, 3000, 104_000]);
  });

  it('that is open but says nothing is a failure each time', async () => {
    streamOf().start();
    await world.pass(61_000 + 62_000 + 63_000);
    expect(opened()).to.deep.equal([0, 61_000, 123_000, 186_000]);
  });

  it('is let go of when it is refused or breaks: what nobody reads is not sent', async () => {
    streamOf().start();
    last().fail(new Error('a web page without end'));
    await settle();
    expect(lines[0]!.signal.aborted).to.equal(true);
  });

  it('does not wait again because the clock was set back while it waited', async () => {
    streamOf().start();
    last().end();
    await settle();
    world.setWall(-60 * MINUTE);
    await world.pass(1000);
    expect(lines.length).to.equal(2);
  });

  it('waits about five minutes where no earlier try is worth it', async () => {
    verdict = () => ({next: 'interval', forget: false});
    streamOf().start();
    last().end();
    await settle();
    await world.pass(5 * MINUTE);
    expect(opened()).to.deep.equal([0, 5 * MINUTE]);
  });

  it('is not opened before the instant that a server has named', async () => {
    verdict = () => ({next: 1000, notBefore: START + 10 * MINUTE, forget: false});
    streamOf().start();
    last().fail('busy');
    await settle();
    await world.pass(10 * MINUTE - 1);
    expect(opened()).to.deep.equal([0]);
    await world.pass(1);
    expect(opened()).to.deep.equal([0, 10 * MINUTE]);
  });

  it('stops where nothing will change by itself, until the page is shown again or somebody else listens', async () => {
    verdict = () => ({next: 'never', forget: true});
    const stream = streamOf();
    stream.start();
    last().fail('signed out');
    await settle();
    await world.pass(60 * MINUTE);
    expect(opened()).to.deep.equal([0]);
    await world.show();
    last().fail('signed out');
    await settle();
    stream.start();
    expect(opened()).to.deep.equal([0, 60 * MINUTE, 60 * MINUTE]);
  });

  it('takes nothing from a line that it has given up', async () => {
    streamOf().start();
    const [first] = lines;
    await world.pass(MINUTE);
    first!.say('late');
    expect(texts).to.deep.equal([]);
  });
});

describe('a push stream and its page', () => {
  it('is closed while the page is hidden, and opened when it is shown', async () => {
    streamOf().start();
    last().say('a');
    await world.hide();
    expect([lines[0]!.signal.aborted, changes]).to.deep.equal([true, [0, undefined]]);
    await world.pass(10 * MINUTE);
    expect(opened()).to.deep.equal([0]);
    await world.show();
    expect(opened()).to.deep.equal([0, 10 * MINUTE]);
  });

  it('is not opened on a hidden page', async () => {
    world.isAway = true;
    streamOf().start();
    await world.pass(MINUTE);
    expect(opened()).to.deep.equal([]);
  });

  it('does not hurry because the page is hidden and shown', async () => {
    verdict = () => ({next: 30_000, forget: false});
    streamOf().start();
    last().end();
    await settle();
    await world.hide();
    await world.show();
    await world.pass(29_999);
    expect(opened()).to.deep.equal([0]);
    await world.pass(1);
    expect(opened()).to.deep.equal([0, 30_000]);
  });

  it('is opened at once when the network is back, and not for that when it is open', async () => {
    verdict = () => ({next: 30_000, forget: false});
    streamOf().start();
    last().fail('gone');
    await settle();
    await world.pass(1000);
    await world.tell('online');
    await world.tell('online');
    expect(opened()).to.deep.equal([0, 1000]);
  });

  it('begins with the shortest pause again when the network is back', async () => {
    streamOf().start();
    for (const pause of [1000, 2000, 0]) {
      last().fail('gone');
      await settle();
      await world.pass(pause);
    }
    await world.tell('online');
    last().fail('gone');
    await settle();
    await world.pass(1000);
    expect(opened()).to.deep.equal([0, 1000, 3000, 3000, 4000]);
  });

  it('believes that the network is back once in 15 s, and goes on by its pauses between', async () => {
    streamOf().start();
    for (let second = 0; second < 20; second += 0.5) {
      await world.tell('offline');
      await world.tell('online');
      last().fail('gone');
      await settle();
      await world.pass(500);
    }
    // Forty times back, believed at the first after a failure; the next is 15 s later, whatever the pause.
    expect(opened()).to.deep.equal([0, 500, 1500, 3500, 6500, 10_500, 15_500]);
  });

  it('is not tried again by the network\'s return where the customer was refused', async () => {
    verdict = () => ({next: 'never', forget: true});
    streamOf().start();
    last().fail('signed out');
    await settle();
    await world.tell('online');
    expect(opened()).to.deep.equal([0]);
  });

  it('leaves nothing when it is stopped', async () => {
    const stream = streamOf();
    stream.start();
    last().say('a');
    stream.stop();
    expect([lines[0]!.signal.aborted, world.leftovers, stream.livelySince]).to.deep.equal([true, 0, undefined]);
    stream.start();
    last().end();
    await settle();
    stream.stop();
    expect(world.leftovers).to.equal(0);
  });
});
