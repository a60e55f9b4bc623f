import type {Meta} from '@storybook/web-components-vite';
import {card} from './stage.js';

const meta: Meta = {title: 'Situations/Electric vehicle', component: 'podero-device-card'};
export default meta;

export const Fine = card('electric-vehicle', 'fine');
export const Working = card('electric-vehicle', 'working');
export const NotOptimising = card('electric-vehicle', 'not optimising');
export const Disconnected = card('electric-vehicle', 'disconnected');
export const ReconnectByLink = card('electric-vehicle', 'reconnect by link');
export const ReconnectByButton = card('electric-vehicle', 'reconnect by button');
export const Message = card('electric-vehicle', 'message');
export const Old = card('electric-vehicle', 'old');
export const NeverUpdated = card('electric-vehicle', 'never updated');
export const SensorMissing = card('electric-vehicle', 'sensor missing');
export const UnknownMode = card('electric-vehicle', 'unknown mode');
export const LongNames = card('electric-vehicle', 'long names');
