import { messageOf } from '../../shared/errors.ts';
import { Command, CommanderError } from 'commander';
import { addDemoCommand } from './cli/demo.ts';
import { addFixCommands } from './cli/fix.ts';
import { addImportCommands } from './cli/imports.ts';
import { addOutboxCommands } from './cli/outbox.ts';
import { EXIT, exitCodeOf } from './cli/output.ts';
import { addRecordCommands } from './cli/records.ts';
import type { GlobalOptions } from './cli/session.ts';
import { addStoreCommands } from './cli/stores.ts';
import { addTriageCommands } from './cli/triage.ts';

/** The command line (contract.md): the engine in process, JSON or tables on stdout, one-line errors on stderr. */
const program = new Command('unstuck')
  .description('Gets stuck e-commerce orders moving again')
  .option('--home <dir>', 'data directory (default: UNSTUCK_HOME, else the platform’s place for it)')
  .option('--json', 'print JSON')
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(parserError(text)) });

const globals = (): GlobalOptions => program.opts<GlobalOptions>();
addStoreCommands(program, globals);
addImportCommands(program, globals);
addTriageCommands(program, globals);
addFixCommands(program, globals);
addOutboxCommands(program, globals);
addRecordCommands(program, globals);
addDemoCommand(program, globals);
inheritGlobals(program);

try {
  await program.parseAsync(process.argv);
} catch (thrown) {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode === 0 ? EXIT.done : EXIT.badInput;
  } else {
    process.stderr.write(`unstuck: ${messageOf(thrown)}\n`);
    process.exitCode = exitCodeOf(thrown);
  }
}

/** What the parser of arguments complains of, as one sentence with its remedy. */
function parserError(text: string): string {
  const [problem = ''] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  return `unstuck: ${problem.replace(/\.$/, '')}; “--help” after the command shows what it takes.\n`;
}

/** `--json` and `--home` may stand after the command as well; every level refuses the rest by exiting through us. */
function inheritGlobals(command: Command): void {
  for (const child of command.commands) {
    child.exitOverride().configureOutput(program.configureOutput());
    child.option('--home <dir>', 'data directory').option('--json', 'print JSON');
    child.hook('preAction', (_self, action) => {
      for (const name of ['home', 'json'] as const) {
        const value: unknown = action.getOptionValue(name);
        if (value !== undefined) program.setOptionValue(name, value);
      }
    });
    inheritGlobals(child);
  }
}
