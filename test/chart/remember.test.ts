import {expect} from '@open-wc/testing';
import {remember, rememberList} from '../../src/chart/remember.js';

describe('what is remembered', () => {
  it('is made anew only of something else', () => {
    let made = 0;
    const pair = remember((a: object, b: number) => ({a, b, made: ++made}));
    const one = {};
    expect(pair(one, 1)).to.equal(pair(one, 1));
    expect([pair(one, 2).made, pair({}, 2).made, pair(one, 1).made]).to.deep.equal([2, 3, 4]);
  });

  it('is the list before as long as it holds the same, in the same order', () => {
    const same = rememberList<number>();
    const first = same([1, 2]);
    expect(same([1, 2])).to.equal(first);
    expect([same([2, 1]), same([2, 1, 3]), same([])]).to.deep.equal([[2, 1], [2, 1, 3], []]);
  });
});
