import {expect} from '@open-wc/testing';
import {csrfOf} from '../../src/view/csrf.js';

/** Attributes that were found fault with. */
let lines: string[];
const warn = (_: HTMLElement, attribute: string): void => void lines.push(attribute);

beforeEach(() => { lines = []; });

const hostWith = ({'csrf-header': csrfHeader, 'csrf-meta': csrfMeta}: Readonly<Record<string, string>>) =>
  Object.assign(document.createElement('div'), {csrfHeader, csrfMeta});

describe('csrfOf', () => {
  const cardAsking = (attributes: Readonly<Record<string, string>>) => csrfOf(hostWith(attributes), warn);
  const addMeta = (name: string, content: string) => document.head.append(Object.assign(document.createElement('meta'), {name, content}));

  afterEach(() => document.head.querySelectorAll('meta[name^="csrf"]').forEach(meta => meta.remove()));

  it('is the header with the page\'s token as it is now', () => {
    addMeta('csrf "token"', 'first');
    const card = hostWith({'csrf-header': 'X-CSRF-Token', 'csrf-meta': 'csrf "token"'});
    expect(csrfOf(card, warn)).to.deep.equal(['X-CSRF-Token', 'first']);
    document.head.querySelector<HTMLMetaElement>('meta[name^="csrf"]')!.content = 'second';
    expect(csrfOf(card, warn)).to.deep.equal(['X-CSRF-Token', 'second']);
  });

  it('is nothing where the page says nothing, without a word', () => {
    expect(cardAsking({})).to.equal(undefined);
    expect(lines).to.deep.equal([]);
  });

  it('is nothing where one of the two is missing, and says which', () => {
    addMeta('csrf', 'token');
    expect([cardAsking({'csrf-header': 'X'}), cardAsking({'csrf-meta': 'csrf'})]).to.deep.equal([undefined, undefined]);
    expect(lines).to.deep.equal(['csrf-meta', 'csrf-header']);
  });

  it('is nothing with a name that is no header\'s, or of a meta that is not there, and says so', () => {
    addMeta('csrf', 'token');
    expect(cardAsking({'csrf-header': 'X Y:', 'csrf-meta': 'csrf'})).to.equal(undefined);
    expect(cardAsking({'csrf-header': 'X-Y', 'csrf-meta': 'csrf-not-there'})).to.equal(undefined);
    expect(lines).to.deep.equal(['csrf-header', 'csrf-meta']);
  });
});
