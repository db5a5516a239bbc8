import type { Command } from 'commander';
import { ordersSeenSince } from '../../../shared/domain/seen-since.ts';
import type { StoreRow } from '../../../shared/contract/rows.ts';
import { BIGBLUE_ENDPOINT, type CountryList, type LinkRoute } from '../../../shared/domain/store.ts';
import { COMMAND_LINE } from '../../../shared/words/command-line.ts';
import { ruleOffInEnglish } from '../../../shared/words/en-rule-off.ts';
import {
  badArgument,
  parseCountries,
  parseDate,
  parseLinkRoute,
  parseOnOff,
  parseWhole,
  readSecret,
} from './arguments.ts';
import { EXIT, table, time } from './output.ts';
import { newSecrets, platformInput } from './store-access.ts';
import { orOff, type RuleSettings, ruleSettings, withRuleOptions } from './rule-settings.ts';
import { type GlobalOptions, withEngine } from './session.ts';

interface AddOptions extends RuleSettings {
  readonly name: string;
  readonly domain: string;
  readonly tokenEnv?: string;
  readonly readOnly?: boolean;
  readonly endpoint?: string;
  readonly platform?: string;
  readonly platformEndpoint?: string;
  readonly platformKeyEnv?: string;
  readonly countries?: CountryList | null;
  readonly paymentTerms?: boolean;
  readonly linkRoute?: LinkRoute;
  readonly since?: number;
}

interface SetOptions extends RuleSettings {
  readonly tokenEnv?: string;
  readonly platformKeyEnv?: string;
  readonly platformEndpoint?: string;
  readonly name?: string;
  readonly countries?: CountryList | null;
  readonly paymentTerms?: boolean;
  readonly linkRoute?: LinkRoute | null;
  readonly since?: number;
  readonly graceMinutes?: number;
  readonly globaleTagPrefix?: string;
}

/** `stores add|list|set|remove` of contract.md. */
export function addStoreCommands(program: Command, globals: () => GlobalOptions): void {
  const stores = program.command('stores').description('connect and set up merchant stores');

  withRuleOptions(stores.command('add'))
    .description('check a token against the API and connect its store; or add one to import files into')
    .requiredOption('--name <name>', 'what people call the store')
    .requiredOption('--domain <domain>', 'the shop’s own domain, such as acme.myshopify.com')
    .option('--token-env <VAR>', 'environment variable that holds the Admin API token')
    .option('--read-only', 'without access to its API: its orders come from “import”')
    .option('--endpoint <url>', 'replaces https://DOMAIN (http on the loopback only)')
    .option('--platform <kind>', 'fulfilment platform: bigblue')
    .option('--platform-endpoint <url>', `the platform’s address (default ${BIGBLUE_ENDPOINT})`)
    .option('--platform-key-env <VAR>', 'environment variable that holds the platform’s API key')
    .option('--countries <list>', 'countries that sync: FR,BE, or except:RU,BY', orOff(parseCountries))
    .option(
      '--payment-terms <on|off>',
      'whether orders with payment terms sync',
      parseOnOff('--payment-terms'),
    )
    .option('--link-route <route>', 'how product links are written: metafield, sku or file', parseLinkRoute)
    .option('--since <date>', 'orders created before this were never meant to sync', parseDate('--since'))
    .action(async (options: AddOptions) => {
      await withEngine(globals(), async ({ client, output, signal }) => {
        const row = options.readOnly
          ? await client.call('stores.addReadOnly', readOnlyInput(options))
          : await client.call('stores.add', addInput(options), { signal });
        const { id, name, domain, scopes } = row;
        output.data(
          { id, name, domain, scopes, missingScopes: row.missingScopes.map(({ scope }) => scope) },
          () =>
            [
              options.readOnly
                ? `Added ${name} as “${id}”, read-only: import its orders with “import FILE --store ${id}”.`
                : `Connected ${name} as “${id}”.`,
              ...notes(row),
            ].join('\n'),
        );
        if (output.json) for (const line of notes(row)) output.note(line);
      });
    });

  stores
    .command('list')
    .description('the connected stores')
    .action(async () => {
      await withEngine(globals(), async ({ client, output }) => {
        const rows = await client.call('stores.list', {});
        const now = Date.now();
        const data = rows.map(({ id, name, domain, state, orders, lastSync, missingScopes }) => ({
          id,
          name,
          domain,
          state,
          orders,
          lastSync,
          seenSince: ordersSeenSince(missingScopes, now),
        }));
        output.data(data, () =>
          [
            table(
              ['id', 'name', 'domain', 'state', 'orders', 'last sync'],
              data.map((row) => [
                row.id,
                row.name,
                row.domain,
                row.state,
                String(row.orders),
                time(row.lastSync),
              ]),
            ),
            ...data.flatMap(({ name, seenSince }) =>
              seenSince === null
                ? []
                : [
                    `${name}: orders placed before ${time(seenSince)} are not seen; the scope read_all_orders shows them, too.`,
                  ],
            ),
          ].join('\n'),
        );
      });
    });

  withRuleOptions(stores.command('set'))
    .argument('<id>', 'the store, as “stores list” shows it')
    .description('change a store’s settings, or give it a new token')
    .option('--name <name>')
    .option('--token-env <VAR>', 'environment variable that holds its new Admin API token')
    .option('--platform-key-env <VAR>', 'environment variable that holds the platform’s new API key')
    .option('--platform-endpoint <url>', 'the platform’s address, where it is another; goes with its key')
    .option('--countries <list>', 'FR,BE, or except:RU,BY, or any', orOff(parseCountries))
    .option(
      '--payment-terms <on|off>',
      'whether orders with payment terms sync',
      parseOnOff('--payment-terms'),
    )
    .option('--link-route <route>', 'metafield, sku or file, or off', orOff(parseLinkRoute))
    .option('--since <date>', 'orders created before this were never meant to sync', parseDate('--since'))
    .option(
      '--grace-minutes <minutes>',
      'how long an unsynced order only waits',
      parseWhole('--grace-minutes', 0, 1440),
    )
    .option('--globale-tag-prefix <text>', 'how tags of Global-e orders begin')
    .action(
      async (id: string, { name, tokenEnv, platformKeyEnv, platformEndpoint, ...settings }: SetOptions) => {
        await withEngine(globals(), async ({ client, output, signal }) => {
          const access = { tokenEnv, platformKeyEnv, platformEndpoint };
          if ([name, ...Object.values(access), ...Object.values(settings)].every((it) => it === undefined))
            throw badArgument('stores set', 'nothing to change; give an option such as --countries FR,BE.');
          const secrets = newSecrets(access);
          if (secrets !== null)
            await client.call('stores.reconnect', { storeId: id, ...secrets }, { signal });
          const row = await client.call('stores.set', {
            storeId: id,
            ...(name === undefined ? {} : { name: storeName(name) }),
            settings,
          });
          output.data(
            { id: row.id, name: row.name, domain: row.domain, settings: row.settings },
            () => `Changed ${row.name}.`,
          );
        });
      },
    );

  stores
    .command('remove')
    .argument('<id>', 'the store, as “stores list” shows it')
    .description('disconnect a store and drop what is cached of it; history stays')
    .action(async (id: string) => {
      await withEngine(globals(), async ({ client, output }) => {
        const { removed } = await client.call('stores.remove', { storeId: id });
        output.data({ removed }, () => `Removed ${removed}.`);
        return EXIT.done;
      });
    });
}

function storeName(text: string): string {
  const name = text.trim();
  if (name === '') throw badArgument('--name', 'is empty; give what people call the store.');
  return name;
}

/** What a store without access to its API takes: the same, less the ways to APIs. */
function readOnlyInput(options: AddOptions) {
  const { name, domain, countries, paymentTerms, linkRoute, since } = options;
  const given = API_OPTIONS.find(([option]) => options[option] !== undefined);
  if (given)
    throw badArgument(
      given[1],
      'goes with access to an API, which --read-only says there is none of; leave one out.',
    );
  return {
    name: storeName(name),
    domain,
    ...(countries === undefined ? {} : { countries }),
    ...(paymentTerms === undefined ? {} : { paymentTerms }),
    ...(linkRoute === undefined ? {} : { linkRoute }),
    ...(since === undefined ? {} : { since }),
    ...ruleSettings(options),
  };
}

const API_OPTIONS: readonly (readonly [option: keyof AddOptions, name: string])[] = [
  ['tokenEnv', '--token-env'],
  ['endpoint', '--endpoint'],
  ['platform', '--platform'],
  ['platformEndpoint', '--platform-endpoint'],
  ['platformKeyEnv', '--platform-key-env'],
];

function addInput(options: AddOptions) {
  const { name, domain, tokenEnv, endpoint, countries, paymentTerms, linkRoute, since } = options;
  if (tokenEnv === undefined)
    throw badArgument(
      '--token-env',
      'is missing; name the environment variable that holds the token, or give --read-only.',
    );
  return {
    name: storeName(name),
    domain,
    token: readSecret('--token-env', tokenEnv),
    tokenEnv,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...platformInput(options),
    ...(countries === undefined ? {} : { countries }),
    ...(paymentTerms === undefined ? {} : { paymentTerms }),
    ...(linkRoute === undefined ? {} : { linkRoute }),
    ...(since === undefined ? {} : { since }),
    ...ruleSettings(options),
  };
}

/** What the agent should know at once: scopes that lack, with their price, and data that Shopify withholds. */
function notes({ state, missingScopes, redacted, rulesOff }: StoreRow): string[] {
  const off = rulesOff.map((rule) => ruleOffInEnglish(rule, COMMAND_LINE));
  if (state === 'readonly') return off;
  return [
    ...missingScopes.map(({ scope, costs }) => `Scope ${scope} is not granted. ${costs}`),
    ...(redacted.length > 0
      ? [`Shopify withholds ${redacted.join(', ')} from this app; rules that need them are off.`]
      : []),
    ...off,
  ];
}
