import type {TemplateResult} from 'lit';
import {html} from './lit.js';
import {LUCIDE} from './lucide.js';

/** Outlines on a grid of 24: what Lucide does not have is drawn for this project in its manner. */
const PATHS = {
  'heat-pump': 'M4.5 5h15a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM5.75 11.5a3.75 3.75 0 1 0 7.5 0 3.75 3.75 0 1 0-7.5 0'
    + 'M9.5 11.5 7.4 9.6M9.5 11.5l2.7-.8M9.5 11.5l-.6 2.8M17 9h1.5M17 12h1.5M6 18v2M18 18v2',
  'electric-vehicle': 'M3 17v-4.2c0-.9.6-1.7 1.5-1.9L6 10.5l1.6-3.7c.3-.8 1-1.3 1.8-1.3h5.2c.8 0 1.5.5 1.8 1.3L18 10.5l1.5.4c.9.2 1.5 1 1.5 1.9V17'
    + 'M3 17h18v1.6a.9.9 0 0 1-.9.9h-1.7a.9.9 0 0 1-.9-.9V17M6.5 17v1.6a.9.9 0 0 1-.9.9H3.9a.9.9 0 0 1-.9-.9V17M6 10.5h12M6.5 13.75H8M16 13.75h1.5',
  'inverter': 'M9.25 7.5a2.75 2.75 0 1 0 5.5 0 2.75 2.75 0 1 0-5.5 0M12 1.75v.75M6.25 7.5H7M17 7.5h.75M7.95 3.45l.5.5M15.55 3.95l.5-.5'
    + 'M4.8 14.5h14.4l2 6.75H2.8zM12 14.5v6.75M3.9 17.75h16.2',
  'steering': 'M2.5 6.5c5 0 5 8 7.2 9.2M21.5 6.5c-5 0-5 8-7.2 9.2M9.5 16.75a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  'pylon': 'M9.5 2.5h5l.8 5H8.7zM8.7 7.5l-2.2 14M15.3 7.5l2.2 14M4.5 7.5h15M4.5 7.5v1.75M19.5 7.5v1.75M8 12.25h8M8 12.25l9 6M16 12.25l-9 6',
  ...LUCIDE,
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word, never instead of one: hidden from screen readers. */
export const icon = (name: IconName): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name]}></path></svg>`;
