/** Gives the page another `scheduler`, or none; returns what brings its own back. */
export function useScheduler(value: {yield(): Promise<void>} | undefined): () => void {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
  Object.defineProperty(globalThis, 'scheduler', {configurable: true, value});
  return () => own ? Object.defineProperty(globalThis, 'scheduler', own) : Reflect.deleteProperty(globalThis, 'scheduler');
}
