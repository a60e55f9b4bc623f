import type {Meta} from '@storybook/web-components-vite';
import {card} from './stage.js';

const meta: Meta = {title: 'Situations/Inverter', component: 'podero-device-card'};
export default meta;

export const Fine = card('inverter', 'fine');
export const Working = card('inverter', 'working');
export const NotOptimising = card('inverter', 'not optimising');
export const Disconnected = card('inverter', 'disconnected');
export const ReconnectByLink = card('inverter', 'reconnect by link');
export const ReconnectByButton = card('inverter', 'reconnect by button');
export const Message = card('inverter', 'message');
export const Old = card('inverter', 'old');
export const NeverUpdated = card('inverter', 'never updated');
export const SensorMissing = card('inverter', 'sensor missing');
export const UnknownMode = card('inverter', 'unknown mode');
export const LongNames = card('inverter', 'long names');
