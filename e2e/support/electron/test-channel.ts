/** What the stand-in tells the test that started it, over Node's own channel. */
export type StandInNote =
  | { readonly type: 'browser'; readonly endpoint: string }
  | { readonly type: 'opened-outside'; readonly url: string }
  | { readonly type: 'process'; readonly service: string; readonly pid: number }
  | { readonly type: 'menu'; readonly labels: readonly string[] }
  | { readonly type: 'save-dialog'; readonly path: string }
  | { readonly type: 'dialog'; readonly message: string; readonly detail: string };

export function tellTest(note: StandInNote): void {
  if (process.connected) process.send?.(note);
}
