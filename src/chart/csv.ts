import {isoOf} from '../domain/calendar.js';
import type {EnergyShare} from '../domain/energy.js';
import {ENERGY_WINDOWS, totalOf} from '../domain/energy.js';
import type {Figure} from '../domain/shares.js';
import {joined} from '../domain/shares.js';
import type {Speech} from '../text/speech.js';
import type {Bars} from './chart-content.js';
import type {Column} from './columns.js';
import type {NameOfShare} from './legend-view.js';
import {WINDOW_LABEL} from './sums-view.js';
import {SLOT_WORDS} from './time-names.js';

type Cell = string | number | undefined;

/** Without it a spreadsheet takes UTF-8 for something older. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The rows of the table as a file: the instants of each slot as ISO 8601 with the home's offset, amounts to a thousandth with their
 * unit in the head, and nothing where nothing is known. Its separators are those that a spreadsheet in the reader's language expects.
 */
export function csvOfBars(bars: Bars, columns: readonly Column[], speech: Speech): string {
  const {say, format: {timeZone}} = speech;
  const {period, flows, begun, running, unit} = bars;
  const all = joined(flows.map(({sum}) => sum)).figures;
  const derived = flows.some(flow => flow.derived === 'estimated') ? say('estimated') : flows.some(flow => flow.derived) ? say('from-mean-power') : '';
  const noteOf = (slot: number) => [missingIn(all[slot], speech), slot === running ? say(SLOT_WORDS[period.name].running) : '', derived].filter(Boolean).join(' / ');
  return fileOf([
    [say('from'), say('until'), ...columns.map(({name, flow}) => `${name}, ${say(flow)} (${unit})`), say('note')],
    ...period.slots.slice(0, begun).map(({from, to}, slot) =>
      [isoOf(from, timeZone), isoOf(to, timeZone), ...columns.map(({amounts}) => amounts[slot]), noteOf(slot)]),
  ], speech.locale);
}

/** Rolling sums, a row a device. */
export const csvOfSums = (sums: readonly EnergyShare[], speech: Speech, nameOfShare: NameOfShare): string => fileOf([
  [speech.say('device'), '', ...ENERGY_WINDOWS.map(window => `${speech.say(WINDOW_LABEL[window])} (kWh)`)],
  ...sums.map(share => [nameOfShare(share, speech), speech.say(share.flow), ...ENERGY_WINDOWS.map(window => totalOf([share], window)?.kwh)]),
], speech.locale);

const missingIn = (figure: Figure | undefined, {say}: Speech): string =>
  figure?.is === 'gap' ? say('no-data') : figure?.is === 'known' && figure.isPartial ? say('incomplete') : '';

function fileOf(rows: readonly (readonly Cell[])[], locale: string): string {
  const isCommaDecimal = new Intl.NumberFormat(locale).formatToParts(1.5).some(({type, value}) => type === 'decimal' && value === ',');
  const [separator, decimal] = isCommaDecimal ? [';', ','] : [',', '.'];
  const write = (cell: Cell) => typeof cell === 'number' ? String(Math.round(cell * 1000) / 1000).replace('.', decimal) : cell ? quoted(cell) : '';
  return BYTE_ORDER_MARK + rows.map(row => `${row.map(write).join(separator)}\r\n`).join('');
}

/** What begins like a formula would be one to a spreadsheet, whoever named the device: an apostrophe makes it text. */
const quoted = (text: string): string => `"${(/^\s*[=+\-@\t\r＝＋－＠|%]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
