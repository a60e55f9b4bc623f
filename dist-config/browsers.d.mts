/** How puppeteer starts the Chromium of the tests. */
export function findChromium(): Promise<{executablePath: string; args: string[]; headless: true | 'shell'}>;
