import type {Meta} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import {isoDayOf, periodOf} from '../src/domain/calendar.js';
import type {Situation} from './simulated-proxy.js';
import {answers, everything, has, hasMany, history, proxyFor} from './simulated-proxy.js';
import {present, story} from './stage.js';

const meta: Meta = {title: 'Situations/Energy over time', component: 'podero-consumption-chart'};
export default meta;

const ZONE = 'Europe/Vienna';

/** A number from 0 to 1 that looks arbitrary, and is the same for the same text. */
const spread = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) / 997;
/** So much more or less. */
const about = (kWh: number) => (iso: string): number => Math.round(kWh * (0.6 + 0.8 * spread(iso)) * 10) / 10;

const PUMP = {zone: ZONE, hours: about(1.9), days: about(46), months: about(1100), savings: about(0.6), currency: 'EUR'};
const CAR = {zone: ZONE, hours: (iso: string) => Number(iso.slice(11, 13)) < 5 ? about(2.4)(iso) : 0, days: about(12), months: about(320), savings: about(0.9), currency: 'EUR'};
const ROOF = {
  zone: ZONE, days: about(24), months: about(700), savings: about(0.4), currency: 'EUR',
  hours: (iso: string) => Math.max(0, Math.round(30 - (Number(iso.slice(11, 13)) - 12.5) ** 2) / 10),
};

/** The latest day that had so many hours: a Sunday in spring, or in autumn. */
function latestDayOf(hours: 23 | 25): string {
  let day = periodOf('day', new Date(), {zone: ZONE, firstWeekday: 1});
  do day = periodOf('day', new Date(day.from.getTime() - 1), {zone: ZONE, firstWeekday: 1});
  while (day.slots.length !== hours);
  return isoDayOf(day.from, ZONE);
}

/** What is over looks the same all day. */
const yesterday = isoDayOf(new Date(Date.now() - 86_400_000), ZONE);

interface Options {
  readonly period?: string;
  readonly date?: string;
  readonly compare?: boolean;
  readonly metric?: string;
  readonly scheme?: string;
}

const chartOf = (name: string, situation: Situation, {period = 'week', date = '', compare = false, metric = 'energy', scheme = ''}: Options = {}, isOne = false) => html`
  <podero-consumption-chart proxy-url=${proxyFor(`time-${name}`, situation)} time-zone=${ZONE} period=${period} date=${date} ?compare=${compare} metric=${metric}
    color-scheme=${scheme} device-type=${isOne ? 'heat-pump' : ''} device-id=${isOne ? 'any' : ''}></podero-consumption-chart>`;

const pump = (name: string, options: Options = {}, situation: Situation = history('heat-pump', PUMP)) =>
  () => chartOf(name, {...has('heat-pump', 'G1', {id: 'any'}), ...situation}, options, true);

const HOME = {...everything(), ...history('heat-pump', PUMP), ...history('electric-vehicle', CAR), ...history('inverter', ROOF)};
const household = (name: string, options: Options = {}, situation: Situation = HOME) => () => chartOf(name, situation, options);

const inside = (place: (chart: TemplateResult) => TemplateResult, chart: () => TemplateResult) => () => place(chart());

/** By the hour of the home's clock. */
export const Day = story(pump('day', {period: 'day', date: yesterday}), {says: 'Estimated.'});
/** By the day, from the first day of the week. */
export const Week = story(pump('week', {date: yesterday}), {says: 'Consumption'});
/** By the day, from the first of the month. */
export const Month = story(pump('month', {period: 'month', date: yesterday}), {says: 'most on'});
/** By the month, from January. */
export const Year = story(pump('year', {period: 'year', date: yesterday}), {says: 'Consumption'});
/** A day in spring: two o'clock never was. */
export const DayOf23Hours = story(pump('23', {period: 'day', date: latestDayOf(23)}), {says: 'Estimated.'});
/** A day in autumn: two o'clock was twice, and is told apart. */
export const DayOf25Hours = story(pump('25', {period: 'day', date: latestDayOf(25)}), {says: 'Estimated.'});
/** Hours of which nothing is known are gaps, in the picture and in words. */
export const Gaps = story(pump('gaps', {period: 'day', date: yesterday}, history('heat-pump', {
  ...PUMP, hours: iso => ['09', '10', '17'].includes(iso.slice(11, 13)) ? null : PUMP.hours(iso),
})), {says: '21 of 24 hours.'});
/** The week before as lines, in words and in the table. */
export const Comparison = story(pump('compare', {compare: true, date: yesterday}), {says: 'Consumption'});
/** Money, of the currency that the API names. */
export const Savings = story(pump('savings', {metric: 'savings', period: 'month', date: yesterday}), {says: '€'});
/** Nobody says in which currency: no figure is shown. */
export const SavingsOfNoCurrency = story(pump('no-currency', {metric: 'savings'}, history('heat-pump', {
  zone: ZONE, days: PUMP.days, savings: PUMP.savings,
})), {says: 'No savings known'});
/** All devices: what they use is stacked, what the roof brings stands beside it. */
export const Household = story(household('household', {period: 'month', compare: true, date: yesterday}), {says: 'Production'});
/** More devices than a picture holds: the smallest are one. */
export const HouseholdOfMany = story(household('many', {date: yesterday}, {...HOME, ...hasMany('heat-pump', 8)}), {says: 'Others'});
/** A portal without series: three rolling sums, and no ways to other times. */
export const RollingSumsOnly = story(household('sums', {}, everything()), {says: '30 days'});
/** This period could not be read; the ways to others stay. */
export const PeriodThatFailed = story(pump('failed', {period: 'month', date: '2025-01-15'}, {
  ...has('heat-pump', 'G2', {id: 'any'}), 'heat-pumps/savings': () => new Response(null, {status: 503}),
}), {says: 'could not be loaded'});
/** Nothing could be read. */
export const Failed = story(household('all-failed', {}, answers(503)), {says: 'could not be loaded'});
/** A time of which nothing is known: where data begin is the end. */
export const Empty = story(pump('empty', {date: '2020-02-12'}, history('heat-pump', {zone: ZONE})), {says: 'No figures for this time.'});
/** On a dark page. */
export const Dark = story(household('dark', {period: 'month', compare: true, date: yesterday, scheme: 'dark'}), {says: 'Production'});
/** In German. */
export const German = story(inside(chart => html`<div lang="de">${chart}</div>`, household('german', {compare: true, date: yesterday})), {says: 'Verbrauch'});
/** From the right; the time axis stays left to right. */
export const RightToLeft = story(inside(chart => html`<div dir="rtl">${chart}</div>`, household('rtl', {compare: true, date: yesterday})), {says: 'Production'});
/** In the narrowest place. */
export const Narrow = story(inside(chart => html`<div style="inline-size: 240px">${chart}</div>`, household('narrow', {period: 'year', date: yesterday})), {says: 'Production'});
/** As the browser has it painted for paper: light, and as wide as a sheet. */
export const OnPaper = story(household('paper', {compare: true, date: yesterday, scheme: 'dark'}), {
  says: 'Production',
  play: async ({canvasElement}) => {
    await present(() => canvasElement.querySelector('podero-consumption-chart')?.shadowRoot?.querySelector('canvas[width]'));
    window.dispatchEvent(new Event('beforeprint'));
  },
});
