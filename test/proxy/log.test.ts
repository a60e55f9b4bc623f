import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {USERS} from '../../demo/sandbox/users.js';
import type {LogEntry} from '../../src/proxy/index.js';
import {logToConsole, placeOf} from '../../src/proxy/log.js';
import {logInto} from './log-file.js';
import {startProxy} from './setup.js';

const PUMP = USERS.anna.devices!['heat-pump'];

describe('the log', () => {
  it('has one entry a request: the route, not the address; what came of it, and how long it took', async t => {
    const log: LogEntry[] = [];
    const {sandbox, get} = await startProxy({log: logInto(log), cacheSeconds: 30});
    t.after(() => sandbox.close());
    await get(`/podero/heat-pumps/${PUMP}?token=abc`);
    await get(`/podero/heat-pumps/${PUMP}`);
    await get('/podero/anna.huber@example.com');
    const told = log.map(({ms, ...entry}) => [typeof ms, entry]);
    const request = {level: 'info', event: 'request', method: 'GET'};
    const route = '/podero/heat-pumps/:id{[A-Za-z0-9-]{1,64}}';
    assert.deepEqual(told, [
      ['number', {...request, route, status: 200}],
      ['number', {...request, route, status: 200, cached: true}],
      ['number', {...request, route: '/podero/*', status: 404}],
    ]);
  });

  it('says when the API begins to fail and when that is over, once each', async t => {
    const log: LogEntry[] = [];
    const {sandbox, get} = await startProxy({log: logInto(log)});
    t.after(() => sandbox.close());
    sandbox.control({fail: {status: 503, body: {detail: 'anna.huber@example.com'}}});
    for (let n = 0; n < 3; n++) await get('/podero/heat-pumps');
    sandbox.control({recover: true});
    for (let n = 0; n < 2; n++) await get('/podero/heat-pumps');
    const told = log.filter(({event}) => event !== 'request');
    assert.deepEqual(told.map(({level, event, fault}) => [level, event, fault]), [['warn', 'upstream-failed', 'failing'], ['info', 'upstream-recovered', 'failing']]);
    assert.match(told[0]!.message!, /^The Podero API fails\. Customers see/);
  });

  it('says where the portal\'s own code failed, and not with which words', async t => {
    const log: LogEntry[] = [];
    const user = () => { throw new RangeError('no session for anna.huber@example.com'); };
    const {sandbox, get} = await startProxy({user, log: logInto(log)});
    t.after(() => sandbox.close());
    await get('/podero/heat-pumps');
    const [entry] = log.filter(({event}) => event === 'user-failed');
    assert.match(entry!.at as string, /^RangeError at .*log\.test\.ts/);
    assert.doesNotMatch(JSON.stringify(log), /huber/);
  });

  it('has nothing of a message that looks like a place', async () => {
    const error = Object.assign(new Error('no session\n    at anna.huber@example.com (secret)'), {name: 'for anna.huber@example.com'});
    assert.match(placeOf(error), /^Error at .*log\.test\.ts/);
    assert.doesNotMatch(placeOf(error), /huber|secret/);
  });

  it('may fail without taking an answer or a stream along', async t => {
    const {sandbox, proxy, get} = await startProxy({pushSeconds: 0.02, log: () => { throw new Error('disk full'); }});
    t.after(() => Promise.all([proxy.close(), sandbox.close()]));
    const events = (await get('/podero/events')).body!.getReader();
    await events.read();
    sandbox.control({fail: {status: 500}});
    assert.equal((await get('/podero/heat-pumps')).status, 502);
    await events.cancel();
  });

  it('goes to the console as JSON, without what is only information', t => {
    const lines: string[] = [];
    for (const level of ['info', 'warn', 'error', 'log'] as const) t.mock.method(console, level, (line: string) => lines.push(`${level} ${line}`));
    logToConsole({level: 'info', event: 'request'});
    logToConsole({level: 'warn', event: 'store-failed', message: 'A "text".'});
    assert.deepEqual(lines, ['warn {"source":"podero-widgets/proxy","level":"warn","event":"store-failed","message":"A \\"text\\"."}']);
  });
});
