import {describeMount} from './frameworks.js';

describeMount('Node\'s own server', 'node-http');
