/** Who is measured: the product as a page embeds it, the hand-written page that is the limit, and what a partner's team would build. */
import {STALE_AFTER_S} from './home.js';

export const CONTESTANTS = ['product', 'vanilla', 'react'] as const;
export type Contestant = typeof CONTESTANTS[number];
/** Beside them a page that only fetches, and shows nothing. */
export type Who = Contestant | 'bare';

/** What a page shows, and how. */
export interface Setting {
  /** How many devices the customer has. */
  readonly size: number;
  /** How many cards stand on a page; default as the product's. */
  readonly pageSize?: number;
  /** How many cards are drawn while nothing is known. */
  readonly expected?: number;
  /** A list of all devices (default), a chart of the first, or one of all: of the month before, beside the one before that. */
  readonly show?: 'list' | 'chart' | 'household';
}

/** Seconds between polls. */
export const POLL_S = 15;

const SCRIPTS: Readonly<Record<Who, string>> = {
  product: '/product/podero-widgets.js',
  vanilla: '/peers/vanilla.js',
  react: '/peers/react.js',
  bare: '/bare.js',
};

/** All that a poll cannot do without: three requests with a deadline, past the cache, and their texts. */
export const BARE = `
const ask = async collection => {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), 15000);
  const response = await fetch('/api/' + collection, {headers: {Accept: 'application/json'}, cache: 'no-cache', signal: deadline.signal});
  await response.text();
  clearTimeout(timer);
};
const read = () => ['heat-pumps', 'electric-vehicles', 'inverters'].forEach(ask);
setInterval(read, ${1000 * POLL_S});
read();`;

export const scriptOf = (who: Who): string => SCRIPTS[who];

/** The device whose energy a chart shows. */
export const CHARTED = {type: 'heat-pump', id: 'device-0'};

/** A day of the month that a household's chart shows. */
const MONTH_OF_31 = '2025-10-15';

const attributes = (values: Readonly<Record<string, unknown>>): string => Object.entries(values).map(([name, value]) => ` ${name}="${value}"`).join('');

function elementOf({pageSize = 24, expected = 3, show = 'list'}: Setting): string {
  const shared = {'proxy-url': '/api', 'poll-interval': POLL_S, 'stale-after': STALE_AFTER_S};
  if (show === 'household') return `<podero-consumption-chart${attributes({...shared, 'time-zone': 'Europe/Vienna', 'period': 'month', 'date': MONTH_OF_31, 'compare': ''})}></podero-consumption-chart>`;
  return show === 'chart'
    ? `<podero-consumption-chart${attributes({...shared, 'device-type': CHARTED.type, 'device-id': CHARTED.id})}></podero-consumption-chart>`
    : `<podero-device-list${attributes({...shared, 'page-size': pageSize, expected})}></podero-device-list>`;
}

function rootOf({pageSize = 24, expected = 3, show = 'list'}: Setting): string {
  return `<div id="root"${attributes({
    'data-proxy': '/api', 'data-poll-interval': POLL_S, 'data-page-size': pageSize, 'data-expected': expected, 'data-show': show,
    'data-device-type': CHARTED.type, 'data-device-id': CHARTED.id,
  })}></div>`;
}

/** What stands in the page before any script has run. */
export const bodyOf = (who: Who, setting: Setting): string => who === 'product' ? elementOf(setting) : rootOf(setting);
