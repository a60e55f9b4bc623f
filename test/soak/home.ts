import type {Payload} from '../fixtures/payloads.js';
import {heatPumpPayload} from '../fixtures/payloads.js';
import type {FaultServer} from '../browser/faults/fault-server.js';

export const HEAT_PUMPS = ['first', 'second', 'third'] as const;

/** Three heat pumps that count: each state has a temperature of its own, a tenth of a degree above the one before, and a newer stamp. */
export class Home {
  readonly #server: FaultServer;
  readonly #counts = new Map<string, number>(HEAT_PUMPS.map(id => [id, 100]));
  /** The page's clock. */
  #now = Date.now;

  constructor(server: FaultServer) {
    this.#server = server;
    server.devices['heat-pumps'] = HEAT_PUMPS.map(id => this.#payloadOf(id));
  }

  /** What the cards have to show in the end, by device. */
  get counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** From now on the page's time runs so many times as fast. */
  hurry(speed: number): void {
    const start = Date.now();
    this.#now = () => start + (Date.now() - start) * speed;
  }

  /** A new state of one of them, as the API sends it from now on. */
  change(id: string): Payload {
    this.#counts.set(id, this.#counts.get(id)! + 1);
    const payload = this.#payloadOf(id);
    this.#server.devices['heat-pumps'] = this.#server.devices['heat-pumps'].map(device => device.id === id ? payload : device);
    return payload;
  }

  #payloadOf(id: string): Payload {
    const stamp = new Date(this.#now()).toISOString();
    const state = {id, indoor_actual_temperature: this.#counts.get(id)! / 10, current_state_last_updated_at: stamp, updated_at: stamp};
    return heatPumpPayload('G1', state);
  }
}
