import {aTimeout, expect} from '@open-wc/testing';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {PollController} from '../../src/polling/poll-controller.js';
import type {PollNeed} from '../../src/polling/shared-poller.js';
import {addLeader, isLed} from '../../src/polling/shared-poller.js';

const AFTER_GRACE_MS = 150;

let asked: string[];

beforeEach(() => {
  asked = [];
});

const need = (key: string, differences: Partial<PollNeed<string>> = {}): PollNeed<string> => ({
  key, group: 'page', intervalMs: 0, leads: false,
  load: () => Promise.resolve(`${key} ${asked.push(key)}`),
  judge: () => ({next: 'never', forget: false}),
  ...differences,
});

/** What the controller uses of an element: connected or not, and updated when asked. */
class Host implements ReactiveControllerHost {
  needs: PollNeed<string>[] = [];
  isPaced = false;
  updates = 0;
  readonly updateComplete = Promise.resolve(true);
  readonly polls: PollController<string>;
  #controllers: ReactiveController[] = [];

  constructor(...needs: PollNeed<string>[]) {
    this.needs = needs;
    this.polls = new PollController(this, () => this.needs, () => this.isPaced);
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
  }

  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }

  connect(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
    this.update();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}

describe('a poll controller', () => {
  it('L11 asks for nothing before its host is on a page', async () => {
    const host = new Host(need('heat'));
    host.update();
    await aTimeout(0);
    expect(asked).to.deep.equal([]);
    expect(host.polls.stateOf('heat').status).to.equal('idle');
  });

  it('asks what the host needs, and lets it update with every step', async () => {
    const host = new Host(need('heat'), need('car'));
    host.connect();
    const before = host.updates;
    await aTimeout(0);
    expect(asked).to.deep.equal(['heat', 'car']);
    expect(host.updates - before, 'pending and ready, twice').to.equal(4);
    expect(host.polls.stateOf('car')).to.include({status: 'ready', value: 'car 2'});
    host.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('asks for what is needed in addition, and not again for what it has', async () => {
    const host = new Host(need('heat'));
    host.connect();
    await aTimeout(0);
    host.needs = [need('heat'), need('car')];
    host.update();
    host.update();
    await aTimeout(0);
    expect(asked).to.deep.equal(['heat', 'car']);
    host.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  describe('after an answer that is no news', () => {
    const {now} = Date;
    const turnTo = (time: string) => (Date.now = () => Date.parse(time));
    let host: Host;

    beforeEach(async () => {
      turnTo('2026-03-29T13:00:10Z');
      host = new Host(need('heat', {load: () => (asked.push('heat'), Promise.resolve('21 °C'))}));
      host.connect();
      await aTimeout(0);
      host.update();
    });

    afterEach(async () => {
      Date.now = now;
      host.disconnect();
      await aTimeout(AFTER_GRACE_MS);
    });

    const updatesOf = async (act: () => unknown): Promise<number> => {
      const before = host.updates;
      await act();
      return host.updates - before;
    };

    it('leaves its host alone within the minute that the host shows', async () => {
      turnTo('2026-03-29T13:00:50Z');
      expect(await updatesOf(() => host.polls.refresh())).to.equal(0);
    });

    it('lets its host update, since ages are told in minutes, also where the host was updated in this minute by something else', async () => {
      turnTo('2026-03-29T13:30:10Z');
      host.update();
      expect(await updatesOf(() => host.polls.refresh())).to.equal(1);
      host.update();
      expect(await updatesOf(() => host.polls.refresh())).to.equal(0);
    });

    it('lets its host update where it was updated meanwhile, and shows that something is being read', async () => {
      const reading = host.polls.refresh();
      host.update();
      expect(await updatesOf(() => reading)).to.equal(1);
    });

    it('lets its host update where how often it asks may change with it', async () => {
      host.isPaced = true;
      expect(await updatesOf(() => host.polls.refresh())).to.equal(1);
    });
  });

  it('does not know what it no longer needs', async () => {
    const host = new Host(need('heat'), need('car'));
    host.connect();
    await aTimeout(0);
    host.needs = [need('car')];
    host.update();
    expect(host.polls.stateOf('heat').status).to.equal('idle');
    expect(host.polls.stateOf('car').status).to.equal('ready');
    host.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('shares its requests with others on the page, and takes its interval with it when it goes', async () => {
    const [fast, slow] = [new Host(need('heat', {intervalMs: 30})), new Host(need('heat', {intervalMs: 0}))];
    fast.connect();
    slow.connect();
    await aTimeout(0);
    expect(asked).to.deep.equal(['heat']);
    await aTimeout(45);
    expect(asked).to.deep.equal(['heat', 'heat']);
    fast.disconnect();
    await aTimeout(60);
    expect(asked, 'the one that stays asks on demand only').to.have.length(2);
    await slow.polls.refresh();
    expect(asked).to.have.length(3);
    slow.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('refreshes everything it holds, and never rejects', async () => {
    const host = new Host(need('heat'), need('car', {load: () => (asked.push('car'), Promise.reject(new Error('no')))}));
    host.connect();
    await aTimeout(0);
    await host.polls.refresh();
    expect(asked).to.deep.equal(['heat', 'car', 'heat', 'car']);
    expect(host.polls.stateOf('car').status).to.equal('failed');
    host.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('survives a move in the document without a request', async () => {
    const host = new Host(need('heat'));
    host.connect();
    await aTimeout(0);
    host.disconnect();
    host.connect();
    await aTimeout(AFTER_GRACE_MS);
    expect(asked).to.deep.equal(['heat']);
    expect(host.polls.stateOf('heat').status).to.equal('ready');
    host.disconnect();
    await aTimeout(AFTER_GRACE_MS);
  });

  it('leads while it is on the page and says so, and others learn when that changes', () => {
    const [list, card] = [new Host(need('heat', {leads: true})), new Host()];
    card.connect();
    const before = card.updates;
    list.connect();
    expect([isLed('heat'), card.updates - before]).to.deep.equal([true, 1]);
    list.needs = [need('heat')];
    list.update();
    expect([isLed('heat'), card.updates - before]).to.deep.equal([false, 2]);
    list.disconnect();
    card.disconnect();
    addLeader('heat', 1);
    addLeader('heat', -1);
    expect(card.updates - before, 'nobody listens any more').to.equal(2);
  });
});
