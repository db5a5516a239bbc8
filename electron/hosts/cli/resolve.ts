import { type Command, InvalidArgumentError } from 'commander';
import type { FieldChoice } from '../../../shared/domain/field-choice.ts';
import { badArgument } from './arguments.ts';
import { decisionExit, parseWrites, WRITE } from './decided-writes.ts';
import { type GlobalOptions, withEngine } from './session.ts';

type Choices = Readonly<Record<string, FieldChoice>>;

interface ResolveOptions {
  readonly mine?: boolean;
  readonly theirs?: boolean;
  readonly field: Choices;
  readonly set: Choices;
  readonly alike?: boolean;
}

/** `outbox resolve`: whole writes, or a conflict field by field. */
export function addResolveCommand(outbox: Command, globals: () => GlobalOptions): void {
  outbox
    .command('resolve')
    .argument('<write...>', WRITE)
    .description('decide a conflict, an unknown outcome, or a step to do on the platform')
    .option('--mine', 'conflict: send mine all the same · unknown: it was sent · platform step: done')
    .option('--theirs', 'conflict: keep what is there now · otherwise: let it be')
    .option('--field <name=mine|theirs>', 'conflict: one field of it (repeatable)', collectChoice, {})
    .option('--set <name=value>', 'conflict: another value for one field (repeatable)', collectValue, {})
    .option('--alike', 'conflict: the same for all of its run over the same fields')
    .action(async (writes: string[], { mine, theirs, field, set, alike }: ResolveOptions) => {
      await withEngine(globals(), async ({ client, output }) => {
        const fields = { ...field, ...set };
        const named = Object.keys(fields).length > 0;
        if (mine && theirs) throw badArgument('outbox resolve', 'give one of --mine and --theirs.');
        if (!mine && !theirs && !named)
          throw badArgument('outbox resolve', 'give one of --mine, --theirs, --field and --set.');
        const choice = mine ? 'mine' : 'theirs';
        const done = await client.call('outbox.resolve', {
          writes: parseWrites(writes),
          ...(mine || theirs ? { choice } : {}),
          ...(named ? { fields } : {}),
          ...(alike ? { alike } : {}),
        });
        output.data(done, () => `${done.changed} changed.`);
        return decisionExit(output, writes, done.changed);
      });
    });
}

function collectChoice(text: string, before: Choices): Choices {
  const [, name, choice] = /^([^=]+)=(mine|theirs)$/.exec(text.trim()) ?? [];
  if (name === undefined || (choice !== 'mine' && choice !== 'theirs'))
    throw new InvalidArgumentError('It must be name=mine or name=theirs, such as zip=mine.');
  return { ...before, [name.trim()]: choice };
}

function collectValue(text: string, before: Choices): Choices {
  const at = text.indexOf('=');
  if (at <= 0) throw new InvalidArgumentError('It must be name=value, such as zip=69001.');
  return { ...before, [text.slice(0, at).trim()]: { value: text.slice(at + 1) } };
}
