import {expect} from '@open-wc/testing';
import {loadChunk, mayLoadAgain, UNLOADABLE} from '../../src/elements/chunk.js';

describe('a part of the script', () => {
  const {now} = Date;

  afterEach(() => {
    Date.now = now;
  });

  it('is handed on', async () => {
    const part = {};
    expect(await loadChunk(() => Promise.resolve(part)) === part).to.equal(true);
  });

  it('that is missing says which files to serve, and is left alone for two seconds', async () => {
    const at = now() + 60_000;
    Date.now = () => at;
    const thrown: unknown = await loadChunk(() => Promise.reject(new TypeError('Failed to fetch'))).catch((error: unknown) => error);
    expect(thrown === UNLOADABLE).to.equal(true);
    expect([UNLOADABLE.code, UNLOADABLE.message]).to.satisfy(([code, message]: string[]) => code === 'server' && /"chunks"/.test(message!));
    Date.now = () => at + 2_000;
    expect(mayLoadAgain()).to.equal(false);
    Date.now = () => at + 2_001;
    expect(mayLoadAgain()).to.equal(true);
  });
});
