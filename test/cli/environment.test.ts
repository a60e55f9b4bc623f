import assert from 'node:assert/strict';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readEnvironment} from '../../src/cli/environment.js';
import {start} from './setup.js';

const CANARY = 'canary-in-the-wrong-place';
const GOOD = {PODERO_CLIENT_ID: 'id', PODERO_CLIENT_SECRET: 'secret', PODERO_ORG_ID: 'org-1', PODERO_SESSION_URL: 'http://127.0.0.1:1/session'};
const GATEWAY = {...GOOD, PODERO_SESSION_URL: '', PODERO_USER_HEADER: 'x-customer', PODERO_GATEWAY_SECRET: '0123456789abcdef'};

const folder = mkdtempSync(join(tmpdir(), 'podero-'));
const file = (text: string): string => {
  const path = join(folder, String(text.length));
  writeFileSync(path, text);
  return path;
};

/** What is set besides, and the variable that the one fault names. */
const FAULTS: Readonly<Record<string, readonly [Record<string, string>, string]>> = {
  'no client id': [{PODERO_CLIENT_ID: ''}, 'PODERO_CLIENT_ID'],
  'no organisation': [{PODERO_ORG_ID: ''}, 'PODERO_ORG_ID'],
  'an organisation that leads elsewhere': [{PODERO_ORG_ID: `../${CANARY}`}, 'PODERO_ORG_ID'],
  'no secret': [{PODERO_CLIENT_SECRET: ''}, 'PODERO_CLIENT_SECRET'],
  'two secrets': [{PODERO_CLIENT_SECRET_FILE: file(CANARY)}, 'PODERO_CLIENT_SECRET'],
  'a secret\'s file that is not there': [{PODERO_CLIENT_SECRET: '', PODERO_CLIENT_SECRET_FILE: `/${CANARY}`}, 'PODERO_CLIENT_SECRET_FILE'],
  'a secret\'s file that is empty': [{PODERO_CLIENT_SECRET: '', PODERO_CLIENT_SECRET_FILE: file(' ')}, 'PODERO_CLIENT_SECRET_FILE'],
  'nobody to say who is signed in': [{PODERO_SESSION_URL: ''}, 'PODERO_SESSION_URL'],
  'two to say it': [{...GATEWAY, PODERO_SESSION_URL: GOOD.PODERO_SESSION_URL}, 'PODERO_SESSION_URL'],
  'a session by http in the open': [{PODERO_SESSION_URL: `http://portal.example/${CANARY}`}, 'PODERO_SESSION_URL'],
  'a session with a password': [{PODERO_SESSION_URL: `https://a:${CANARY}@portal.example/`}, 'PODERO_SESSION_URL'],
  'a gateway without a secret': [{...GATEWAY, PODERO_GATEWAY_SECRET: ''}, 'PODERO_GATEWAY_SECRET'],
  'a gateway\'s secret that can be guessed': [{...GATEWAY, PODERO_GATEWAY_SECRET: '123456789012345'}, 'PODERO_GATEWAY_SECRET'],
  'a header that is none': [{...GATEWAY, PODERO_USER_HEADER: `x ${CANARY}`}, 'PODERO_USER_HEADER'],
  'an API by http': [{PODERO_API_URL: 'http://app.podero.com/'}, 'PODERO_API_URL'],
  'tokens by http': [{PODERO_TOKEN_URL: 'http://app.podero.com/'}, 'PODERO_TOKEN_URL'],
  'a port that is none': [{PORT: '70000'}, 'PORT'],
  'a host that is none': [{HOST: 'a b'}, 'HOST'],
  'a path that is none': [{PODERO_BASE_PATH: 'podero?'}, 'PODERO_BASE_PATH'],
  'a public address by http': [{PODERO_PUBLIC_URL: 'http://portal.example'}, 'PODERO_PUBLIC_URL'],
  'every origin': [{PODERO_ALLOWED_ORIGINS: 'https://a.example,*'}, 'PODERO_ALLOWED_ORIGINS'],
  'every host': [{PODERO_REDIRECT_HOSTS: '*'}, 'PODERO_REDIRECT_HOSTS'],
  'seconds that are none': [{PODERO_CACHE_SECONDS: '1.5'}, 'PODERO_CACHE_SECONDS'],
  'seconds below 0': [{PODERO_STALE_SECONDS: '-1'}, 'PODERO_STALE_SECONDS'],
  'seconds without end': [{PODERO_PUSH_SECONDS: '86401'}, 'PODERO_PUSH_SECONDS'],
  'no time for an answer': [{PODERO_TIMEOUT_SECONDS: '0'}, 'PODERO_TIMEOUT_SECONDS'],
  'no requests': [{PODERO_REQUESTS_PER_USER: '0'}, 'PODERO_REQUESTS_PER_USER'],
  'a level that is none': [{PODERO_LOG_LEVEL: 'verbose'}, 'PODERO_LOG_LEVEL'],
};

describe('the environment', () => {
  for (const [name, [texts, variable]] of Object.entries(FAULTS)) {
    it(`with ${name} is one fault, a sentence that names the variable and an example and never what was set`, () => {
      const {faults} = readEnvironment({...GOOD, ...texts});
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.ok(faults[0]!.startsWith(`${variable} `), faults[0]);
      assert.match(faults[0]!, /such as .+\.$|empty file\.$/);
      assert.ok(!faults[0]!.includes(CANARY));
    });
  }

  it('is without fault with a session or a gateway, and has its defaults', () => {
    for (const texts of [GOOD, GATEWAY]) {
      const {values, faults, warnings} = readEnvironment(texts);
      assert.deepEqual([faults, warnings], [[], []]);
      assert.deepEqual([values.PORT, values.HOST, values.PODERO_CACHE_SECONDS], [3000, '127.0.0.1', 30]);
      assert.equal(values.PODERO_API_URL, 'https://app.podero.com/api/partners/v2.0/');
    }
  });

  it('takes the secret from its file, without the end of line', () => {
    const {values, faults} = readEnvironment({...GOOD, PODERO_CLIENT_SECRET: '', PODERO_CLIENT_SECRET_FILE: file('of the file\n')});
    assert.deepEqual([values.PODERO_CLIENT_SECRET, faults], ['of the file', []]);
  });

  it('warns of a name that it does not know, and says which may be meant', () => {
    assert.deepEqual(readEnvironment({...GOOD, PODERO_CACHE_SECOND: '1', PODERO_X: '1', OTHER: '1'}).warnings, [
      'PODERO_CACHE_SECOND is no variable of podero-widgets (PODERO_CACHE_SECONDS may be meant); it is ignored.',
      'PODERO_X is no variable of podero-widgets; it is ignored.',
    ]);
  });

  it('is refused with all that is wrong at once, and the exit code 2', async t => {
    const {code, stdout, stderr} = await start(t, ['proxy'], {PORT: CANARY, PODERO_CLIENT_SECRET: CANARY, PODERO_CLIENT_IT: 'x'}).ended;
    assert.deepEqual([code, stdout], [2, '']);
    const named = stderr.trim().split('\n').map(line => /^podero-widgets: (\w+) /.exec(line)?.[1]);
    assert.deepEqual(named, ['PODERO_CLIENT_ID', 'PODERO_ORG_ID', 'PORT', 'PODERO_SESSION_URL', 'PODERO_CLIENT_IT']);
    assert.ok(!stderr.includes(CANARY));
  });
});
