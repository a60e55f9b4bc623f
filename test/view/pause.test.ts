import {expect} from '@open-wc/testing';
import {takeTurn} from '../../src/view/pause.js';

describe('turns', () => {
  it('are taken each in a task of its own, so that what waits for the same thing does not go on all at once', async () => {
    let tasks = 0;
    Object.defineProperty(globalThis, 'scheduler', {configurable: true, value: {yield: () => new Promise<void>(resolve => setTimeout(() => {
      tasks += 1;
      resolve();
    }))}});
    const turns = [1, 2, 3].map(() => takeTurn().then(() => tasks));
    expect(await Promise.all(turns)).to.deep.equal([1, 2, 3]);
    Reflect.deleteProperty(globalThis, 'scheduler');
  });
});
