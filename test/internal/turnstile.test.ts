import {expect} from '@open-wc/testing';
import {createTurnstile} from '../../src/internal/turnstile.js';

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

const settle = () => new Promise(resolve => setTimeout(resolve));

describe('a turnstile', () => {
  it('lets so many through at once, and the others in their order', async () => {
    const {begun, ends, tasks} = makeTasks(4);
    const inTurn = createTurnstile(2);
    const done = Promise.all(tasks.map(task => inTurn(task)));
    await settle();
    expect(begun).to.deep.equal([0, 1]);
    ends[1]!();
    await settle();
    expect(begun).to.deep.equal([0, 1, 2]);
    ends[0]!();
    ends[2]!();
    await settle();
    ends[3]!();
    expect(await done).to.deep.equal([0, 1, 2, 3]);
  });

  it('goes on after a task that failed, however it failed', async () => {
    const inTurn = createTurnstile(1);
    const failures = await Promise.allSettled([
      inTurn(() => Promise.reject(new Error('late'))),
      inTurn(() => {
        throw new Error('at once');
      }),
    ]);
    expect(failures.map(({status}) => status)).to.deep.equal(['rejected', 'rejected']);
    expect(await inTurn(() => Promise.resolve('next'))).to.equal('next');
  });
});
