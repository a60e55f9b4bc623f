import {expect} from '@open-wc/testing';
import {pause, takeTurn} from '../../src/view/pause.js';
import {useScheduler} from './scheduler.js';

describe('a pause', () => {
  it('is over where the browser refuses one', async () => {
    const restore = useScheduler({yield: () => Promise.reject(new DOMException('', 'AbortError'))});
    await pause().finally(restore);
  });
});

describe('turns', () => {
  it('are taken each in a task of its own, so that what waits for the same thing does not go on all at once', async () => {
    let tasks = 0;
    const restore = useScheduler({yield: () => new Promise<void>(resolve => setTimeout(() => {
      tasks += 1;
      resolve();
    }))});
    const turns = [1, 2, 3].map(() => takeTurn().then(() => tasks));
    expect(await Promise.all(turns)).to.deep.equal([1, 2, 3]);
    restore();
  });
});
