import assert from 'node:assert/strict';
import {afterEach, describe, it} from 'node:test';
import {enginesForOurs, findEngines} from '../../dist-config/browsers.mjs';

const there = (packages: string) => ({find: () => ({executablePath: `/usr/bin/${packages}`}), variable: 'BROWSER_PATH', packages});
const absent = (packages: string) => ({find: () => undefined, variable: 'BROWSER_PATH', packages});

const TWO = {Chromium: there('chromium'), Firefox: there('firefox-esr'), WebKit: absent('webkit2gtk-driver xvfb')};
const NONE = {Chromium: absent('chromium'), Firefox: absent('firefox-esr')};
const NO_WEBKIT = 'WebKit is not installed. On Debian: apt-get install -y webkit2gtk-driver xvfb; elsewhere BROWSER_PATH may say where it is.';

const namesOf = async (wanted?: string) => (await findEngines(wanted, TWO)).engines.map(({name}) => name);

describe('the engines of the tests', () => {
  const path = process.env.FIREFOX_PATH;

  afterEach(() => {
    if (path === undefined) delete process.env.FIREFOX_PATH;
    else process.env.FIREFOX_PATH = path;
  });

  it('are those that are installed, and what is missing is said', async () => {
    assert.deepEqual(await namesOf(''), ['Chromium', 'Firefox']);
    assert.deepEqual((await findEngines('', TWO)).missing, [NO_WEBKIT]);
  });

  it('are all of them when all are wanted: one that is missing fails, with the way to install it', async () => {
    await assert.rejects(findEngines('all', TWO), {message: NO_WEBKIT});
  });

  it('are those that are named, in any case and with spaces', async () => {
    assert.deepEqual(await namesOf('firefox'), ['Firefox']);
    assert.deepEqual(await namesOf('Firefox, chromium'), ['Chromium', 'Firefox']);
    await assert.rejects(namesOf('firefox,webkit'), {message: NO_WEBKIT});
  });

  it('have names: another word fails, with the names that there are', async () => {
    await assert.rejects(namesOf('firefox,safari'), {message: 'ENGINES=firefox,safari: there is no engine "safari". Engines: chromium, firefox, webkit, or all.'});
  });

  it('are at least one', async () => {
    await assert.rejects(findEngines('', NONE), /Chromium is not installed.*\nFirefox is not installed/);
  });

  it('are the first one for what is ours alone, and all where they are asked for', async () => {
    const {engines} = await findEngines('', TWO);
    assert.deepEqual(enginesForOurs(engines, '').map(({name}) => name), ['Chromium']);
    assert.deepEqual(enginesForOurs(engines, 'yes'), engines);
  });

  it('are where a variable says: a path without a program fails', async () => {
    process.env.FIREFOX_PATH = '/no/such/firefox';
    await assert.rejects(findEngines('firefox'), {message: 'FIREFOX_PATH is set to /no/such/firefox, and there is no such file.'});
  });
});
