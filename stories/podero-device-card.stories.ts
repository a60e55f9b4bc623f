import type {Meta, StoryObj} from '@storybook/web-components-vite';
import {html} from 'lit';
import '../src/index.js';
import type {DeviceKind} from '../src/domain/device.js';
import type {Overrides} from '../test/fixtures/payloads.js';
import {answers, has, proxyFor, type Situation} from './simulated-proxy.js';

const meta: Meta = {title: 'Elements/podero-device-card', component: 'podero-device-card'};
export default meta;

const card = (name: string, kind: DeviceKind, situation: Situation): StoryObj => ({
  render: () => html`<podero-device-card proxy-url=${proxyFor(`card-${name}`, situation)} device-type=${kind} device-id="any"></podero-device-card>`,
});

const one = (name: string, kind: DeviceKind, overrides: Overrides = {}, generation: 'G1' | 'G2' = 'G1'): StoryObj =>
  card(name, kind, has(kind, generation, {id: 'any', ...overrides}));

/** Warm rooms, and what they took. */
export const HeatPump = one('heat-pump', 'heat-pump');

/** As the newer API describes it: how hard it optimises, flow and return. */
export const HeatPumpOfTheNewerApi = one('heat-pump-g2', 'heat-pump', {}, 'G2');

/** A small flat: no sensor but the power. */
export const WithoutSensors = one('no-sensors', 'heat-pump', {
  indoor_actual_temperature: null, outdoor_temperature: null, dhw_temperature: null,
});

/** The car is charging towards its limit. */
export const ChargingVehicle = one('charging', 'electric-vehicle', {
  is_plugged_in: true, is_charging: true, charge_rate_w: 7360, charge_time_remaining: 6200, battery_level: 46,
});

/** The car is away. */
export const UnpluggedVehicle = one('unplugged', 'electric-vehicle', {is_plugged_in: false, is_charging: false, charge_rate_w: 0});

/** The household's flow; the grid follows from the balance. */
export const Inverter = one('inverter', 'inverter');

/** The account at the manufacturer has to be signed in to again. */
export const SignInNeeded = one('sign-in', 'heat-pump', {is_authenticated: false, authorization_url: 'https://login.example.com/'});

/** The same without an address: the button asks the portal for one when it is pressed. Here it has none, which the card says then. */
export const SignInByThePortal = one('sign-in-asked', 'heat-pump', {is_authenticated: false, authorization_url: null});

/** Something that only the provider can explain, and where it can be reached. */
export const MessageWaiting: StoryObj = {
  render: () => html`
    <podero-device-card device-type="heat-pump" device-id="any" support-url="tel:+431234567"
      proxy-url=${proxyFor('card-message', has('heat-pump', 'G2', {id: 'any', action_needed: true, actions: [{code: 'new_tariff'}]}))}
    ></podero-device-card>`,
};

/** Not heard of since yesterday. */
export const Old = one('old', 'heat-pump', {current_state_last_updated_at: new Date(Date.now() - 20 * 3_600_000).toISOString()});

/** The device is not the customer's (any more). */
export const NotFound = card('not-found', 'heat-pump', answers(404));
