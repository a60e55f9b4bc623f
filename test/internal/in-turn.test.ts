import {expect} from '@open-wc/testing';
import {inTurn} from '../../src/internal/in-turn.js';

/** Tasks that end when they are told, and which of them have begun. */
function makeTasks(count: number) {
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const tasks = Array.from({length: count}, (_, index) => () => new Promise<number>(resolve => {
    begun.push(index);
    ends[index] = () => resolve(index);
  }));
  return {begun, ends, tasks};
}

const LASTING = new AbortController().signal;

const settle = () => new Promise(resolve => setTimeout(resolve));

describe('tasks in turn', () => {
  it('run four at a time, the others in their order', async () => {
    const {begun, ends, tasks} = makeTasks(6);
    const done = Promise.all(tasks.map(task => inTurn(task, LASTING)));
    await settle();
    expect(begun).to.deep.equal([0, 1, 2, 3]);
    ends[2]!();
    await settle();
    expect(begun).to.deep.equal([0, 1, 2, 3, 4]);
    ends[0]!();
    await settle();
    for (const end of ends) end();
    expect(await done).to.deep.equal([0, 1, 2, 3, 4, 5]);
  });

  it('go on after tasks that failed, however they failed', async () => {
    const failures = await Promise.allSettled(Array.from({length: 5}, (_, index) => inTurn(() => {
      if (index % 2) return Promise.reject(new Error('late'));
      throw new Error('at once');
    }, LASTING)));
    expect(failures.map(({status}) => status)).to.deep.equal(Array(5).fill('rejected'));
    expect(await inTurn(() => Promise.resolve('next'), LASTING)).to.equal('next');
  });

  it('never begin once they are withdrawn, though each is withdrawn in a timer of its own', async () => {
    const {begun, tasks} = makeTasks(12);
    const aborts = tasks.map(() => new AbortController());
    const until = (signal: AbortSignal) => new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const done = Promise.allSettled(tasks.map((task, index) => {
      const {signal} = aborts[index]!;
      return inTurn(() => Promise.race([task(), until(signal)]), signal);
    }));
    for (const abort of aborts) setTimeout(() => abort.abort());
    expect((await done).map(({status}) => status)).to.deep.equal(Array(12).fill('rejected'));
    expect(begun).to.deep.equal([0, 1, 2, 3]);
    expect(await inTurn(() => Promise.resolve('next'), LASTING)).to.equal('next');
  });
});
