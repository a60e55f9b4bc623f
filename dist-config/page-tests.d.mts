export declare const sharedPages: () => Readonly<Record<string, readonly string[]>>;
