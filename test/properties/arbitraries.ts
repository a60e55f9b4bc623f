/** What a broken or hostile API might send: good payloads with something wrong at any place, and any JSON at all. */
import fc from 'fast-check';
import type {DeviceKind} from '../../src/domain/device.js';
import {DEVICE_KINDS} from '../../src/domain/device.js';
import {payload} from '../fixtures/payloads.js';

// What did not hold is said together with the case.
fc.configureGlobal({includeErrorInReport: true});

type Json = unknown;
type Path = readonly (string | number)[];
/** One thing that goes wrong at one place. */
type Change = {readonly is: 'dropped'} | {readonly is: 'replaced'; readonly by: Json};

export interface Whole {
  readonly kind: DeviceKind;
  readonly generation: 'G1' | 'G2';
  readonly json: Json;
}

/** Fields that only some devices, some moments or some versions of the API have. */
const MORE: Readonly<Record<DeviceKind, object>> = {
  'heat-pump': {dhw_actual_temperature: 48.5, indoor_target_temperature: 21, consumption_last_updated_utc: '2026-04-18T01:00:00Z'},
  'electric-vehicle': {charge_deadline_at: '2026-04-19T05:00:00Z', charge_time_remaining: 5400, is_charging: true, is_plugged_in: true},
  inverter: {current_power_to_grid_w: 1200, is_battery_connected: true, battery_connected: true},
};

/** Every kind as both generations send it, with every field that is documented. */
export const WHOLE: readonly Whole[] = DEVICE_KINDS.flatMap(kind => (['G1', 'G2'] as const).flatMap(generation => {
  const stamp = {current_state_last_updated_at: '2026-04-18T09:00:00'};
  const actions = [{code: 'reauthenticate', resolution_link: {url: 'https://secret.example/', required_parameters: ['token']}}, {code: 'sign_terms'}];
  const waiting = generation === 'G1' ? {is_authenticated: false, authorization_url: 'https://login.example/again'} : {action_needed: true, actions};
  return [{...stamp}, {...stamp, ...MORE[kind], ...waiting}].map(fields => ({kind, generation, json: payload(kind, generation, fields, {as: 'detail'})}));
}));

/** Texts that become something else where they are not taken for text. */
export const HOSTILE: readonly string[] = [
  '<script>document.title = "taken"</script>', '<img src=https://evil.example/x onerror=alert(1)>', '"><b style="position:fixed" onclick=alert(1)>',
  '</style><style>*{display:none}',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)', 'data:text/html,<script>1</script>', 'https://a:b@evil.example/', 'http://evil.example/',
  '//evil.example/', 'https://evil.example/?"><i>',
  '\u202eabc\u2066', '\u2069\u2069\u200f', 'שלום', '\ud800', 'x\udc00y', '\u0000\u0007\u001b[31m', 'x'.repeat(10_000), '😀'.repeat(3000), '-'.repeat(500) + ' ',
  '__proto__', 'constructor', 'toString', '${alert(1)}', '{device}', '%s %d', 'NaN', 'Infinity', 'null', 'undefined', '[object Object]', '', ' ', '\n',
  '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2026-02-31T99:99:99Z', '+275760-09-13', '99:99', '..', '.', 'a/../b', '?x=1#y',
  'good', '1e309', '-0', '9'.repeat(400), '0x10', ' 21.50 ', '-5',
];
const ODD: readonly Json[] = [
  null, true, false, 0, -0, 1, -1, 0.1, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, 100.01, [], {}, [null], [[]], {toString: 1, valueOf: null},
];
const NAMES = ['__proto__', 'constructor', 'toString', 'valueOf', 'then', 'length', 'hasOwnProperty', 'id', 'kind', ''];

const hostileText = fc.constantFrom(...HOSTILE);
const odd = fc.constantFrom(...ODD);

/** Any JSON, with names and texts that are known to hurt. */
export const anyJson: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue({maxDepth: 3}), odd, hostileText,
  fc.dictionary(fc.constantFrom(...NAMES), fc.oneof(odd, hostileText, fc.jsonValue({maxDepth: 1})), {noNullPrototype: true}),
);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>({is: 'dropped'}),
  fc.oneof({weight: 2, arbitrary: odd}, {weight: 3, arbitrary: hostileText}, {weight: 1, arbitrary: anyJson}).map((by): Change => ({is: 'replaced', by})),
);

const pathsOf = (json: Json, at: Path = []): Path[] => typeof json !== 'object' || json === null ? [] : Object.entries(json).flatMap(([name, child]) => {
  const path = [...at, name];
  return [path, ...pathsOf(child, path)];
});

function changeAt(json: Json, [step, ...rest]: Path, what: Change): Json {
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json as Record<string, Json>).flatMap(([name, child]): [string, Json][] => {
    if (name !== step) return [[name, child]];
    if (rest.length) return [[name, changeAt(child, rest, what)]];
    return what.is === 'dropped' ? [] : [[name, what.by]];
  });
  return Array.isArray(json) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** Good JSON with one to three things wrong at any of its places. */
export const spoiltJson = (json: Json): fc.Arbitrary<Json> =>
  fc.array(fc.tuple(fc.constantFrom(...pathsOf(json)), change), {minLength: 1, maxLength: 3})
    .map(changes => changes.reduce((sofar, [path, what]) => changeAt(sofar, path, what), json));

/** A good payload with one thing wrong, at every one of its places. */
export function* spoiltAtEveryPlace(whole: Whole): Generator<Whole> {
  const changes: readonly Change[] = [{is: 'dropped'}, ...[null, true, 'NaN', -1e308, {a: 1}, '<script>1</script>\u202e'].map((by): Change => ({is: 'replaced', by}))];
  for (const path of pathsOf(whole.json)) for (const what of changes) yield {...whole, json: changeAt(whole.json, path, what)};
}

/** Names that nobody expects on a device. */
const unexpected = fc.dictionary(fc.constantFrom(...NAMES.filter(name => name !== 'id')), anyJson, {maxKeys: 2, noNullPrototype: true});

/** The one text that becomes more than a text is tried often. */
const link: fc.Arbitrary<object> = fc.oneof(fc.constant({}), fc.constant({}), hostileText.map(text => ({authorization_url: text})));

const spoilt = (whole: Whole): fc.Arbitrary<Whole> => fc.tuple(spoiltJson(whole.json), fc.option(unexpected, {nil: {}, freq: 4}), link)
  .map(([json, ...more]) => ({...whole, json: Object.fromEntries([json as object, ...more].flatMap(fields => Object.entries(fields)))}));

export const spoiltDevice: fc.Arbitrary<Whole> = fc.oneof(...WHOLE.map(spoilt));
export const spoiltOf = (kind: DeviceKind): fc.Arbitrary<Json> => fc.oneof(...WHOLE.filter(whole => whole.kind === kind).map(spoilt)).map(({json}) => json);

/** A collection's answer: devices good and bad among each other, in an envelope or bare, or anything. */
export const anyCollection = (kind: DeviceKind): fc.Arbitrary<Json> => {
  const devices = fc.array(fc.oneof({weight: 4, arbitrary: spoiltOf(kind)}, {weight: 1, arbitrary: anyJson}), {maxLength: 5});
  const more = fc.dictionary(fc.constantFrom('next', 'total', 'results', 'metadata'), anyJson, {noNullPrototype: true});
  const items = fc.oneof({weight: 4, arbitrary: devices}, {weight: 1, arbitrary: anyJson});
  const enveloped = fc.tuple(fc.constantFrom('results', 'items', 'data'), items, more).map(([name, sent, rest]) => ({...rest, [name]: sent}));
  return fc.oneof({weight: 3, arbitrary: devices}, {weight: 2, arbitrary: enveloped}, {weight: 1, arbitrary: anyJson});
};

/** As it is written on the wire: whole, cut off, or with a number that no computer can hold. */
export const asText = (json: fc.Arbitrary<Json>): fc.Arbitrary<string> => {
  const whole = json.map(value => JSON.stringify(value));
  return fc.oneof(
    {weight: 6, arbitrary: whole},
    {weight: 1, arbitrary: fc.tuple(whole, fc.nat()).map(([text, at]) => text.slice(0, at % text.length))},
    {weight: 1, arbitrary: whole.map(text => text.replace(/:-?\d+/, ':1e999'))},
  );
};
