import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {eventually} from '../eventually.js';
import {engines, leavePage, type OpenPage} from '../open-page.js';
import type {Fault} from './fault.js';
import {answers, hangsUp, inTurn, redirects} from './fault.js';
import {FaultServer} from './fault-server.js';
import {look, openStage, put, refreshAll, toldOf, type Look} from './stage.js';

const ALLOWED = 'access-control-allow-origin';

/** The healthy body with no content type at all, or nothing of cross-origin permission. */
const bare: Fault = (response, healthy) => void response.writeHead(200).end(healthy);
const without = (header: string): Fault => (response, healthy) => {
  response.removeHeader(header);
  answers(200)(response, healthy);
};

for (const engine of engines) describe(engine.name, () => {
  let server: FaultServer;
  let opened: OpenPage;

  const healthy = () => JSON.stringify(server.devices['heat-pumps']);
  const pathOf = (name: string) => `/${name}/heat-pumps`;
  const codesOf = async (id: string) => (await toldOf(opened.page, 'podero-error')).filter(told => told.id === id).map(({code}) => code);

  /** A list of heat pumps for each name, with a proxy of its own under that name. */
  async function show(faults: Readonly<Record<string, Fault>>, attributes = {}): Promise<Readonly<Record<string, Look>>> {
    for (const [name, fault] of Object.entries(faults)) server.faults.set(pathOf(name), response => fault(response, healthy()));
    await put(opened.page, ...Object.keys(faults).map(id => ['podero-device-list', {
      id, 'proxy-url': `${server.proxyUrl}/${id}`, 'types': 'heat-pump', 'poll-interval': '0', ...attributes,
    }] as const));
    return eventually(() => look(opened.page), shown => Object.keys(faults).every(id => (shown[id]!.parts.length || shown[id]!.cards) && !shown[id]!.isBusy));
  }

  before(async () => {
    server = await FaultServer.start();
    opened = await openStage(engine, server);
  });

  after(async () => {
    assert.deepEqual((await opened.complaints()).errors, []);
    await leavePage(engine);
    await server.stop();
  });

  it('C01 is an error of the network where the proxy allows no other origin, and says once what it may be', async () => {
    const shown = {
      ...await show({silent: without(ALLOWED), other: answers(200, {[ALLOWED]: 'https://another.example'})}),
      ...await show({any: answers(200, {[ALLOWED]: '*'})}, {credentials: 'include'}),
    };
    for (const name of ['silent', 'other', 'any']) {
      await refreshAll(opened.page, `#${name}`);
      const {lines} = await opened.complaints();
      const hints = lines.filter(line => line.includes(pathOf(name)) && /Access-Control-Allow-Origin/.test(line));
      assert.deepEqual([shown[name]!.parts, await codesOf(name), hints.length], [['error'], ['network'], 1], name);
    }
  });

  it('C02 reads JSON under another name, or none', async () => {
    const shown = await show({plain: answers(200, {'content-type': 'text/plain'}), none: bare});
    assert.deepEqual([shown.plain!.cards, shown.none!.cards], [1, 1]);
  });

  it('C03 takes a web page for the portal\'s login: the customer is signed out', async () => {
    const page = answers(200, {'content-type': 'text/html; charset=utf-8'}, '<!doctype html><title>Welcome back</title>');
    const shown = await show({login: page, later: inTurn(answers(200), page)});
    await refreshAll(opened.page, '#later');
    const {later} = await look(opened.page);
    assert.deepEqual([await codesOf('login'), await codesOf('later'), later!.cards, later!.parts], [['unauthorized'], ['unauthorized'], 0, ['error']]);
    assert.match(shown.login!.text, /You are signed out/);
    assert.doesNotMatch(shown.login!.text + later!.text, /Welcome back|Nibe/);
  });

  it('C04 reads past a byte order mark, and refuses UTF-16', async () => {
    const shown = await show({
      bom: answers(200, {}, `\ufeff${healthy()}`),
      utf16: answers(200, {'content-type': 'application/json; charset=utf-16'}, Buffer.from(`\ufeff${healthy()}`, 'utf16le')),
    });
    assert.deepEqual([shown.bom!.cards, shown.utf16!.parts, await codesOf('utf16')], [1, ['error'], ['malformed']]);
  });

  it('C06 asks the server each time, however long an answer may be kept', async () => {
    const [first, second] = ['Nibe', 'Vaillant'].map(manufacturer =>
      JSON.stringify([{...server.devices['heat-pumps'][0], device_model: {manufacturer, model: 'A'}}]));
    const kept = (body = '') => answers(200, {'cache-control': 'max-age=86400, immutable'}, body);
    await show({kept: inTurn(kept(first), kept(second))});
    await refreshAll(opened.page, '#kept');
    const {kept: shown} = await look(opened.page);
    assert.equal(server.seen(pathOf('kept')).length, 2);
    assert.match(shown!.text, /Vaillant/);
  });

  it('shows the token to nobody but the proxy: not in an event, a line of the console or an address, whatever fails', async () => {
    const SECRET = 'a-token-of-the-portal';
    const faults = [
      answers(401), answers(403), answers(500), answers(429, {'retry-after': '1'}), answers(200, {}, 'no JSON'),
      answers(200, {'content-type': 'text/html'}, '<p>'), hangsUp, redirects('/elsewhere'),
    ];
    await opened.page.evaluate(() => {
      globalThis.written = [];
      for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const) {
        const write = console[level];
        console[level] = (...values: unknown[]) => {
          globalThis.written.push(values.map(value => value instanceof Error ? `${value.stack} ${String(value.cause)}` : String(value)).join(' '));
          write.apply(console, values);
        };
      }
    });
    server.log.length = 0;
    const names = faults.map((fault, index) => {
      server.faults.set(pathOf(`secret-${index}`), fault);
      return `secret-${index}`;
    });
    await opened.page.evaluate((ids, base, secret) => document.body.append(...ids.map(id => Object.assign(document.createElement('podero-device-list'), {
      id, types: 'heat-pump', pollInterval: 0, proxyUrl: `${base}/${id}`, getToken: async () => secret,
    }))), names, server.proxyUrl, SECRET);
    const shown = await eventually(() => look(opened.page), now => names.every(id => now[id]!.parts.length));
    const sent = server.seen(...names.map(pathOf)).filter(({method}) => method === 'GET').map(({headers}) => headers.authorization);
    assert.deepEqual(new Set(sent), new Set([`Bearer ${SECRET}`]));
    const page = await opened.page.evaluate(() => [...globalThis.told.map(({json}) => json), ...globalThis.written, location.href]);
    assert.ok(page.length > names.length);
    assert.doesNotMatch(JSON.stringify([page, shown, server.seen().map(({path, query}) => path + query)]), new RegExp(SECRET));
  });
});

declare global {
  /** All that was written to the console. */
  var written: string[];
}
