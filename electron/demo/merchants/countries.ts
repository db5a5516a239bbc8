/**
 * The countries demo customers live in: real towns with their own postal codes, streets in the local order of
 * number and name, and a telephone number format. A country without `zip` in its places has no postal codes.
 */
interface Place {
  readonly city: string;
  readonly zip: string | null;
  readonly province: string | null;
}

export interface Country {
  readonly code: string;
  readonly name: string;
  /** Names of people are drawn from this faker locale. */
  readonly locale: string;
  readonly places: readonly Place[];
  readonly street: (name: string, number: number) => string;
  readonly streets: readonly string[];
  /** `#` stands for a digit. */
  readonly phone: string;
}

const numberFirst = (name: string, number: number): string => `${number} ${name}`;
const numberLast = (name: string, number: number): string => `${name} ${number}`;
const numberAfterComma = (name: string, number: number): string => `${name}, ${number}`;

/** `Paris 75011|Lyon 69003` or, with a province, `Austin/TX 78701`; a town without a code ends in nothing. */
function places(text: string): Place[] {
  return text.split('|').map((entry) => {
    const [left = '', zip = null] = entry.split('@');
    const [city = '', province = null] = left.split('/');
    return { city, zip, province };
  });
}

const list = (text: string): string[] => text.split('|');

export const countries: readonly Country[] = [
  {
    code: 'FR',
    name: 'France',
    locale: 'fr',
    places: places(
      'Paris@75011|Lyon@69003|Marseille@13006|Bordeaux@33000|Lille@59000|Nantes@44000|Strasbourg@67000|Rennes@35000',
    ),
    streets: list(
      'rue des Martyrs|avenue Victor Hugo|rue de la République|boulevard Voltaire|impasse des Lilas',
    ),
    street: numberFirst,
    phone: '+33 6 ## ## ## ##',
  },
  {
    code: 'BE',
    name: 'Belgium',
    locale: 'nl_BE',
    places: places('Bruxelles@1000|Antwerpen@2000|Gent@9000|Liège@4000|Namur@5000'),
    streets: list('Rue Haute|Kerkstraat|Chaussée de Wavre|Veldstraat|Rue Neuve'),
    street: numberLast,
    phone: '+32 470 ## ## ##',
  },
  {
    code: 'DE',
    name: 'Germany',
    locale: 'de',
    places: places(
      'Berlin@10115|München@80331|Hamburg@20095|Köln@50667|Leipzig@04109|Frankfurt am Main@60311',
    ),
    streets: list('Hauptstraße|Lindenallee|Schillerstraße|Am Markt|Goethestraße'),
    street: numberLast,
    phone: '+49 151 ########',
  },
  {
    code: 'NL',
    name: 'Netherlands',
    locale: 'nl',
    places: places('Amsterdam@1012 AB|Rotterdam@3011 ED|Utrecht@3511 LN|Eindhoven@5611 AZ|Groningen@9711 LM'),
    streets: list('Prinsengracht|Dorpsstraat|Kerkweg|Molenlaan|Stationsplein'),
    street: numberLast,
    phone: '+31 6 ########',
  },
  {
    code: 'ES',
    name: 'Spain',
    locale: 'es',
    places: places('Madrid/M@28013|Barcelona/B@08002|Valencia/V@46002|Sevilla/SE@41001|Bilbao/BI@48001'),
    streets: list('Calle Mayor|Avenida de la Constitución|Calle de Alcalá|Plaza Nueva|Paseo del Prado'),
    street: numberAfterComma,
    phone: '+34 6## ### ###',
  },
  {
    code: 'IT',
    name: 'Italy',
    locale: 'it',
    places: places(
      'Roma/RM@00184|Milano/MI@20121|Torino/TO@10123|Napoli/NA@80134|Bologna/BO@40121|Firenze/FI@50122',
    ),
    streets: list('Via Garibaldi|Corso Italia|Via Dante|Piazza San Marco|Viale della Repubblica'),
    street: numberLast,
    phone: '+39 34# ### ####',
  },
  {
    code: 'PT',
    name: 'Portugal',
    locale: 'pt_PT',
    places: places('Lisboa/PT-11@1100-148|Porto/PT-13@4050-290|Braga/PT-03@4700-030|Coimbra/PT-06@3000-167'),
    streets: list('Rua Augusta|Avenida da Liberdade|Rua das Flores|Travessa do Carmo'),
    street: numberLast,
    phone: '+351 91# ### ###',
  },
  {
    code: 'GB',
    name: 'United Kingdom',
    locale: 'en_GB',
    places: places(
      'London/ENG@E1 6AN|Manchester/ENG@M1 2JQ|Edinburgh/SCT@EH1 1YZ|Bristol/ENG@BS1 4DJ|Cardiff/WLS@CF10 1EP|Leeds/ENG@LS1 5AS',
    ),
    streets: list('High Street|Station Road|Church Lane|Victoria Terrace|Mill Road'),
    street: numberFirst,
    phone: '+44 77## ######',
  },
  {
    code: 'IE',
    name: 'Ireland',
    locale: 'en_IE',
    places: places(
      'Dublin/D@D02 X285|Cork/CO@T12 W8KP|Galway/G@H91 E2K3|Limerick/LK@V94 T28R|Kilkenny/KK@R95 HF29',
    ),
    streets: list('Grafton Street|Main Street|Abbey Road|Quay Street|Patrick Street'),
    street: numberFirst,
    phone: '+353 85 ### ####',
  },
  {
    code: 'CH',
    name: 'Switzerland',
    locale: 'de_CH',
    places: places('Zürich@8001|Genève@1204|Basel@4051|Bern@3011|Lausanne@1003'),
    streets: list('Bahnhofstrasse|Rue du Rhône|Seestrasse|Dorfstrasse'),
    street: numberLast,
    phone: '+41 79 ### ## ##',
  },
  {
    code: 'AT',
    name: 'Austria',
    locale: 'de_AT',
    places: places('Wien@1010|Graz@8010|Salzburg@5020|Innsbruck@6020|Linz@4020'),
    streets: list('Mariahilfer Straße|Hauptplatz|Getreidegasse|Landstraße'),
    street: numberLast,
    phone: '+43 664 #######',
  },
  {
    code: 'SE',
    name: 'Sweden',
    locale: 'sv',
    places: places('Stockholm@111 20|Göteborg@411 03|Malmö@211 22|Uppsala@753 20|Umeå@903 26'),
    streets: list('Storgatan|Drottninggatan|Kungsgatan|Skolvägen'),
    street: numberLast,
    phone: '+46 70 ### ## ##',
  },
  {
    code: 'DK',
    name: 'Denmark',
    locale: 'da',
    places: places('København@1050|Aarhus@8000|Odense@5000|Aalborg@9000'),
    streets: list('Vesterbrogade|Nørregade|Algade|Strandvejen'),
    street: numberLast,
    phone: '+45 2# ## ## ##',
  },
  {
    code: 'NO',
    name: 'Norway',
    locale: 'nb_NO',
    places: places('Oslo@0150|Bergen@5003|Trondheim@7011|Stavanger@4006'),
    streets: list('Karl Johans gate|Storgata|Kirkegata|Bryggen'),
    street: numberLast,
    phone: '+47 4## ## ###',
  },
  {
    code: 'FI',
    name: 'Finland',
    locale: 'fi',
    places: places('Helsinki@00100|Espoo@02100|Tampere@33100|Turku@20100'),
    streets: list('Mannerheimintie|Hämeenkatu|Kauppakatu|Rantatie'),
    street: numberLast,
    phone: '+358 40 #######',
  },
  {
    code: 'PL',
    name: 'Poland',
    locale: 'pl',
    places: places('Warszawa@00-001|Kraków@31-042|Gdańsk@80-831|Wrocław@50-101|Łódź@90-001'),
    streets: list('ul. Marszałkowska|ul. Floriańska|ul. Długa|al. Jerozolimskie'),
    street: numberLast,
    phone: '+48 6## ### ###',
  },
  {
    code: 'CZ',
    name: 'Czechia',
    locale: 'cs_CZ',
    places: places('Praha@110 00|Brno@602 00|Ostrava@702 00|Plzeň@301 00'),
    streets: list('Vodičkova|Masarykova|Nádražní|Husova'),
    street: numberLast,
    phone: '+420 7## ### ###',
  },
  {
    code: 'US',
    name: 'United States',
    locale: 'en_US',
    places: places(
      'New York/NY@10012|Austin/TX@78701|Portland/OR@97205|Chicago/IL@60614|San Francisco/CA@94110|Miami/FL@33130',
    ),
    streets: list('Main Street|Maple Avenue|Sunset Boulevard|Oak Lane|5th Avenue'),
    street: numberFirst,
    phone: '+1 212 555 01##',
  },
  {
    code: 'CA',
    name: 'Canada',
    locale: 'fr_CA',
    places: places('Montréal/QC@H2X 1Y4|Toronto/ON@M5V 2T6|Vancouver/BC@V6B 1A1|Calgary/AB@T2P 1J9'),
    streets: list('Rue Sainte-Catherine|King Street West|Granville Street|Avenue du Parc'),
    street: numberFirst,
    phone: '+1 514 555 01##',
  },
  {
    code: 'AU',
    name: 'Australia',
    locale: 'en_AU',
    places: places('Sydney/NSW@2000|Melbourne/VIC@3000|Brisbane/QLD@4000|Perth/WA@6000'),
    streets: list('George Street|Collins Street|Beach Road|Queen Street'),
    street: numberFirst,
    phone: '+61 41# ### ###',
  },
  {
    code: 'JP',
    name: 'Japan',
    locale: 'ja',
    places: places(
      '渋谷区/JP-13@150-0002|大阪市北区/JP-27@530-0001|京都市中京区/JP-26@604-8005|札幌市中央区/JP-01@060-0042',
    ),
    streets: list('神南1丁目|梅田2丁目|三条通|大通西4丁目'),
    street: (name, number) => `${name}${number}-${(number % 9) + 1}`,
    phone: '+81 90 #### ####',
  },
  {
    code: 'AE',
    name: 'United Arab Emirates',
    locale: 'ar',
    places: places('دبي/DU|أبو ظبي/AZ|Sharjah/SH'),
    streets: list('شارع الشيخ زايد|شارع الوصل|Corniche Road'),
    street: numberLast,
    phone: '+971 50 ### ####',
  },
  {
    code: 'HK',
    name: 'Hong Kong SAR',
    locale: 'zh_CN',
    places: places('中環/HK|九龍/KL|Sha Tin/NT'),
    streets: list("Queen's Road Central|彌敦道|Hennessy Road"),
    street: numberFirst,
    phone: '+852 9### ####',
  },
];

const byCode = new Map(countries.map((country) => [country.code, country]));

/** The country of an ISO alpha-2 code; a profile naming another one is a bug. */
export function countryOf(code: string): Country {
  const country = byCode.get(code);
  if (country === undefined) throw new Error(`No demo country has the code ${code}.`);
  return country;
}

/** The English name Shopify shows for a country code, or null for one the demo does not know. */
export function countryNameOf(code: string | null): string | null {
  return code === null ? null : (byCode.get(code)?.name ?? null);
}
