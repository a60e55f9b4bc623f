let isSaid = false;

/**
 * Registers an element. A tag that is taken (a second copy of the script, another version, another owner) stays what it
 * is: the first wins, and one line in the console says so (faults L04, L05).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) {
    customElements.define(tag, element);
  } else if (!isSaid) {
    isSaid = true;
    console.info(`podero-widgets: <${tag}> is already defined on this page; the first definition stays.`);
  }
}
