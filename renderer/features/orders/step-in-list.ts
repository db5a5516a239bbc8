/**
 * The id `by` places from `current` in `ids`, held at both ends. When `current` has left the list (its order synced),
 * `lastIndex`, where it was, is where the step starts, so that the neighbour comes next and not the top.
 */
export function stepInList(
  ids: Uint32Array,
  current: number | null,
  by: number,
  lastIndex: number,
): number | null {
  const at = current === null ? -1 : ids.indexOf(current);
  const target = at === -1 ? (by > 0 ? lastIndex + by - 1 : lastIndex + by) : at + by;
  return ids[Math.min(ids.length - 1, Math.max(0, target))] ?? null;
}
