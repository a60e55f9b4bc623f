/** What the page tells a peer, in the `data-` attributes of `#root`. */
import type {DeviceKind} from './model.js';

export interface Settings {
  readonly proxy: string;
  /** Cards on a page; more devices get a pager. */
  readonly pageSize: number;
  /** Cards that are drawn while the devices are being loaded. */
  readonly expected: number;
  /** Seconds. */
  readonly pollInterval: number;
  readonly show: 'list' | 'chart';
  /** Of the one device that a chart is about. */
  readonly deviceType: DeviceKind;
  readonly deviceId: string;
}

export function settingsOf({dataset}: HTMLElement): Settings {
  return {
    proxy: dataset['proxy'] ?? '/api',
    pageSize: Number(dataset['pageSize'] ?? 24),
    expected: Number(dataset['expected'] ?? 3),
    pollInterval: Number(dataset['pollInterval'] ?? 300),
    show: dataset['show'] === 'chart' ? 'chart' : 'list',
    deviceType: (dataset['deviceType'] ?? 'heat-pump') as DeviceKind,
    deviceId: dataset['deviceId'] ?? '',
  };
}
