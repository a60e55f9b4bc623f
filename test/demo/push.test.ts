import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {WebSocket} from 'ws';
import type {Listening} from '../../demo/listen.js';
import {startPortal} from '../../demo/portal/server.js';
import {startSandbox, type Sandbox} from '../../demo/sandbox/server.js';
import {USERS} from '../../demo/sandbox/users.js';

const PUMP = USERS.anna.devices!['heat-pump'];

/** What a stream has told so far; `until` waits for a message, and gives the ms since `changedAt`. */
function createReader() {
  const heard: string[] = [];
  let wake = () => {};
  return {
    hear: (text: string) => { heard.push(text); wake(); },
    async until(isIt: (text: string) => boolean) {
      while (!heard.some(isIt)) await new Promise<void>(resolve => { wake = resolve; });
    },
  };
}

describe('the portal\'s push', () => {
  let [sandbox, portal, cookie] = [{} as Sandbox, {} as Listening, ''];
  before(async () => {
    sandbox = await startSandbox();
    portal = await startPortal({port: 0, sandboxUrl: sandbox.url});
    cookie = (await fetch(portal.url)).headers.get('set-cookie')!.split(';')[0]!;
  });
  after(() => Promise.all([portal.close(), sandbox.close()]));

  const listenTo = {
    events: async (hear: (text: string) => void) => {
      const controller = new AbortController();
      const {status, body} = await fetch(`${portal.url}/podero/events`, {headers: {cookie}, signal: controller.signal});
      assert.equal(status, 200);
      void body!.pipeThrough(new TextDecoderStream()).pipeTo(new WritableStream({write: hear})).catch(() => {});
      return () => controller.abort();
    },
    socket: async (hear: (text: string) => void) => {
      const socket = new WebSocket(`${portal.url.replace('http', 'ws')}/podero/socket`, {headers: {cookie}, origin: portal.url});
      socket.on('message', data => hear((data as Buffer).toString()));
      await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
      return () => socket.close();
    },
  };

  for (const [n, transport] of (['events', 'socket'] as const).entries()) {
    it(`tells by /${transport} within two seconds what has changed in the sandbox`, async () => {
      const reader = createReader();
      const leave = await listenTo[transport](reader.hear);
      await reader.until(text => text.includes(PUMP));
      const changedAt = performance.now();
      sandbox.control({patch: {device: PUMP, fields: {dhw_temperature: 61.25 + n}}});
      await reader.until(text => text.includes(`"dhw_temperature":${61.25 + n}`));
      const ms = performance.now() - changedAt;
      leave();
      assert.ok(ms < 2000, `${ms} ms`);
    });
  }
});
