import {describeMount} from './frameworks.js';

describeMount('Fastify', 'fastify');
