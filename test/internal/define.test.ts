import {expect} from '@open-wc/testing';
import {define} from '../../src/internal/define.js';

describe('defining an element', () => {
  const {info} = console;
  let lines: string[];

  beforeEach(() => {
    lines = [];
    console.info = (line: string) => lines.push(line);
  });

  afterEach(() => {
    console.info = info;
  });

  it('leaves a tag that is taken to its owner, and says so once for the page (faults L04, L05)', () => {
    const [First, Second] = [class extends HTMLElement {}, class extends HTMLElement {}];
    define('test-taken', First);
    expect(lines).to.deep.equal([]);
    define('test-taken', Second);
    define('test-taken', class extends HTMLElement {});
    expect(customElements.get('test-taken') === First).to.equal(true);
    expect(lines).to.deep.equal(['podero-widgets: <test-taken> is already defined on this page; the first definition stays.']);
  });
});
