export declare const ICONS_FILE: string;
export declare function drawIcons(): Promise<string>;
