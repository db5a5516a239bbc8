/** CLDR's code for a country that is not known. */
export const UNKNOWN_COUNTRY = 'ZZ';
