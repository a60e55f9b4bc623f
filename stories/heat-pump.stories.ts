import type {Meta} from '@storybook/web-components-vite';
import {card} from './stage.js';

const meta: Meta = {title: 'Situations/Heat pump', component: 'podero-device-card'};
export default meta;

export const Fine = card('heat-pump', 'fine');
export const Working = card('heat-pump', 'working');
export const NotOptimising = card('heat-pump', 'not optimising');
export const Disconnected = card('heat-pump', 'disconnected');
export const ReconnectByLink = card('heat-pump', 'reconnect by link');
export const ReconnectByButton = card('heat-pump', 'reconnect by button');
export const Message = card('heat-pump', 'message');
export const Old = card('heat-pump', 'old');
export const NeverUpdated = card('heat-pump', 'never updated');
export const SensorMissing = card('heat-pump', 'sensor missing');
export const UnknownMode = card('heat-pump', 'unknown mode');
export const LongNames = card('heat-pump', 'long names');
