// #region mount
import fastify from 'fastify';
import {nodeHandler} from 'podero-widgets/proxy/node';
import {podero} from './podero.js';

const app = fastify();
const widgets = nodeHandler(podero);
// Before Fastify reads the body: the proxy judges it as it was sent.
app.all('/podero/*', {onRequest: async (request, reply) => widgets(request.raw, reply.hijack().raw)}, () => undefined);
app.server.on('upgrade', podero.upgrade);
await app.listen({port: Number(process.env.PORT)});
// #endregion
const {server} = app;
export {server};
