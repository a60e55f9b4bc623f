import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createFreshAnswers} from '../../demo/portal/fresh-answers.js';

/** A server whose answers are given by hand, with what it is asked. */
function askedByHand() {
  const asked: {readonly method: string | undefined; readonly answer: (text: string) => void}[] = [];
  const fetch = (_: string, {method}: RequestInit) => new Promise<Response>(resolve => {
    asked.push({method, answer: text => resolve(new Response(text))});
  });
  return {asked, fetch};
}

const untilAsked = async ({asked}: ReturnType<typeof askedByHand>, times: number) => {
  while (asked.length < times) await new Promise(setImmediate);
};

describe('an answer that was under way when something changed', () => {
  it('is asked for again, as often as something changes', async () => {
    const server = askedByHand();
    const answers = createFreshAnswers(server.fetch);
    const answer = answers.fetch('/x', {});
    for (const [n, text] of ['first', 'second'].entries()) {
      await answers.whileChanging(async () => {});
      server.asked[n]!.answer(text);
      await untilAsked(server, n + 2);
    }
    server.asked[2]!.answer('third');
    assert.equal(await (await answer).text(), 'third');
    assert.equal(server.asked.length, 3);
  });

  it('does not pass while that is going on', async () => {
    const server = askedByHand();
    const answers = createFreshAnswers(server.fetch);
    let isDone!: () => void;
    const answer = answers.fetch('/x', {});
    const change = answers.whileChanging(() => new Promise<void>(done => isDone = done));
    server.asked[0]!.answer('before');
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    assert.equal(server.asked.length, 1);
    isDone();
    await change;
    await untilAsked(server, 2);
    server.asked[1]!.answer('after');
    assert.equal(await (await answer).text(), 'after');
  });

  it('is given as it came when it was asked for after the change, or does something', async () => {
    const server = askedByHand();
    const answers = createFreshAnswers(server.fetch);
    await answers.whileChanging(async () => {});
    const [read, done] = [answers.fetch('/x', {method: 'GET'}), answers.fetch('/x', {method: 'POST'})];
    server.asked[0]!.answer('new');
    assert.equal(await (await read).text(), 'new');
    await answers.whileChanging(async () => {});
    server.asked[1]!.answer('done');
    assert.equal(await (await done).text(), 'done');
    assert.equal(server.asked.length, 2);
  });
});
