import type {LitElement} from 'lit';
import type {Home, Period, PeriodName} from '../domain/calendar.js';
import {beside, isoDayOf, PERIODS, periodOf, startOfDay} from '../domain/calendar.js';
import type {Kit} from './kit.js';
import {remember} from './remember.js';

/** What a page can say of the time it wants to see. */
export interface Wishes {
  readonly period: unknown;
  readonly date: unknown;
  readonly compare: unknown;
  readonly metric: unknown;
}

export const METRICS = ['energy', 'savings'] as const;
export type Metric = typeof METRICS[number];

/** The time that is shown. */
export interface Chosen {
  readonly period: Period;
  /** The one to compare it with, where that is wanted. */
  readonly before: Period | undefined;
  readonly home: Home;
  readonly metric: Metric;
  /** Does it hold this moment? */
  readonly isRunning: boolean;
}

interface Place {
  readonly name: PeriodName;
  /** A day of the home; without one it is today, and goes on with the clock. */
  readonly day: string | undefined;
}

/**
 * Which period is shown: the one that the page names until the user moves, from there on where the user has gone, until the page
 * names another. No attribute is written.
 */
export class Choice {
  readonly #kit: Kit;
  readonly #host: LitElement & Wishes;
  readonly #home: () => Home;
  #moved: Place | undefined;
  #wished = '';

  constructor(kit: Kit, host: LitElement & Wishes, home: () => Home) {
    this.#kit = kit;
    this.#host = host;
    this.#home = home;
  }

  get now(): Chosen {
    const {name, day} = this.#place;
    const {zone, firstWeekday} = this.#home();
    const metric = this.#kit.oneOf(this.#host, 'metric', this.#host.metric, METRICS);
    return this.#at(Math.floor(Date.now() / 60_000), name, day, zone, firstWeekday, this.#kit.isOn(this.#host.compare), metric);
  }

  /** The period before or after; not beyond now. */
  step(direction: -1 | 1): void {
    const {period, home} = this.now;
    const target = beside(period, direction, home);
    if (target.from.getTime() <= Date.now()) this.#goTo(period.name, target.from);
  }

  /** The period of another name at the same place. */
  turn(name: PeriodName): void {
    const {isRunning, period: {from}} = this.now;
    this.#goTo(name, isRunning ? new Date() : from);
  }

  today(): void {
    this.#goTo(this.now.period.name, new Date());
  }

  /** A period that holds this moment goes on with the clock: a page that is left open must not stay on yesterday. */
  #goTo(name: PeriodName, instant: Date): void {
    const home = this.#home();
    const holdsNow = periodOf(name, instant, home).to.getTime() > Date.now();
    this.#moved = {name, day: holdsNow ? undefined : isoDayOf(instant, home.zone)};
    this.#kit.fire(this.#host, 'podero-period', {period: name, date: this.#moved.day ?? isoDayOf(new Date(), home.zone)});
    this.#host.requestUpdate();
  }

  get #place(): Place {
    const {period, date} = this.#host;
    const wished = `${String(period)} ${String(date)}`;
    if (wished !== this.#wished) this.#moved = undefined;
    this.#wished = wished;
    return this.#moved ?? {name: this.#kit.oneOf(this.#host, 'period', period, ['week', ...PERIODS]), day: this.#dayOf(date)};
  }

  #dayOf(date: unknown): string | undefined {
    if (date === null || date === undefined || date === '') return undefined;
    const day = String(date).trim();
    const {zone} = this.#home();
    const start = this.#startOf(day, zone);
    if (!start) this.#kit.warnUnusable(this.#host, 'date', date, 'a day such as 2026-03-29', 'today');
    return start && start.getTime() <= Date.now() ? day : undefined;
  }

  readonly #startOf = remember(startOfDay);

  /** Made anew at every minute, since it may be the first of a day, and no zone begins one within. */
  readonly #at = remember((
    minute: number, name: PeriodName, day: string | undefined, zone: string | undefined, firstWeekday: Home['firstWeekday'], isCompared: boolean, metric: Metric,
  ): Chosen => {
    const home = {zone, firstWeekday};
    const now = new Date(minute * 60_000);
    const period = this.#same(periodOf(name, (day && this.#startOf(day, zone)) || now, home), 'period');
    const before = isCompared ? this.#same(beside(period, -1, home), 'before') : undefined;
    return {period, before, home, metric, isRunning: period.to > now};
  });

  readonly #last: {period?: Period; before?: Period} = {};

  /** The one that was shown a minute ago, where it still is. */
  #same(period: Period, as: 'period' | 'before'): Period {
    const last = this.#last[as];
    const isSame = last?.name === period.name && last.slots.length === period.slots.length
      && last.slots.every(({from}, slot) => from.getTime() === period.slots[slot]?.from.getTime());
    return this.#last[as] = isSame ? last : period;
  }
}
