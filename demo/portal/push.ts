/** How a visitor's page hears of changes beside its refreshes: `?push=socket` in the address chooses, and the session remembers it. */
export const PUSH_WAYS = ['events', 'socket', 'off'] as const;

export type PushWay = (typeof PUSH_WAYS)[number];

export const pushWayOf = (asked: string | undefined): PushWay | undefined => PUSH_WAYS.find(way => way === asked);

/** Where WebSockets are, of the site that a page is on: one has to be named with its host, also in the content security policy. */
export const socketOrigin = (pageUrl: string): string => new URL(pageUrl).origin.replace(/^http/, 'ws');

/** The `push-url` of the page's widgets. */
export const pushUrl = (way: PushWay, pageUrl: string): string =>
  ({events: '/podero/events', socket: `${socketOrigin(pageUrl)}/podero/socket`, off: ''})[way];
