/** Checks a proxy against the contract, and gives the exit code. */
export async function runDoctor(args: readonly string[]): Promise<number> {
  console.error(`podero-widgets doctor ${args.join(' ')}: not there yet.`);
  return 2;
}
