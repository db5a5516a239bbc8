import {
  BIGBLUE_ENDPOINT,
  type CountryList,
  type LinkRoute,
  linkRouteSchema,
} from '../../../shared/domain/store.ts';
import { parseCountryList } from './country-list.ts';

/** The fields of the connect form that can be wrong. */
export type ConnectField =
  | 'name'
  | 'domain'
  | 'token'
  | 'platformEndpoint'
  | 'platformKey'
  | 'countries'
  | 'endpoint';

/** The connect form as the engine takes it; what was left empty is left out. */
export interface ConnectInput {
  readonly name: string;
  readonly address: {
    readonly domain: string;
    readonly token: string;
    readonly endpoint?: string;
    readonly platform?: { readonly endpoint: string; readonly key: string };
  };
  readonly settings: {
    readonly countries?: CountryList;
    readonly paymentTerms: boolean;
    readonly linkRoute?: LinkRoute;
  };
  /** The fields that need mending before anything is sent, in the form's order. */
  readonly wrong: readonly ConnectField[];
}

/** Reads what was typed. A check needs no name yet; connecting does. */
export function connectInput(data: FormData, purpose: 'check' | 'connect'): ConnectInput {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [name, domain, token, endpoint] = [text('name'), text('domain'), text('token'), text('endpoint')];
  const [key, platformEndpoint] = [text('platformKey'), text('platformEndpoint')];
  const countries = parseCountryList(text('countries'));
  const route = linkRouteSchema.safeParse(text('linkRoute'));
  const isWrong: Readonly<Record<Exclude<ConnectField, 'endpoint' | 'platformEndpoint'>, boolean>> = {
    name: purpose === 'connect' && name === '',
    domain: domain === '',
    token: token === '',
    platformKey: key === '' && platformEndpoint !== '',
    countries: countries === undefined,
  };
  const wrong = (['name', 'domain', 'token', 'platformKey', 'countries'] as const).filter(
    (field) => isWrong[field],
  );
  return {
    name,
    address: {
      domain,
      token,
      ...(endpoint === '' ? {} : { endpoint }),
      ...(key === '' ? {} : { platform: { endpoint: platformEndpoint || BIGBLUE_ENDPOINT, key } }),
    },
    settings: {
      ...(countries ? { countries } : {}),
      paymentTerms: data.has('paymentTerms'),
      ...(route.success ? { linkRoute: route.data } : {}),
    },
    wrong,
  };
}
