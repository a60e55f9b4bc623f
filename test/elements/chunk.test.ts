import {expect} from '@open-wc/testing';
import {loadChunk, mayLoadAgain, missingPart} from '../../src/elements/chunk.js';

const host = {requestUpdate: () => {}, addController: () => {}, removeController: () => {}, updateComplete: Promise.resolve(true)};
const fail = () => loadChunk(host, () => Promise.reject(new TypeError('Failed to fetch'))).catch((error: unknown) => error);
const succeed = () => loadChunk(host, () => Promise.resolve('a part'));

describe('a part of the script', () => {
  const {now} = Date;
  const later = (ms: number) => {
    const at = Date.now() + ms;
    Date.now = () => at;
  };

  afterEach(async () => {
    Date.now = now;
    Reflect.deleteProperty(navigator, 'onLine');
    await succeed();
  });

  it('is handed on', async () => expect(await succeed()).to.equal('a part'));

  it('that is missing says which files to serve', async () => {
    expect(await fail() === missingPart() && await fail() === missingPart()).to.equal(true);
    expect([missingPart().code, missingPart().message]).to.satisfy(([code, message]: string[]) => code === 'server' && /"chunks"/.test(message!));
  });

  it('is left alone for 2, 8, 30, then 60 seconds; elements that fail together count once', async () => {
    later(100_000);
    for (const pause of [2_000, 8_000, 30_000, 60_000, 60_000]) {
      await Promise.all([fail(), fail()]);
      later(pause - 1);
      expect(mayLoadAgain(), `${pause}`).to.equal(false);
      later(1);
      expect(mayLoadAgain(), `${pause}`).to.equal(true);
    }
  });

  it('that did not come because the browser is offline is tried as soon as it is online', async () => {
    later(1_000_000);
    Object.defineProperty(navigator, 'onLine', {configurable: true, value: false});
    await fail();
    expect([missingPart().code, mayLoadAgain()]).to.deep.equal(['offline', false]);
    Reflect.deleteProperty(navigator, 'onLine');
    expect(mayLoadAgain()).to.equal(true);
  });
});
