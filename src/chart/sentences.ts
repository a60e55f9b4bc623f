import type {Comparison} from '../domain/comparison.js';
import type {Device} from '../domain/device.js';
import type {Figure} from '../domain/shares.js';
import {joined} from '../domain/shares.js';
import type {Speech} from '../text/speech.js';
import type {Amounts} from './amounts.js';
import {amountsIn} from './amounts.js';
import type {Bars, FlowSum} from './chart-content.js';
import type {Kit} from './kit.js';
import type {SlotName} from './time-names.js';
import {countOf, nameOfPeriod, SLOT_WORDS} from './time-names.js';

/** As the eye weighs it. */
export interface Sentence {
  readonly figure?: string;
  readonly when: string;
  readonly rest?: string;
}

/** Everything that is said of bars, sentence by sentence. */
export interface Sentences {
  /** One sentence in three: "288 kWh", "this week so far", and ", 12 % less than last week so far; most on Tuesday." */
  readonly ofFlow: (flow: FlowSum) => Sentence;
  /** What limits the figures of a flow. */
  readonly limitsOf: (flow: FlowSum) => readonly string[];
  /** What limits all. */
  readonly limits: () => readonly string[];
  /** One slot of a flow: "41.2 kWh", "No data". */
  readonly slotOf: (flow: FlowSum, slot: number) => string;
  /** "Week before 38.0 kWh." */
  readonly beforeOf: (flow: FlowSum, slot: number) => string | undefined;
  /** Aloud, all of a slot: "Tuesday 18 November, 41.2 kWh". */
  readonly slotAloud: (slot: number) => string;
}

/** Longer lists are read by nobody. */
const NAMED = 3;
/** Of more, a percentage says nothing: that is as if from nothing. */
const MOST_PERCENT = 999;

export function sentencesOf(bars: Bars, names: readonly SlotName[], speech: Speech, {inSentence, nameOf}: Kit): Sentences {
  const {period, flows, running, loading} = bars;
  const {say, format} = speech;
  const amounts: Amounts = amountsIn(bars.unit, speech, {inSentence});
  const isRunning = running >= 0;

  const listOf = (words: readonly string[]): string => {
    const more = words.length > NAMED + 1 ? words.length - NAMED : 0;
    return format.list(more ? [...words.slice(0, NAMED), say('more-devices', {count: more})] : words);
  };
  const ofDevices = (key: 'without' | 'compared-without', devices: readonly Device[]) =>
    devices.length ? [say(key, {devices: listOf(devices.map(device => nameOf(device, say)))})] : [];

  function compared({now, before}: Comparison): string {
    const difference = now - before;
    const percent = before > 0 ? Math.round(Math.abs(difference) / before * 100) : NaN;
    const than = say(`${isRunning ? 'same-part' : 'before'}-${period.name}`);
    if (percent === 0 || difference === 0) return say('same-as', {before: than});
    const amount = percent <= MOST_PERCENT ? inSentence(format.percent(percent)) : amounts.say(Math.abs(difference));
    return say(difference < 0 ? 'less-than' : 'more-than', {amount, before: than});
  }

  function most({sum}: FlowSum): string | undefined {
    const slot = highest(sum.figures);
    const [from, to] = [period.slots[slot]?.from, period.slots[slot]?.to];
    if (!from || !to) return undefined;
    const brief = names[slot]?.brief ?? '';
    return say(SLOT_WORDS[period.name].most, {day: brief, month: brief, from: format.clock(from), to: format.clock(to)});
  }

  /** Decided by what is read: "0.0 kWh to the grid" says nothing. */
  function toGrid(exportKwh: number | undefined): readonly string[] {
    const [amount, none] = [format.energy(exportKwh), format.energy(0)];
    return exportKwh !== undefined && amount.value !== none.value ? [say('to-grid-of-it', {energy: inSentence(amount)})] : [];
  }

  function ofFlow(flow: FlowSum): Sentence {
    const {total, comparison} = flow;
    if (!total) return {when: loading ? '' : say(isRunning ? 'no-figures-yet' : 'no-figures')};
    const when = isRunning ? say(`so-far-${period.name}`) : nameOfPeriod(period, speech);
    // What is highest, and how it compares, is known when all have come.
    const [than, top] = loading ? [] : [comparison && compared(comparison), most(flow)];
    return {figure: amounts.say(total.amount), when, rest: `${than ? `, ${than}` : ''}${top ? `; ${top}` : ''}.`};
  }

  function limitsOf({total, before, comparison, derived}: FlowSum): readonly string[] {
    if (!total || loading) return [];
    const over = period.slots.filter((_, slot) => slot < bars.begun && slot !== running).length;
    const {count, of} = comparison ?? {count: 0, of: over};
    return [
      ...total.complete < total.of ? [`${countOf(total, period, speech)}.`] : [],
      ...before && count < of ? [say('compared-of', {days: countOf({complete: count, of}, period, speech)})] : [],
      ...toGrid(total.exportKwh),
      ...derived ? [say(derived === 'estimated' ? 'estimated' : 'from-mean-power')] : [],
    ];
  }

  function limits(): readonly string[] {
    if (loading) return [say('loading-devices', loading)];
    const all = joined(flows.map(({sum}) => sum)).figures;
    const those = (holds: (figure: Figure) => boolean) => all.flatMap((figure, slot) => holds(figure) ? names[slot]?.brief ?? [] : []);
    const isKnown = flows.some(({total}) => total);
    const [empty, partial] = [those(({is}) => isKnown && is === 'gap'), those(figure => figure.is === 'known' && figure.isPartial)];
    return [
      ...empty.length ? [say('no-data-on', {days: listOf(empty)})] : [],
      ...partial.length ? [say('incomplete-on', {days: listOf(partial)})] : [],
      ...ofDevices('without', bars.without),
      ...ofDevices('compared-without', bars.uncompared),
      ...bars.foreignStart ? [daysFrom(bars.foreignStart, speech)] : [],
    ];
  }

  function slotOf({sum}: FlowSum, slot: number): string {
    const figure = sum.figures[slot];
    if (figure?.is === 'known') return amounts.say(figure.amount);
    return figure?.is === 'gap' ? say('no-data') : say('no-figures-yet').replace(/\.$/, '');
  }

  function beforeOf({before}: FlowSum, slot: number): string | undefined {
    const amount = before?.[slot];
    return amount === undefined ? undefined : `${say(`compared-${period.name}`)} ${amounts.say(amount)}`;
  }

  function slotAloud(slot: number): string {
    const said = flows.map(flow => [
      flows.length > 1 ? `${say(flow.flow)} ${slotOf(flow, slot)}` : slotOf(flow, slot), isIncomplete(flow, slot) && say('incomplete'), beforeOf(flow, slot),
    ]);
    return [names[slot]?.full, slot === running && say(SLOT_WORDS[period.name].running), ...said.flat()].filter(Boolean).join(', ');
  }

  return {ofFlow, limitsOf, limits, slotOf, beforeOf, slotAloud};
}

export function isIncomplete({sum}: FlowSum, slot: number): boolean {
  const figure = sum.figures[slot];
  return figure?.is === 'known' && figure.isPartial;
}

/** The slot with the most, where there is more than one to compare; −1 else. */
function highest(figures: readonly Figure[]): number {
  const amounts = figures.map(figure => figure.is === 'known' ? figure.amount : -Infinity);
  const most = Math.max(...amounts);
  return amounts.filter(amount => amount > -Infinity).length > 1 && most > 0 ? amounts.indexOf(most) : -1;
}

/** Days that are not the home's: those of UTC, as the API documents them, or of another zone, as some portals may make them. */
const daysFrom = (start: Date, {say, format}: Speech): string =>
  start.getTime() % 86_400_000 === 0 ? say('utc-days') : say('days-begin', {time: format.clock(start)});
