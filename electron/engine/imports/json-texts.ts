/** The start of `{"orders": [` and what may stand before it. */
const ORDERS = /^\s*\{\s*"orders"\s*:\s*\[/;
/** More than that start is long, whatever its layout. */
const START_CHARS = 256;

/**
 * The JSON texts of the orders in a file that arrives in pieces: a single order, orders one after the other (JSON lines),
 * an array, or `{"orders": […]}`. Only one order is held at a time. What stands between orders and is none is given as it
 * is, for the reader to refuse.
 */
export async function* jsonTexts(pieces: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let start = '';
  let scan: Scan | null = null;
  for await (const piece of pieces) {
    if (scan === null) {
      start += piece;
      if (!tellsLayout(start)) continue;
      scan = scanFor(start);
      yield* scan(start.slice(opens(start)));
    } else yield* scan(piece);
  }
  if (scan === null) {
    scan = scanFor(start);
    yield* scan(start.slice(opens(start)));
  }
  yield* scan(null);
}

/** Cuts what it is given, piece by piece, into JSON texts; null: the file ends. */
type Scan = (piece: string | null) => Generator<string>;

/** Of one order in a line by itself, that line. */
const ONE_CHARS = 1024 * 1024;

function tellsLayout(start: string): boolean {
  const text = start.trimStart();
  if (text.length < START_CHARS) return false;
  return opens(start) > 0 || text.includes('\n') || text.length >= ONE_CHARS;
}

function scanFor(start: string): Scan {
  if (opens(start) > 0) return scanValues(true);
  const [line = ''] = start.trimStart().split('\n', 1);
  return isJson(line) ? scanLines() : scanValues(false);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function scanLines(): Scan {
  let text = '';
  return function* (piece) {
    const lines = (text + (piece ?? '\n')).split('\n');
    text = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '') yield line;
  };
}

/** How many characters lead into a list of orders; 0: it is no list. */
function opens(start: string): number {
  return (ORDERS.exec(start) ?? /^\s*\[/.exec(start))?.[0].length ?? 0;
}

/** By their braces, in a list or one after the other. A line break inside a string ends whatever is not closed. */
function scanValues(isInList: boolean): Scan {
  let text = '';
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let isOver = false;
  return function* (piece) {
    if (piece === null) {
      if (text.trim() !== '') yield text;
      return;
    }
    let from = 0;
    for (let at = 0; at < piece.length && !isOver; at += 1) {
      const char = piece[at];
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (char === '\\') isEscaped = true;
        else if (char === '"') isString = false;
        else if (char === '\n') {
          // No JSON text holds a bare line break inside a string.
          isString = false;
          depth = 0;
          yield text + piece.slice(from, at);
          [text, from] = ['', at + 1];
        }
        continue;
      }
      if (char === '"') isString = true;
      else if (char === '{' || char === '[') depth += 1;
      else if (char === '}' || char === ']') {
        if (depth === 0 && isInList) {
          isOver = true;
          if ((text + piece.slice(from, at)).trim() !== '') yield text + piece.slice(from, at);
          return;
        }
        depth -= 1;
        if (depth > 0) continue;
        depth = 0;
        yield text + piece.slice(from, at + 1);
        [text, from] = ['', at + 1];
      } else if (depth === 0 && (char === ',' || char === '\n')) {
        if ((text + piece.slice(from, at)).trim() !== '') yield text + piece.slice(from, at);
        [text, from] = ['', at + 1];
      }
    }
    if (!isOver) text += piece.slice(from);
  };
}
