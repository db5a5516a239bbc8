import Database from 'better-sqlite3';

const KEY = /^[0-9a-f]{64}$/i;

interface OpenOptions extends Database.Options {
  /** To read what is left of a damaged file, never to work with. */
  readonly damaged?: boolean;
}

/**
 * Opens `file` with its key and nothing else. ChaCha20-Poly1305 with a raw key: a flipped byte is noticed, and no
 * passphrase derivation slows the start. The first read proves key and header, so a wrong key throws here.
 * @param key 64 hex digits
 */
export function openDriver(file: string, key: string, options: OpenOptions = {}): Database {
  if (!KEY.test(key)) throw new TypeError('A database key is 64 hex digits.');
  const { damaged = false, ...rest } = options;
  const db = new Database(file, { timeout: 5000, ...rest });
  try {
    db.pragma("cipher='chacha20'");
    db.pragma(`key='raw:${key}'`);
    // Lets a file be read that is cut short, or whose schema reads in part only.
    if (damaged) db.unsafeMode(true).pragma('writable_schema = ON');
    db.pragma('user_version');
    if (!damaged) db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (thrown) {
    db.close();
    throw thrown;
  }
}
