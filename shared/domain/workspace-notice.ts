import { z } from 'zod';

const file = z.string();

/** What an agent should know about how the workspace opened. Files by name, they are in the data directory. */
export const workspaceNoticeSchema = z.discriminatedUnion('code', [
  /** The cache was damaged; it is put aside and begun anew. */
  z.object({ code: z.literal('cache_rebuilt'), aside: file }),
  /**
   * The journal was damaged and salvaged. `lostWrites`: committed writes that are gone; null: there is no telling.
   * `backup`: what filled the gaps.
   */
  z.object({
    code: z.literal('journal_salvaged'),
    aside: file,
    lostWrites: z.int().nullable(),
    backup: file.nullable(),
  }),
]);
export type WorkspaceNotice = Readonly<z.infer<typeof workspaceNoticeSchema>>;
