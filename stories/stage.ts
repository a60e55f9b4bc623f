import type {StoryObj} from '@storybook/web-components-vite';
import {html, type TemplateResult} from 'lit';
import '../src/index.js';
import type {DeviceKind} from '../src/domain/device.js';
import {has, proxyFor, reconnecting, type Situation} from './simulated-proxy.js';
import {CARDS, type CardSituation} from './situations.js';

/** A story, what its element says in English then, and what has to be done on the stage first. */
export type Story = StoryObj & {readonly parameters: {readonly says: string; readonly isPending?: boolean}};

interface Scene {
  readonly says: string;
  readonly isPending?: boolean;
  readonly play?: (stage: {readonly canvasElement: HTMLElement}) => Promise<void>;
}

export const story = (content: () => TemplateResult, {says, isPending = false, play}: Scene): Story =>
  ({render: content, parameters: {says, isPending}, ...(play && {play})});

/** A card with everything that its stories need: a provider that can be reached, and a page for signing in where the situation has one. */
export function card(kind: DeviceKind, situation: CardSituation): Story {
  const {generation, fields, says} = CARDS[kind][situation];
  const answers: Situation = {...has(kind, generation, {id: 'any', ...fields}), ...(situation === 'reconnect by button' ? reconnecting(kind) : {})};
  const template = () => html`
    <podero-device-card proxy-url=${proxyFor(`${kind}-${situation.replaceAll(' ', '-')}`, answers)} device-type=${kind} device-id="any" support-url="tel:+431234567"></podero-device-card>`;
  return story(template, {says, ...(situation === 'disconnected' ? {play: pressReconnect} : {})});
}

/** The portal has no way to the manufacturer's page, which the card learns when it asks for one. */
async function pressReconnect({canvasElement}: {readonly canvasElement: HTMLElement}): Promise<void> {
  const buttonOf = () => canvasElement.querySelector('podero-device-card')?.shadowRoot?.querySelector<HTMLElement>('button[part~="action"]');
  await present(buttonOf);
  buttonOf()?.click();
}

/** Waits until there is something. */
export async function present(find: () => unknown): Promise<void> {
  for (let turn = 0; turn < 200 && !find(); turn += 1) await new Promise(done => setTimeout(done, 25));
}

/** Asks again once the devices are there. */
export async function pressRefresh({canvasElement}: {readonly canvasElement: HTMLElement}): Promise<void> {
  const list = canvasElement.querySelector('podero-device-list');
  await present(() => list?.shadowRoot?.querySelector('[part~="refresh"]:not([aria-disabled])') && list.shadowRoot.querySelector('podero-device-card'));
  await list?.refresh();
}
