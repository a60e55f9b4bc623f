/** What the tests do with a page, the same in each engine. */
export interface Page {
  /** Opens an address, and waits until it is loaded. */
  goto(url: string): Promise<void>;
  /** Where it is; asked of the browser, not of the page, which may be about to be left. */
  url(): Promise<string>;
  /** Runs a function in the page. It sees nothing of this process; what goes in and comes out is JSON. */
  evaluate<Values extends readonly unknown[], Result>(run: (...values: Values) => Result | Promise<Result>, ...values: Values): Promise<Result>;
  /** In CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Clicks with the mouse into the middle of the element that the function finds, in shadow roots too. */
  click<Values extends readonly unknown[]>(find: (...values: Values) => Element, ...values: Values): Promise<void>;
  /** Presses keys on the keyboard, one after the other: `press('Tab', 'Shift+Tab', 'Enter')`. */
  press(...keys: readonly KeyPress[]): Promise<void>;
  /** Into a PNG file. */
  screenshot(path: `${string}.png`): Promise<void>;
  /** Takes the network away and gives it back: really in Chromium, as the page is told of it in the engines that cannot be put there. */
  setOnline(isOnline: boolean): Promise<void>;
  /** Bytes of the page's heap after three collections; only Chromium tells. */
  heapBytes(): Promise<number | undefined>;
  close(): Promise<void>;
}

export type KeyPress = Key | `Shift+${Key}`;
export type Key = keyof typeof KEYS;

/** Keys that do not write, and their code points in WebDriver. */
export const KEYS = {
  Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Escape: '\uE00C', Space: ' ', End: '\uE010', Home: '\uE011',
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F',
} as const;

/** The keys that are held and pressed, the last one last. */
export const keysOf = (press: KeyPress): readonly Key[] => press.split('+') as Key[];

/** In the page: what a page is told when its network comes and goes. */
export function tellOnline(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', {value: isOnline, configurable: true});
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}
