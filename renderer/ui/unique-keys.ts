/** Keys for a list whose entries may be alike, two lines of the same product say: the second `x` gets `x 2`. */
export function uniqueKeys(texts: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return times === 1 ? text : `${text} ${times}`;
  });
}
