/** The root of the chunk that brings news as they happen, beside the polls (contract 1, `push-url`). */
import type {LitElement} from 'lit';
import type {DeviceSource} from '../elements/device-source.js';
import type {EmbedProperties} from '../elements/embed-properties.js';
import type {Wire} from '../elements/wire.js';
import {PushController} from './push-controller.js';

/** From now on the host hears the stream that its `push-url` names, while it stands in a page and shows something. */
export function createPush(host: LitElement & EmbedProperties, source: DeviceSource, wire: Wire): void {
  host.addController(new PushController(host, source, wire));
}
