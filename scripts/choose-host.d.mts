interface Circumstances {
  readonly args: readonly string[];
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the superuser runs this. */
  readonly root: boolean;
  /** Electron's executable, null where there is none. */
  readonly binary: string | null;
  /** When fetching Electron failed last, in UTC ms; null when it never did. */
  readonly failedAt: number | null;
  readonly now: number;
}

type Choice = { readonly host: 'electron' | 'fetch' } | { readonly host: 'web'; readonly why: string };

export function chooseHost(circumstances: Circumstances): Choice;
