import {describeMount} from './frameworks.js';

describeMount('Express', 'express');
