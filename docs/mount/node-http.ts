// #region mount
import {createServer} from 'node:http';
import {nodeHandler} from 'podero-widgets/proxy/node';
import {podero} from './podero.js';
import {portal} from './portal.js';

const widgets = nodeHandler(podero);
const server = createServer((request, response) =>
  (request.url?.startsWith('/podero/') ? widgets : portal)(request, response));
server.on('upgrade', podero.upgrade);
server.listen(process.env.PORT);
// #endregion
export {server};
