// Takes away what a test has put into the page, for all suites: so it is asked to before there is one.
import '@open-wc/testing';

interface Suite {
  emit(event: 'pre-require', context: Window, file: string, mocha: unknown): void;
}

declare const Mocha: {
  readonly Suite: {create(parent: Suite, title: string): Suite};
  readonly interfaces: {bdd(suite: Suite): void};
};
declare const mocha: {readonly suite: Suite};

/** Runs the files of a page, each in a suite of its own: what one does before and after its tests is not done to another's. */
export async function together(page: string): Promise<void> {
  const files = (await (await fetch('/test-names.json')).json() as Readonly<Record<string, readonly string[]>>)[page];
  if (!files?.length) throw new Error(`dist-config/page-tests.mjs has no page "${page}".`);
  for (const file of files) {
    const suite = Mocha.Suite.create(mocha.suite, file);
    Mocha.interfaces.bdd(suite);
    suite.emit('pre-require', window, file, mocha);
    await import(`/${file}`);
  }
}
