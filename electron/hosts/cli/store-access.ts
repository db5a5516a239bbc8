import { BIGBLUE_ENDPOINT } from '../../../shared/domain/store.ts';
import { badArgument, readSecret } from './arguments.ts';

/** Where the secrets are; undefined: as they were. */
interface NewAccess {
  readonly tokenEnv: string | undefined;
  readonly platformKeyEnv: string | undefined;
  readonly platformEndpoint: string | undefined;
}

/** The platform's part of what `stores add` is given. */
interface PlatformOptions {
  readonly platform?: string;
  readonly platformEndpoint?: string;
  readonly platformKeyEnv?: string;
}

/** What `stores set` gives a store whose token or platform key was refused or replaced; null: neither is to change. */
export function newSecrets({ tokenEnv, platformKeyEnv, platformEndpoint }: NewAccess) {
  if (platformEndpoint !== undefined && platformKeyEnv === undefined)
    throw badArgument(
      '--platform-endpoint',
      'changes together with the platform’s key; name its variable with --platform-key-env.',
    );
  if (tokenEnv === undefined && platformKeyEnv === undefined) return null;
  return {
    ...(tokenEnv === undefined ? {} : { token: readSecret('--token-env', tokenEnv), tokenEnv }),
    ...(platformKeyEnv === undefined
      ? {}
      : { platformKey: readSecret('--platform-key-env', platformKeyEnv), platformKeyEnv }),
    ...(platformEndpoint === undefined ? {} : { platformEndpoint }),
  };
}

/** What `stores add` says of the platform; left out: there is none. */
export function platformInput({ platform, platformEndpoint, platformKeyEnv }: PlatformOptions) {
  if (platform === undefined) {
    if (platformEndpoint !== undefined || platformKeyEnv !== undefined)
      throw badArgument(
        '--platform',
        'is missing; give --platform bigblue with the platform’s endpoint and key.',
      );
    return {};
  }
  if (platform !== 'bigblue')
    throw badArgument('--platform', `“${platform}” is not known; the platform is bigblue.`);
  if (platformKeyEnv === undefined)
    throw badArgument(
      '--platform-key-env',
      'is missing; name the environment variable that holds the platform’s key.',
    );
  return {
    platform: {
      kind: 'bigblue' as const,
      endpoint: platformEndpoint ?? BIGBLUE_ENDPOINT,
      key: readSecret('--platform-key-env', platformKeyEnv),
      keyEnv: platformKeyEnv,
    },
  };
}
