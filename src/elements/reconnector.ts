import type {Reconnector} from '../view/device-foot-view.js';
import type {View} from '../view/view.js';
import {missingPart} from './chunk.js';
import type {DeviceSource} from './device-source.js';
import type {ViewLoader} from './view-loader.js';

/** Asks, with a host's settings, where the user can sign in again at the manufacturer. */
export const reconnectorOf = (host: Parameters<View['askReconnect']>[0], source: DeviceSource, loader: ViewLoader): Reconnector =>
  async (device, signal) => {
    const {view} = loader;
    if (!view) throw missingPart();
    return view.askReconnect(host, source.endpointNow(), device, signal);
  };
