const said = new Set<string>();

/** One line in the console per page and message: a widget that polls must not fill it. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`podero-widgets: ${message}`);
}
