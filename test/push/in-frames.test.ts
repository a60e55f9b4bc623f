import {aTimeout, expect, nextFrame} from '@open-wc/testing';
import {InFrames} from '../../src/push/in-frames.js';

let handed: (readonly string[])[];
let frames: InFrames;

beforeEach(() => {
  handed = [];
  frames = new InFrames(texts => handed.push(texts));
});

describe('what comes on a stream', () => {
  it('is handed on once a frame, in its order', async () => {
    for (const text of ['a', 'b', 'c']) frames.put(text);
    expect(handed).to.deep.equal([]);
    await nextFrame();
    frames.put('d');
    await nextFrame();
    await aTimeout(300);
    expect(handed).to.deep.equal([['a', 'b', 'c'], ['d']]);
  });

  it('is handed on without frames too, a little later', async () => {
    const {requestAnimationFrame: frame} = window;
    window.requestAnimationFrame = () => 0;
    frames.put('a');
    window.requestAnimationFrame = frame;
    await aTimeout(350);
    expect(handed).to.deep.equal([['a']]);
  });

  it('is not kept without end', () => {
    for (let n = 0; n < 2500; n++) frames.put(String(n));
    expect(handed.map(texts => texts.length)).to.deep.equal([1000, 1000]);
    frames.drop();
  });

  it('is handed to nobody once it was dropped', async () => {
    frames.put('a');
    frames.drop();
    await aTimeout(300);
    expect(handed).to.deep.equal([]);
  });
});
