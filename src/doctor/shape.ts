import {batterySignOf} from '../api/inverter-balance.js';
import {normalise} from '../api/normalise.js';
import {itemsOf} from '../api/pages.js';
import {readPayload, type ReadPayload} from '../api/read.js';
import {note, problem, type Finding} from './finding.js';
import type {Read} from './reads.js';

/** What the widgets make of an answer with devices: what they cannot read, and which generation of the API speaks. */
export function* describeDevices({kind, part, name, answer}: Read): Iterable<Finding> {
  const items = part === 'detail' ? [answer.json] : listed(answer.text);
  if (!items) {
    yield problem(`${name} is neither an array nor an envelope around one.`, 'Send an array of devices, or {"results": [...]}.');
    return;
  }
  const read = items.map(item => readPayload(kind, item));
  const understood = read.filter(device => device !== undefined);
  if (understood.length < read.length) {
    yield problem(`${name}: ${read.length - understood.length} of ${read.length} devices have no usable id.`, 'Send the API\'s id, as text.');
  }
  yield* judgeFields(name, understood);
  if (part === 'list' && understood.length) yield note(`${name}: ${generations(understood)}.`);
}

function* judgeFields(name: string, devices: readonly ReadPayload[]): Iterable<Finding> {
  const unreadable = unique(devices.flatMap(device => device.unreadable));
  if (unreadable.length) yield problem(`${name}: ${unreadable.join(', ')} cannot be read, and count as missing.`, 'Send them as the API does.');
  const asText = unique(devices.flatMap(device => device.textNumbers));
  if (asText.length) yield note(`${name}: ${asText.join(', ')} came as text instead of numbers.`);
  if (devices.some(({sent}) => sent.is_authenticated == null)) yield note(`${name}: is_authenticated is missing, the connection is shown as not known.`);
}

function listed(text: string): readonly unknown[] | undefined {
  try {
    return itemsOf(text).items;
  } catch {
    return undefined;
  }
}

function generations(devices: readonly ReadPayload[]): string {
  const found = unique(devices.map(device => normalise(device, {batterySign: 'auto', now: Date.now()}).generation));
  const signs = unique(devices.flatMap(({kind, sent, fields}) =>
    (kind === 'inverter' ? [batterySignOf(sent, fields, 'auto') ?? 'unknown: set the attribute battery-sign'] : [])));
  return [`generation ${found.join(' and ')}`, ...signs.map(sign => `battery sign ${sign}`)].join(', ');
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
