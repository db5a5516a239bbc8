/**
 * Words that may be put on a page: French sets a space before `: ; ? !` and inside of guillemets, and no line may break
 * there.
 */
export function frenchSpaces<Args extends readonly unknown[]>(
  words: (...args: Args) => string,
): (...args: Args) => string {
  return (...args) => words(...args).replaceAll(/ (?=[:;?!»])|(?<=«) /g, '\u00a0');
}
