import {expect} from '@open-wc/testing';
import {warnOnce} from '../../src/internal/warn-once.js';

describe('a warning', () => {
  it('is written once, however often it is given, and says who speaks', () => {
    const {warn} = console;
    const lines: unknown[][] = [];
    console.warn = (...line: unknown[]) => lines.push(line);
    for (const message of ['The first.', 'The second.', 'The first.']) warnOnce(message);
    console.warn = warn;
    expect(lines).to.deep.equal([['podero-widgets: The first.'], ['podero-widgets: The second.']]);
  });
});
