/** One more screen around what is seen: whoever scrolls there finds it drawn. */
const AROUND = '100%';

/** Calls back once, when the element is seen or nearly so; never while it is in a page part that is not shown. */
export function whenSeen(element: Element, onSeen: () => void): void {
  const observer = new IntersectionObserver(entries => {
    if (!entries.some(({isIntersecting}) => isIntersecting)) return;
    observer.disconnect();
    onSeen();
  }, {rootMargin: AROUND});
  observer.observe(element);
}
