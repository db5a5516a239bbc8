/** For the default branch of an exhaustive switch: the compiler says which case is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
