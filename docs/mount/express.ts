// #region mount
import express from 'express';
import {nodeHandler} from 'podero-widgets/proxy/node';
import {podero} from './podero.js';

const app = express().use(express.json()); // parsers may come before or after
app.use('/podero', nodeHandler(podero));
const server = app.listen(process.env.PORT);
server.on('upgrade', podero.upgrade);
// #endregion
export {server};
