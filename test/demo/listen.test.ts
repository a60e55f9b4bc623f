import assert from 'node:assert/strict';
import {once} from 'node:events';
import {request} from 'node:http';
import {describe, it} from 'node:test';
import {listen, type ListenOptions} from '../../demo/listen.js';

const ANY = {port: 0, host: '127.0.0.1'};
const SWITCHING = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n';

/** Takes over every connection, and sends back what comes. */
const echo: ListenOptions['upgrade'] = (_, socket) => {
  socket.write(SWITCHING);
  socket.pipe(socket);
};

const askToUpgrade = (url: string) => request(url, {headers: {connection: 'Upgrade', upgrade: 'echo'}}).end();

describe('a server of the demonstration', () => {
  it('hands connections that are to be upgraded to whoever wants them, and serves the others', async t => {
    const server = await listen(() => new Response('page'), {...ANY, upgrade: echo});
    t.after(() => server.close());
    const [, socket] = await once(askToUpgrade(server.url), 'upgrade');
    socket.write('hello');
    assert.equal(String(await once(socket, 'data')), 'hello');
    assert.equal(await (await fetch(server.url)).text(), 'page');
  });

  it('takes them for ordinary requests where nobody does', async t => {
    const server = await listen(() => new Response('', {status: 426}), ANY);
    t.after(() => server.close());
    const [answer] = await once(askToUpgrade(server.url), 'response');
    assert.equal(answer.statusCode, 426);
    answer.resume();
  });

  it('ends upgraded connections when it closes, and does not wait for them', async () => {
    const server = await listen(() => new Response(), {...ANY, upgrade: echo});
    const [, socket] = await once(askToUpgrade(server.url), 'upgrade');
    const ended = once(socket.resume(), 'close');
    await server.close();
    await ended;
    const again = await listen(() => new Response(), {...ANY, port: server.port});
    await again.close();
  });
});
