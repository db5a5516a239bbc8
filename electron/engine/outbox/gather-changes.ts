/** Makes a change of the journal together with the others of its moment; resolves once it is durable. */
export type Together = <T>(change: () => T) => Promise<T>;

interface Waiting {
  run(): void;
  settle(): void;
  fail(thrown: unknown): void;
}

/**
 * Gathers changes of the journal: all that is asked for within one turn of the event loop becomes one transaction, so that
 * writes which leave in one request become durable at the cost of one. Where it fails, each is made by itself: what is
 * wrong with one must not undo the others. A change may be made twice, so it must touch nothing but the journal.
 */
export function gatherChanges(journal: { readonly change: <T>(work: () => T) => T }): Together {
  let waiting: Waiting[] = [];

  function alone(each: Waiting): void {
    try {
      journal.change(() => each.run());
      each.settle();
    } catch (thrown) {
      each.fail(thrown);
    }
  }

  function make(): void {
    const all = waiting;
    waiting = [];
    try {
      journal.change(() => {
        for (const each of all) each.run();
      });
    } catch (thrown) {
      if (all.length === 1) all[0]?.fail(thrown);
      else for (const each of all) alone(each);
      return;
    }
    for (const each of all) each.settle();
  }

  return <T>(change: () => T): Promise<T> => {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let result: { readonly value: T } | null = null;
    waiting.push({
      run: () => {
        result = { value: change() };
      },
      settle: () => {
        if (result) resolve(result.value);
      },
      fail: reject,
    });
    if (waiting.length === 1) setImmediate(make);
    return promise;
  };
}
