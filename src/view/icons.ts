import type {TemplateResult} from 'lit';
import {html} from './lit.js';

/**
 * Outlines on a grid of 24. Heat pump, vehicle, inverter, pylon and steering are drawn for this project;
 * @license the others are after Lucide (https://lucide.dev), ISC License, © Lucide Contributors
 */
const PATHS = {
  'heat-pump': 'M4.5 5h15a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM5.75 11.5a3.75 3.75 0 1 0 7.5 0 3.75 3.75 0 1 0-7.5 0'
    + 'M9.5 11.5 7.4 9.6M9.5 11.5l2.7-.8M9.5 11.5l-.6 2.8M17 9h1.5M17 12h1.5M6 18v2M18 18v2',
  'electric-vehicle': 'M3 17v-4.2c0-.9.6-1.7 1.5-1.9L6 10.5l1.6-3.7c.3-.8 1-1.3 1.8-1.3h5.2c.8 0 1.5.5 1.8 1.3L18 10.5l1.5.4c.9.2 1.5 1 1.5 1.9V17'
    + 'M3 17h18v1.6a.9.9 0 0 1-.9.9h-1.7a.9.9 0 0 1-.9-.9V17M6.5 17v1.6a.9.9 0 0 1-.9.9H3.9a.9.9 0 0 1-.9-.9V17M6 10.5h12M6.5 13.75H8M16 13.75h1.5',
  'inverter': 'M9.25 7.5a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M12 1.75v.75M6.25 7.5H7M17 7.5h.75M7.95 3.45l.5.5M15.55 3.95l.5-.5'
    + 'M4.8 14.5h14.4l2 6.75H2.8zM12 14.5v6.75M3.9 17.75h16.2',
  'steering': 'M2.5 6.5c5 0 5 8 7.2 9.2M21.5 6.5c-5 0-5 8-7.2 9.2M9.5 16.75a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  'pylon': 'M9.5 2.5h5l.8 5H8.7zM8.7 7.5l-2.2 14M15.3 7.5l2.2 14M4.5 7.5h15M4.5 7.5v1.75M19.5 7.5v1.75M8 12.25h8M8 12.25l9 6M16 12.25l-9 6',
  'home': 'M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8M3 10a2 2 0 0 1 .7-1.5l7-6a2 2 0 0 1 2.6 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  'sun': 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M6.3 17.7l-1.4 1.4M19.1 4.9l-1.4 1.4',
  'check': 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M16 9l-5.5 5.5L8 12',
  'help': 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M9.1 9a3 3 0 0 1 5.8 1c0 2-3 3-3 3M12 17h.01',
  'clock': 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 6v6l4 2',
  'unplug': 'm19 5 3-3M2 22l3-3M6.3 20.3a2.4 2.4 0 0 0 3.4 0L12 18l-6-6-2.3 2.3a2.4 2.4 0 0 0 0 3.4zM7.5 13.5 10 11M10.5 16.5 13 14'
    + 'M12 6l6 6 2.3-2.3a2.4 2.4 0 0 0 0-3.4l-2.6-2.6a2.4 2.4 0 0 0-3.4 0z',
  'alert': 'm21.7 18-8-14a2 2 0 0 0-3.4 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.7-3M12 9v4M12 17h.01',
  'message': 'M21 15a2 2 0 0 1-2 2H7l-4 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z',
  'refresh': 'M3 12a9 9 0 0 1 9-9 9.7 9.7 0 0 1 6.7 2.7L21 8M21 3v5h-5M21 12a9 9 0 0 1-9 9 9.7 9.7 0 0 1-6.7-2.7L3 16M8 16H3v5',
  'cloud-alert': 'M12 12v4M12 20h.01M17 18h.5a4.5 4.5 0 0 0 0-9h-1.8A7 7 0 1 0 7 17.7',
  'cloud-off': 'M11 5.3a7 7 0 0 1 4.7 4.7h1.8a4.5 4.5 0 0 1 4.2 6M18.8 18.8a4.5 4.5 0 0 1-1.3.2H9A7 7 0 0 1 5.8 5.8M2 2l20 20',
  'wifi-off': 'M12 20h.01M8.5 16.4a5 5 0 0 1 7 0M5 12.9a10 10 0 0 1 5-2.7M19 12.9a10 10 0 0 0-2-1.5M2 8.8a15 15 0 0 1 4-2.6M22 8.8A15 15 0 0 0 10.7 5M2 2l20 20',
  'sign-in': 'm10 17 5-5-5-5M15 12H3M15 3h4a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2h-4',
  'previous': 'm15 18-6-6 6-6',
  'next': 'm9 18 6-6-6-6',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word, never instead of one: hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
