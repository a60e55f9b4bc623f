import {expect} from '@open-wc/testing';
import {createPicture} from '../../src/chart/chart-runtime.js';
import {until} from '../elements/shown.js';

const {requestIdleCallback} = globalThis;

afterEach(() => {
  if (requestIdleCallback) globalThis.requestIdleCallback = requestIdleCallback;
  else Reflect.deleteProperty(globalThis, 'requestIdleCallback');
});

describe('pictures of several charts', () => {
  it('are each made in an idle moment of its own, after one that warms up for all', async () => {
    const asked: (() => void)[] = [];
    globalThis.requestIdleCallback = callback => asked.push(() => callback({didTimeout: false, timeRemaining: () => 9}));
    let made = 0;
    for (let i = 0; i < 3; i++) void createPicture().then(() => made++);
    expect(asked.length).to.equal(1);
    asked[0]!();
    await until(() => asked.length === 4);
    expect(made).to.equal(0);
    for (const [index, goOn] of asked.slice(1).entries()) {
      goOn();
      await until(() => made > index);
      expect(made).to.equal(index + 1);
    }
  });
});
