export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
export interface Step {
  readonly command: readonly string[];
  readonly count: (output: string, code: number) => Count | undefined;
}
export function check(...command: readonly string[]): Step;
export function nodeRunner(command: readonly string[]): Step;
export function webRunner(command: readonly string[]): Step;
export function runStep(step: Step, print?: (text: string) => void): Promise<Count>;
export function inWords(count: Count): string;
export function lastWords(output: string, lines?: number): string;
