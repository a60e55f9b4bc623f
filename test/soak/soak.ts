import {eventually} from '../browser/eventually.js';
import {refreshAll} from '../browser/read-page.js';
import {FaultServer} from '../browser/faults/fault-server.js';
import {mount, show, signIn, unmountAll, unmountOne} from './acts.js';
import {Faults} from './faults.js';
import {HEAT_PUMPS, Home} from './home.js';
import {SoakedPage, type Held} from './page.js';
import type {Random} from './random.js';
import {Stream} from './stream.js';
import {WATCH_ELEMENTS, type Watched} from './watch.js';

/** An interval of 15 s is half a second, a deadline too. */
export const SPEED = 30;
const STEP_MS = 100;
const STEPS_OF_CYCLE = 40;
const WARM_UP = 2;
const SETTLE_MS = 1_000;

export interface Report {
  readonly requests: number;
  readonly messages: number;
  readonly mounts: number;
  readonly faults: ReadonlyMap<string, number>;
  readonly watched: Watched;
  readonly errors: readonly string[];
  /** In good health, after the first cycles and after the last. */
  readonly held: {readonly before: Held; readonly after: Held};
  /** Between the two. */
  readonly cycles: number;
  /** What is shown in the end, and is not what the server says. */
  readonly differences: readonly string[];
}

/** A page that polls and listens for hours of its own time, while everything goes wrong. */
export class Soak {
  readonly #random: Random;
  readonly #server: FaultServer;
  readonly #soaked: SoakedPage;
  readonly #home: Home;
  readonly #faults: Faults;
  readonly #stream: Stream;
  #mounts = 0;

  private constructor(random: Random, server: FaultServer, soaked: SoakedPage, home: Home) {
    [this.#random, this.#server, this.#soaked, this.#home] = [random, server, soaked, home];
    this.#faults = new Faults(server, random);
    this.#stream = new Stream(random, this.#faults);
    server.faults.set('*', this.#faults.answer).set('/push', this.#stream.answer);
  }

  /** The page, still in good health. */
  static async start(random: Random): Promise<Soak> {
    const server = await FaultServer.start();
    const home = new Home(server);
    const all = `proxy-url="${server.proxyUrl}" poll-interval="15"`;
    server.body = `<podero-device-list ${all} push-url="${server.proxyUrl}/push"></podero-device-list>
      <podero-device-card ${all} device-type="heat-pump" device-id="${HEAT_PUMPS[0]}"></podero-device-card>
      <podero-consumption-chart ${all}></podero-consumption-chart><div id="extras"></div>`;
    const soaked = await SoakedPage.open(server.url);
    await soaked.page.evaluate(WATCH_ELEMENTS);
    await soaked.page.evaluate(speed => void (clock.speed = speed), SPEED);
    home.hurry(SPEED);
    return new Soak(random, server, soaked, home);
  }

  /** @param untilMs epoch ms */
  async run(untilMs: number): Promise<Report> {
    // What is kept on purpose, or is seldom needed, is there by then.
    for (let cycle = 0; cycle < WARM_UP; cycle++) await this.#cycle();
    const first = await this.#recover();
    const before = await this.#soaked.held();
    let cycles = 0;
    for (; !cycles || Date.now() < untilMs; cycles++) await this.#cycle();
    const last = await this.#recover();
    // What was shown until a moment ago may be let go only later; what leaks, never.
    const isLetGo = ({nodes, listeners}: Held) => nodes <= before.nodes * 1.1 && listeners <= before.listeners + 5;
    const held = {before, after: await eventually(() => this.#soaked.held(), isLetGo, 20_000)};
    const watched = await this.#watched();
    const errors = await this.#soaked.page.evaluate(() => globalThis.complaints?.errors ?? []);
    await Promise.all([this.#soaked.close(), this.#server.stop()]);
    const requests = this.#server.log.filter(({path}) => path !== '/push').length;
    const {messages} = this.#stream;
    return {requests, messages, mounts: this.#mounts, faults: this.#faults.counts, watched, errors, held, cycles, differences: [...first, ...last]};
  }

  async #cycle(): Promise<void> {
    for (let step = 0; step < STEPS_OF_CYCLE; step++) {
      await this.#step();
      await wait(STEP_MS);
    }
    await unmountAll(this.#soaked.page);
    await signIn(this.#soaked.page);
    // Somewhat more than the grace of those that are gone.
    await wait(STEP_MS);
  }

  async #step(): Promise<void> {
    const isLucky = (chance: number) => this.#random.isLucky(chance);
    if (isLucky(0.5)) this.#change();
    if (isLucky(0.3)) this.#stream.beat();
    if (isLucky(0.2)) await this.#mount();
    if (isLucky(0.2)) await unmountOne(this.#soaked.page);
    if (isLucky(0.2)) await signIn(this.#soaked.page);
    if (isLucky(0.05)) await this.#mishap(this.#random.pick(Object.keys(this.#mishaps)));
  }

  #change(): void {
    const device = this.#home.change(this.#random.pick(HEAT_PUMPS));
    if (this.#random.isLucky(0.7)) this.#stream.tell(device);
  }

  async #mount(): Promise<void> {
    this.#mounts++;
    await mount(this.#soaked.page, this.#random.pick(TAGS), this.#server.proxyUrl, this.#random.pick(HEAT_PUMPS));
  }

  /** What befalls a page as a whole, and how it ends. */
  readonly #mishaps: Readonly<Record<string, readonly [begin: () => Promise<unknown>, end: () => Promise<unknown>]>> = {
    'the proxy is down': [() => this.#server.down(), () => this.#server.up()],
    'the browser is offline': [() => this.#soaked.page.setOfflineMode(true), () => this.#soaked.page.setOfflineMode(false)],
    'the page is hidden': [() => show(this.#soaked.page, false), () => show(this.#soaked.page, true)],
  };

  async #mishap(kind: string): Promise<void> {
    const [begin, end] = this.#mishaps[kind]!;
    this.#faults.count(kind);
    await begin();
    await wait(this.#random.between(100, 1_000));
    await end();
  }

  /** A while of health, after which everything has to be shown as it is. */
  async #recover(): Promise<readonly string[]> {
    this.#faults.isCalm = this.#stream.isCalm = true;
    const differences = await eventually(async () => {
      await refreshAll(this.#soaked.page as unknown as Parameters<typeof refreshAll>[0]);
      return this.#differences();
    }, found => !found.length, 30_000);
    // What has just gone is let go by then.
    await wait(SETTLE_MS);
    this.#faults.isCalm = this.#stream.isCalm = false;
    return differences;
  }

  async #differences(): Promise<readonly string[]> {
    const {shown, notices} = await this.#watched();
    const {counts} = this.#home;
    const wrong = shown.flatMap(values => Object.entries(values).filter(([id, tenths]) => counts[id] !== tenths).map(([id, tenths]) => `${id}: ${tenths}, not ${counts[id]}`));
    const missing = shown[0] && Object.keys(shown[0]).length === HEAT_PUMPS.length && Object.keys(shown[1] ?? {}).length === 1 ? [] : ['Devices are missing.'];
    return [...wrong, ...missing, ...notices];
  }

  #watched(): Promise<Watched> {
    return this.#soaked.page.evaluate(() => globalThis.soaked!());
  }
}

const TAGS = ['podero-device-list', 'podero-device-card', 'podero-device-card', 'podero-consumption-chart'];

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
