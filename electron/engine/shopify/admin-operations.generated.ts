/* Written by scripts/codegen.mjs from Shopify's Admin API 2026-10 schema; run `npm run codegen`, do not edit. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AttributeInput = {
  readonly key: string;
  readonly value: string;
};

export type BulkMutationErrorCode =
  | 'INTERNAL_FILE_SERVER_ERROR'
  | 'INVALID_MUTATION'
  | 'INVALID_STAGED_UPLOAD_FILE'
  | 'LIMIT_REACHED'
  | 'NO_SUCH_FILE'
  | 'OPERATION_IN_PROGRESS';

export type BulkOperationErrorCode =
  | 'ACCESS_DENIED'
  | 'INTERNAL_SERVER_ERROR'
  | 'TIMEOUT';

export type BulkOperationStatus =
  | 'CANCELED'
  | 'CANCELING'
  | 'COMPLETED'
  | 'CREATED'
  | 'EXPIRED'
  | 'FAILED'
  | 'RUNNING';

export type BulkOperationUserErrorCode =
  | 'INVALID'
  | 'LIMIT_REACHED'
  | 'OPERATION_IN_PROGRESS';

export type CountPrecision =
  | 'AT_LEAST'
  | 'EXACT';

export type CountryCode =
  | 'AC'
  | 'AD'
  | 'AE'
  | 'AF'
  | 'AG'
  | 'AI'
  | 'AL'
  | 'AM'
  | 'AN'
  | 'AO'
  | 'AR'
  | 'AT'
  | 'AU'
  | 'AW'
  | 'AX'
  | 'AZ'
  | 'BA'
  | 'BB'
  | 'BD'
  | 'BE'
  | 'BF'
  | 'BG'
  | 'BH'
  | 'BI'
  | 'BJ'
  | 'BL'
  | 'BM'
  | 'BN'
  | 'BO'
  | 'BQ'
  | 'BR'
  | 'BS'
  | 'BT'
  | 'BV'
  | 'BW'
  | 'BY'
  | 'BZ'
  | 'CA'
  | 'CC'
  | 'CD'
  | 'CF'
  | 'CG'
  | 'CH'
  | 'CI'
  | 'CK'
  | 'CL'
  | 'CM'
  | 'CN'
  | 'CO'
  | 'CR'
  | 'CU'
  | 'CV'
  | 'CW'
  | 'CX'
  | 'CY'
  | 'CZ'
  | 'DE'
  | 'DJ'
  | 'DK'
  | 'DM'
  | 'DO'
  | 'DZ'
  | 'EC'
  | 'EE'
  | 'EG'
  | 'EH'
  | 'ER'
  | 'ES'
  | 'ET'
  | 'FI'
  | 'FJ'
  | 'FK'
  | 'FO'
  | 'FR'
  | 'GA'
  | 'GB'
  | 'GD'
  | 'GE'
  | 'GF'
  | 'GG'
  | 'GH'
  | 'GI'
  | 'GL'
  | 'GM'
  | 'GN'
  | 'GP'
  | 'GQ'
  | 'GR'
  | 'GS'
  | 'GT'
  | 'GW'
  | 'GY'
  | 'HK'
  | 'HM'
  | 'HN'
  | 'HR'
  | 'HT'
  | 'HU'
  | 'ID'
  | 'IE'
  | 'IL'
  | 'IM'
  | 'IN'
  | 'IO'
  | 'IQ'
  | 'IR'
  | 'IS'
  | 'IT'
  | 'JE'
  | 'JM'
  | 'JO'
  | 'JP'
  | 'KE'
  | 'KG'
  | 'KH'
  | 'KI'
  | 'KM'
  | 'KN'
  | 'KP'
  | 'KR'
  | 'KW'
  | 'KY'
  | 'KZ'
  | 'LA'
  | 'LB'
  | 'LC'
  | 'LI'
  | 'LK'
  | 'LR'
  | 'LS'
  | 'LT'
  | 'LU'
  | 'LV'
  | 'LY'
  | 'MA'
  | 'MC'
  | 'MD'
  | 'ME'
  | 'MF'
  | 'MG'
  | 'MK'
  | 'ML'
  | 'MM'
  | 'MN'
  | 'MO'
  | 'MQ'
  | 'MR'
  | 'MS'
  | 'MT'
  | 'MU'
  | 'MV'
  | 'MW'
  | 'MX'
  | 'MY'
  | 'MZ'
  | 'NA'
  | 'NC'
  | 'NE'
  | 'NF'
  | 'NG'
  | 'NI'
  | 'NL'
  | 'NO'
  | 'NP'
  | 'NR'
  | 'NU'
  | 'NZ'
  | 'OM'
  | 'PA'
  | 'PE'
  | 'PF'
  | 'PG'
  | 'PH'
  | 'PK'
  | 'PL'
  | 'PM'
  | 'PN'
  | 'PS'
  | 'PT'
  | 'PY'
  | 'QA'
  | 'RE'
  | 'RO'
  | 'RS'
  | 'RU'
  | 'RW'
  | 'SA'
  | 'SB'
  | 'SC'
  | 'SD'
  | 'SE'
  | 'SG'
  | 'SH'
  | 'SI'
  | 'SJ'
  | 'SK'
  | 'SL'
  | 'SM'
  | 'SN'
  | 'SO'
  | 'SR'
  | 'SS'
  | 'ST'
  | 'SV'
  | 'SX'
  | 'SY'
  | 'SZ'
  | 'TA'
  | 'TC'
  | 'TD'
  | 'TF'
  | 'TG'
  | 'TH'
  | 'TJ'
  | 'TK'
  | 'TL'
  | 'TM'
  | 'TN'
  | 'TO'
  | 'TR'
  | 'TT'
  | 'TV'
  | 'TW'
  | 'TZ'
  | 'UA'
  | 'UG'
  | 'UM'
  | 'US'
  | 'UY'
  | 'UZ'
  | 'VA'
  | 'VC'
  | 'VE'
  | 'VG'
  | 'VN'
  | 'VU'
  | 'WF'
  | 'WS'
  | 'XK'
  | 'YE'
  | 'YT'
  | 'ZA'
  | 'ZM'
  | 'ZW'
  | 'ZZ';

export type CurrencyCode =
  | 'AED'
  | 'AFN'
  | 'ALL'
  | 'AMD'
  | 'ANG'
  | 'AOA'
  | 'ARS'
  | 'AUD'
  | 'AWG'
  | 'AZN'
  | 'BAM'
  | 'BBD'
  | 'BDT'
  | 'BGN'
  | 'BHD'
  | 'BIF'
  | 'BMD'
  | 'BND'
  | 'BOB'
  | 'BRL'
  | 'BSD'
  | 'BTN'
  | 'BWP'
  | 'BYN'
  | 'BYR'
  | 'BZD'
  | 'CAD'
  | 'CDF'
  | 'CHF'
  | 'CLP'
  | 'CNY'
  | 'COP'
  | 'CRC'
  | 'CVE'
  | 'CZK'
  | 'DJF'
  | 'DKK'
  | 'DOP'
  | 'DZD'
  | 'EGP'
  | 'ERN'
  | 'ETB'
  | 'EUR'
  | 'FJD'
  | 'FKP'
  | 'GBP'
  | 'GEL'
  | 'GHS'
  | 'GIP'
  | 'GMD'
  | 'GNF'
  | 'GTQ'
  | 'GYD'
  | 'HKD'
  | 'HNL'
  | 'HRK'
  | 'HTG'
  | 'HUF'
  | 'IDR'
  | 'ILS'
  | 'INR'
  | 'IQD'
  | 'IRR'
  | 'ISK'
  | 'JEP'
  | 'JMD'
  | 'JOD'
  | 'JPY'
  | 'KES'
  | 'KGS'
  | 'KHR'
  | 'KID'
  | 'KMF'
  | 'KRW'
  | 'KWD'
  | 'KYD'
  | 'KZT'
  | 'LAK'
  | 'LBP'
  | 'LKR'
  | 'LRD'
  | 'LSL'
  | 'LTL'
  | 'LVL'
  | 'LYD'
  | 'MAD'
  | 'MDL'
  | 'MGA'
  | 'MKD'
  | 'MMK'
  | 'MNT'
  | 'MOP'
  | 'MRU'
  | 'MUR'
  | 'MVR'
  | 'MWK'
  | 'MXN'
  | 'MYR'
  | 'MZN'
  | 'NAD'
  | 'NGN'
  | 'NIO'
  | 'NOK'
  | 'NPR'
  | 'NZD'
  | 'OMR'
  | 'PAB'
  | 'PEN'
  | 'PGK'
  | 'PHP'
  | 'PKR'
  | 'PLN'
  | 'PYG'
  | 'QAR'
  | 'RON'
  | 'RSD'
  | 'RUB'
  | 'RWF'
  | 'SAR'
  | 'SBD'
  | 'SCR'
  | 'SDG'
  | 'SEK'
  | 'SGD'
  | 'SHP'
  | 'SLL'
  | 'SOS'
  | 'SRD'
  | 'SSP'
  | 'STD'
  | 'STN'
  | 'SYP'
  | 'SZL'
  | 'THB'
  | 'TJS'
  | 'TMT'
  | 'TND'
  | 'TOP'
  | 'TRY'
  | 'TTD'
  | 'TWD'
  | 'TZS'
  | 'UAH'
  | 'UGX'
  | 'USD'
  | 'USDC'
  | 'UYU'
  | 'UZS'
  | 'VED'
  | 'VEF'
  | 'VES'
  | 'VND'
  | 'VUV'
  | 'WST'
  | 'XAF'
  | 'XCD'
  | 'XOF'
  | 'XPF'
  | 'XXX'
  | 'YER'
  | 'ZAR'
  | 'ZMW';

export type FulfillmentEventStatus =
  | 'ATTEMPTED_DELIVERY'
  | 'CARRIER_PICKED_UP'
  | 'CONFIRMED'
  | 'DELAYED'
  | 'DELIVERED'
  | 'FAILURE'
  | 'IN_TRANSIT'
  | 'LABEL_PRINTED'
  | 'LABEL_PURCHASED'
  | 'OUT_FOR_DELIVERY'
  | 'READY_FOR_PICKUP';

export type FulfillmentOriginAddressInput = {
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly countryCode: string;
  readonly provinceCode?: string | null | undefined;
  readonly zip?: string | null | undefined;
};

export type FulfillmentStatus =
  | 'CANCELLED'
  | 'ERROR'
  | 'FAILURE'
  | 'OPEN'
  | 'PENDING'
  | 'SUCCESS';

export type LocalizationExtensionInput = {
  readonly key: LocalizationExtensionKey;
  readonly value: string;
};

export type LocalizationExtensionKey =
  | 'SHIPPING_CREDENTIAL_BR'
  | 'SHIPPING_CREDENTIAL_CL'
  | 'SHIPPING_CREDENTIAL_CN'
  | 'SHIPPING_CREDENTIAL_CO'
  | 'SHIPPING_CREDENTIAL_CR'
  | 'SHIPPING_CREDENTIAL_EC'
  | 'SHIPPING_CREDENTIAL_ES'
  | 'SHIPPING_CREDENTIAL_GT'
  | 'SHIPPING_CREDENTIAL_ID'
  | 'SHIPPING_CREDENTIAL_KR'
  | 'SHIPPING_CREDENTIAL_MX'
  | 'SHIPPING_CREDENTIAL_MY'
  | 'SHIPPING_CREDENTIAL_PE'
  | 'SHIPPING_CREDENTIAL_PT'
  | 'SHIPPING_CREDENTIAL_PY'
  | 'SHIPPING_CREDENTIAL_TR'
  | 'SHIPPING_CREDENTIAL_TW'
  | 'SHIPPING_CREDENTIAL_TYPE_CO'
  | 'TAX_CREDENTIAL_BR'
  | 'TAX_CREDENTIAL_CL'
  | 'TAX_CREDENTIAL_CO'
  | 'TAX_CREDENTIAL_CR'
  | 'TAX_CREDENTIAL_EC'
  | 'TAX_CREDENTIAL_ES'
  | 'TAX_CREDENTIAL_GT'
  | 'TAX_CREDENTIAL_ID'
  | 'TAX_CREDENTIAL_IT'
  | 'TAX_CREDENTIAL_MX'
  | 'TAX_CREDENTIAL_MY'
  | 'TAX_CREDENTIAL_PE'
  | 'TAX_CREDENTIAL_PT'
  | 'TAX_CREDENTIAL_PY'
  | 'TAX_CREDENTIAL_TR'
  | 'TAX_CREDENTIAL_TYPE_CO'
  | 'TAX_CREDENTIAL_TYPE_MX'
  | 'TAX_CREDENTIAL_USE_MX'
  | 'TAX_EMAIL_IT';

export type LocalizedFieldInput = {
  readonly key: LocalizedFieldKey;
  readonly value: string;
};

export type LocalizedFieldKey =
  | 'SHIPPING_CREDENTIAL_BR'
  | 'SHIPPING_CREDENTIAL_CL'
  | 'SHIPPING_CREDENTIAL_CN'
  | 'SHIPPING_CREDENTIAL_CO'
  | 'SHIPPING_CREDENTIAL_CR'
  | 'SHIPPING_CREDENTIAL_EC'
  | 'SHIPPING_CREDENTIAL_ES'
  | 'SHIPPING_CREDENTIAL_GT'
  | 'SHIPPING_CREDENTIAL_ID'
  | 'SHIPPING_CREDENTIAL_KR'
  | 'SHIPPING_CREDENTIAL_MX'
  | 'SHIPPING_CREDENTIAL_MY'
  | 'SHIPPING_CREDENTIAL_PE'
  | 'SHIPPING_CREDENTIAL_PT'
  | 'SHIPPING_CREDENTIAL_PY'
  | 'SHIPPING_CREDENTIAL_TR'
  | 'SHIPPING_CREDENTIAL_TW'
  | 'SHIPPING_CREDENTIAL_TYPE_CO'
  | 'TAX_CREDENTIAL_BR'
  | 'TAX_CREDENTIAL_CL'
  | 'TAX_CREDENTIAL_CO'
  | 'TAX_CREDENTIAL_CR'
  | 'TAX_CREDENTIAL_EC'
  | 'TAX_CREDENTIAL_ES'
  | 'TAX_CREDENTIAL_GT'
  | 'TAX_CREDENTIAL_ID'
  | 'TAX_CREDENTIAL_IT'
  | 'TAX_CREDENTIAL_MX'
  | 'TAX_CREDENTIAL_MY'
  | 'TAX_CREDENTIAL_PE'
  | 'TAX_CREDENTIAL_PT'
  | 'TAX_CREDENTIAL_PY'
  | 'TAX_CREDENTIAL_TR'
  | 'TAX_CREDENTIAL_TYPE_CO'
  | 'TAX_CREDENTIAL_TYPE_MX'
  | 'TAX_CREDENTIAL_USE_MX'
  | 'TAX_EMAIL_IT';

export type MailingAddressInput = {
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly company?: string | null | undefined;
  /** @deprecated Use `countryCode` instead. */
  readonly country?: string | null | undefined;
  readonly countryCode?: CountryCode | null | undefined;
  readonly firstName?: string | null | undefined;
  /** @deprecated Not needed for 90% of mutations, and provided separately where it is needed. */
  readonly id?: string | number | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  /** @deprecated Use `provinceCode` instead. */
  readonly province?: string | null | undefined;
  readonly provinceCode?: string | null | undefined;
  readonly zip?: string | null | undefined;
};

export type MetafieldInput = {
  readonly id?: string | number | null | undefined;
  readonly key?: string | null | undefined;
  readonly namespace?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly value?: string | null | undefined;
};

export type MetafieldsSetInput = {
  readonly compareDigest?: string | null | undefined;
  readonly key: string;
  readonly namespace?: string | null | undefined;
  readonly ownerId: string | number;
  readonly type?: string | null | undefined;
  readonly value: string;
};

export type MetafieldsSetUserErrorCode =
  | 'APP_NOT_AUTHORIZED'
  | 'BLANK'
  | 'CAPABILITY_VIOLATION'
  | 'INCLUSION'
  | 'INTERNAL_ERROR'
  | 'INVALID'
  | 'INVALID_COMPARE_DIGEST'
  | 'INVALID_TYPE'
  | 'INVALID_VALUE'
  | 'LESS_THAN_OR_EQUAL_TO'
  | 'PRESENT'
  | 'STALE_OBJECT'
  | 'TAKEN'
  | 'TOO_LONG'
  | 'TOO_SHORT';

export type MoneyBagInput = {
  readonly presentmentMoney?: MoneyInput | null | undefined;
  readonly shopMoney: MoneyInput;
};

export type MoneyInput = {
  readonly amount: string;
  readonly currencyCode: CurrencyCode;
};

export type OrderActionType =
  | 'ORDER'
  | 'ORDER_EDIT'
  | 'REFUND'
  | 'RETURN'
  | 'UNKNOWN';

export type OrderCancelReason =
  | 'CUSTOMER'
  | 'DECLINED'
  | 'FRAUD'
  | 'INVENTORY'
  | 'OTHER'
  | 'STAFF';

export type OrderCreateAssociateCustomerAttributesInput = {
  readonly email?: string | null | undefined;
  readonly id?: string | number | null | undefined;
};

export type OrderCreateCustomAttributeInput = {
  readonly key: string;
  readonly value: string;
};

export type OrderCreateCustomerAddressInput = {
  readonly address1?: string | null | undefined;
  readonly address2?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly company?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly province?: string | null | undefined;
  readonly zip?: string | null | undefined;
};

export type OrderCreateCustomerInput =
  {   readonly toAssociate: OrderCreateAssociateCustomerAttributesInput; readonly toUpsert?: never; }
  |  { readonly toAssociate?: never;   readonly toUpsert: OrderCreateUpsertCustomerAttributesInput; };

export type OrderCreateDiscountCodeInput = {
  readonly freeShippingDiscountCode?: OrderCreateFreeShippingDiscountCodeAttributesInput | null | undefined;
  readonly itemFixedDiscountCode?: OrderCreateFixedDiscountCodeAttributesInput | null | undefined;
  readonly itemPercentageDiscountCode?: OrderCreatePercentageDiscountCodeAttributesInput | null | undefined;
};

export type OrderCreateFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type OrderCreateFixedDiscountCodeAttributesInput = {
  readonly amountSet?: MoneyBagInput | null | undefined;
  readonly code: string;
};

export type OrderCreateFreeShippingDiscountCodeAttributesInput = {
  readonly code: string;
};

export type OrderCreateFulfillmentInput = {
  readonly locationId: string | number;
  readonly notifyCustomer?: boolean | null | undefined;
  readonly originAddress?: FulfillmentOriginAddressInput | null | undefined;
  readonly shipmentStatus?: FulfillmentEventStatus | null | undefined;
  readonly trackingCompany?: string | null | undefined;
  readonly trackingNumber?: string | null | undefined;
  readonly trackingNumbers?: ReadonlyArray<string> | null | undefined;
};

export type OrderCreateFulfillmentStatus =
  | 'FULFILLED'
  | 'PARTIAL'
  | 'RESTOCKED';

export type OrderCreateInputsInventoryBehavior =
  | 'BYPASS'
  | 'DECREMENT_IGNORING_POLICY'
  | 'DECREMENT_OBEYING_POLICY';

export type OrderCreateLineItemInput = {
  readonly fulfillmentService?: string | null | undefined;
  readonly giftCard?: boolean | null | undefined;
  readonly priceSet?: MoneyBagInput | null | undefined;
  readonly productId?: string | number | null | undefined;
  readonly properties?: ReadonlyArray<OrderCreateLineItemPropertyInput> | null | undefined;
  readonly quantity: number;
  readonly requiresShipping?: boolean | null | undefined;
  readonly sku?: string | null | undefined;
  readonly taxLines?: ReadonlyArray<OrderCreateTaxLineInput> | null | undefined;
  readonly taxable?: boolean | null | undefined;
  readonly title?: string | null | undefined;
  readonly variantId?: string | number | null | undefined;
  readonly variantTitle?: string | null | undefined;
  readonly vendor?: string | null | undefined;
  readonly weight?: WeightInput | null | undefined;
};

export type OrderCreateLineItemPropertyInput = {
  readonly name: string;
  readonly value: string;
};

export type OrderCreateOptionsInput = {
  readonly inventoryBehaviour?: OrderCreateInputsInventoryBehavior | null | undefined;
  readonly sendFulfillmentReceipt?: boolean | null | undefined;
  readonly sendReceipt?: boolean | null | undefined;
};

export type OrderCreateOrderInput = {
  readonly billingAddress?: MailingAddressInput | null | undefined;
  readonly buyerAcceptsMarketing?: boolean | null | undefined;
  readonly closedAt?: string | null | undefined;
  readonly companyLocationId?: string | number | null | undefined;
  readonly currency?: CurrencyCode | null | undefined;
  readonly customAttributes?: ReadonlyArray<OrderCreateCustomAttributeInput> | null | undefined;
  readonly customer?: OrderCreateCustomerInput | null | undefined;
  /** @deprecated This is replaced by the `customer` field in a future version. */
  readonly customerId?: string | number | null | undefined;
  readonly discountCode?: OrderCreateDiscountCodeInput | null | undefined;
  readonly email?: string | null | undefined;
  readonly financialStatus?: OrderCreateFinancialStatus | null | undefined;
  readonly fulfillment?: OrderCreateFulfillmentInput | null | undefined;
  readonly fulfillmentStatus?: OrderCreateFulfillmentStatus | null | undefined;
  readonly lineItems?: ReadonlyArray<OrderCreateLineItemInput> | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly name?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly poNumber?: string | null | undefined;
  readonly presentmentCurrency?: CurrencyCode | null | undefined;
  readonly processedAt?: string | null | undefined;
  readonly referringSite?: string | null | undefined;
  readonly shippingAddress?: MailingAddressInput | null | undefined;
  readonly shippingLines?: ReadonlyArray<OrderCreateShippingLineInput> | null | undefined;
  readonly sourceIdentifier?: string | null | undefined;
  readonly sourceName?: string | null | undefined;
  readonly sourceUrl?: string | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly taxLines?: ReadonlyArray<OrderCreateTaxLineInput> | null | undefined;
  readonly taxesIncluded?: boolean | null | undefined;
  readonly test?: boolean | null | undefined;
  readonly transactions?: ReadonlyArray<OrderCreateOrderTransactionInput> | null | undefined;
  readonly userId?: string | number | null | undefined;
};

export type OrderCreateOrderTransactionInput = {
  readonly amountSet: MoneyBagInput;
  readonly authorizationCode?: string | null | undefined;
  readonly deviceId?: string | number | null | undefined;
  readonly gateway?: string | null | undefined;
  readonly giftCardId?: string | number | null | undefined;
  readonly kind?: OrderTransactionKind | null | undefined;
  readonly locationId?: string | number | null | undefined;
  readonly processedAt?: string | null | undefined;
  readonly receiptJson?: unknown;
  readonly status?: OrderTransactionStatus | null | undefined;
  readonly test?: boolean | null | undefined;
  readonly userId?: string | number | null | undefined;
};

export type OrderCreatePercentageDiscountCodeAttributesInput = {
  readonly code: string;
  readonly percentage?: number | null | undefined;
};

export type OrderCreateShippingLineInput = {
  readonly code?: string | null | undefined;
  readonly priceSet: MoneyBagInput;
  readonly source?: string | null | undefined;
  readonly taxLines?: ReadonlyArray<OrderCreateTaxLineInput> | null | undefined;
  readonly title: string;
};

export type OrderCreateTaxLineInput = {
  readonly channelLiable?: boolean | null | undefined;
  readonly priceSet?: MoneyBagInput | null | undefined;
  readonly rate: string;
  readonly title: string;
};

export type OrderCreateUpsertCustomerAttributesInput = {
  readonly addresses?: ReadonlyArray<OrderCreateCustomerAddressInput> | null | undefined;
  readonly email?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly id?: string | number | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly multipassIdentifier?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
  readonly taxExempt?: boolean | null | undefined;
};

export type OrderCreateUserErrorCode =
  | 'FULFILLMENT_SERVICE_INVALID'
  | 'INVALID'
  | 'INVENTORY_CLAIM_FAILED'
  | 'PROCESSED_AT_INVALID'
  | 'REDUNDANT_CUSTOMER_FIELDS'
  | 'SHOP_DORMANT'
  | 'TAX_LINE_RATE_MISSING';

export type OrderDisplayFinancialStatus =
  | 'AUTHORIZED'
  | 'EXPIRED'
  | 'PAID'
  | 'PARTIALLY_PAID'
  | 'PARTIALLY_REFUNDED'
  | 'PENDING'
  | 'REFUNDED'
  | 'VOIDED';

export type OrderDisplayFulfillmentStatus =
  | 'FULFILLED'
  | 'FULFILLMENT_NOT_REQUIRED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'OPEN'
  | 'PARTIALLY_FULFILLED'
  | 'PENDING_FULFILLMENT'
  | 'REQUEST_DECLINED'
  | 'RESTOCKED'
  | 'SCHEDULED'
  | 'UNFULFILLED';

export type OrderEditAddShippingLineInput = {
  readonly price: MoneyInput;
  readonly title: string;
};

export type OrderEditAddShippingLineUserErrorCode =
  | 'INVALID';

export type OrderInput = {
  readonly customAttributes?: ReadonlyArray<AttributeInput> | null | undefined;
  readonly email?: string | null | undefined;
  readonly id: string | number;
  /** @deprecated This field will be removed in a future version. Use `localizedFields` instead. */
  readonly localizationExtensions?: ReadonlyArray<LocalizationExtensionInput> | null | undefined;
  readonly localizedFields?: ReadonlyArray<LocalizedFieldInput> | null | undefined;
  readonly metafields?: ReadonlyArray<MetafieldInput> | null | undefined;
  readonly note?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly poNumber?: string | null | undefined;
  readonly shippingAddress?: MailingAddressInput | null | undefined;
  readonly tags?: ReadonlyArray<string> | null | undefined;
};

export type OrderInvoiceSendUserErrorCode =
  | 'ORDER_INVOICE_SEND_UNSUCCESSFUL';

export type OrderTransactionKind =
  | 'AUTHORIZATION'
  | 'CAPTURE'
  | 'CHANGE'
  | 'EMV_AUTHORIZATION'
  | 'REFUND'
  | 'SALE'
  | 'SUGGESTED_REFUND'
  | 'VOID';

export type OrderTransactionStatus =
  | 'AWAITING_RESPONSE'
  | 'ERROR'
  | 'FAILURE'
  | 'PENDING'
  | 'SUCCESS'
  | 'UNKNOWN';

export type PaymentReminderSendUserErrorCode =
  | 'PAYMENT_REMINDER_SEND_UNSUCCESSFUL';

export type ProductVariantsBulkUpdateUserErrorCode =
  | 'BLANK'
  | 'CANNOT_SET_NAME_FOR_LINKED_OPTION_VALUE'
  | 'CANNOT_SPECIFY_BOTH'
  | 'GREATER_THAN_OR_EQUAL_TO'
  | 'INVALID_INPUT'
  | 'INVALID_VALUE'
  | 'INVENTORY_QUANTITIES_LIMIT_EXCEEDED'
  | 'LOCAL_CURRENCY_GIFT_CARD_PRICE_MUST_BE_ZERO'
  | 'MUST_BE_FOR_THIS_PRODUCT'
  | 'MUST_SPECIFY_ONE_OF_PAIR'
  | 'NEED_TO_ADD_OPTION_VALUES'
  | 'NEGATIVE_PRICE_VALUE'
  | 'NOT_DEFINED_FOR_SHOP'
  | 'NO_INVENTORY_QUANTITES_DURING_UPDATE'
  | 'NO_INVENTORY_QUANTITIES_ON_VARIANTS_UPDATE'
  | 'OPTION_DOES_NOT_EXIST'
  | 'OPTION_VALUES_FOR_NUMBER_OF_UNKNOWN_OPTIONS'
  | 'OPTION_VALUE_DOES_NOT_EXIST'
  | 'OPTION_VALUE_NAME_TOO_LONG'
  | 'PRODUCT_DOES_NOT_EXIST'
  | 'PRODUCT_SUSPENDED'
  | 'PRODUCT_VARIANT_DOES_NOT_EXIST'
  | 'PRODUCT_VARIANT_ID_MISSING'
  | 'SUBSCRIPTION_VIOLATION'
  | 'TOO_LONG'
  | 'TOO_SHORT'
  | 'UNSUPPORTED_COMBINED_LISTING_PARENT_OPERATION'
  | 'VARIANT_ALREADY_EXISTS';

export type WeightInput = {
  readonly unit: WeightUnit;
  readonly value: number;
};

export type WeightUnit =
  | 'GRAMS'
  | 'KILOGRAMS'
  | 'OUNCES'
  | 'POUNDS';

export type ShopProbeQueryVariables = Exact<{ [key: string]: never; }>;


export type ShopProbeQuery = { readonly shop: { readonly name: string, readonly myshopifyDomain: string, readonly currencyCode: CurrencyCode }, readonly currentAppInstallation: { readonly accessScopes: ReadonlyArray<{ readonly handle: string }> } };

export type OrderEventsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderEventsQuery = { readonly order: { readonly events: { readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly createdAt: string, readonly action: string, readonly message: string, readonly appTitle: string | null, readonly attributeToApp: boolean, readonly attributeToUser: boolean }
        | { readonly id: string, readonly createdAt: string, readonly action: string, readonly message: string, readonly appTitle: string | null, readonly attributeToApp: boolean, readonly attributeToUser: boolean }
      > } } | null };

export type ProductsUpdatedQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  query: string;
}>;


export type ProductsUpdatedQuery = { readonly products: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly tags: ReadonlyArray<string>, readonly updatedAt: string, readonly variants: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly barcode: string | null, readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean }, readonly metafield: { readonly value: string, readonly compareDigest: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type BulkProductsQueryVariables = Exact<{ [key: string]: never; }>;


export type BulkProductsQuery = { readonly products: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly tags: ReadonlyArray<string>, readonly updatedAt: string, readonly variantsCount: { readonly count: number } | null, readonly variants: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly sku: string | null, readonly barcode: string | null, readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean }, readonly metafield: { readonly value: string, readonly compareDigest: string } | null } }> } } }> } };

export type BulkOperationRunMutationVariables = Exact<{
  query: string;
}>;


export type BulkOperationRunMutation = { readonly bulkOperationRunQuery: { readonly bulkOperation: { readonly id: string, readonly status: BulkOperationStatus, readonly createdAt: string, readonly errorCode: BulkOperationErrorCode | null, readonly objectCount: string, readonly rootObjectCount: string, readonly fileSize: string | null, readonly url: string | null, readonly partialDataUrl: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: BulkOperationUserErrorCode | null }> } | null };

export type OrdersByIdsQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;


export type OrdersByIdsQuery = { readonly nodes: ReadonlyArray<
    | { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly cancelReason: OrderCancelReason | null, readonly test: boolean, readonly sourceName: string | null, readonly tags: ReadonlyArray<string>, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null, readonly displayFulfillmentStatus: OrderDisplayFulfillmentStatus, readonly paymentGatewayNames: ReadonlyArray<string>, readonly canMarkAsPaid: boolean, readonly merchantEditable: boolean, readonly merchantEditableErrors: ReadonlyArray<string>, readonly email: string | null, readonly phone: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } }, readonly purchasingEntity:
        | { readonly kind: 'Customer' }
        | { readonly kind: 'PurchasingCompany' }
       | null, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null, readonly shippingLine: { readonly title: string, readonly code: string | null } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly paymentTerms: { readonly paymentTermsName: string, readonly overdue: boolean, readonly paymentSchedules: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly dueAt: string | null, readonly completedAt: string | null }> } } | null, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus, readonly createdAt: string, readonly service: { readonly serviceName: string } | null, readonly location: { readonly name: string } | null }>, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly variantTitle: string | null, readonly sku: string | null, readonly quantity: number, readonly currentQuantity: number, readonly nonFulfillableQuantity: number, readonly requiresShipping: boolean, readonly variant: { readonly id: string } | null, readonly product: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null> };

export type OrderTagsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderTagsQuery = { readonly order: { readonly id: string, readonly updatedAt: string, readonly tags: ReadonlyArray<string> } | null };

export type RequiresShippingSetMutationVariables = Exact<{
  id: string | number;
  requiresShipping: boolean;
}>;


export type RequiresShippingSetMutation = { readonly inventoryItemUpdate: { readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type BulkMutationsQueryVariables = Exact<{ [key: string]: never; }>;


export type BulkMutationsQuery = { readonly bulkOperations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly status: BulkOperationStatus, readonly createdAt: string, readonly errorCode: BulkOperationErrorCode | null, readonly objectCount: string, readonly rootObjectCount: string, readonly fileSize: string | null, readonly url: string | null, readonly partialDataUrl: string | null, readonly query: string }> } };

export type OrderPaymentTermsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderPaymentTermsQuery = { readonly order: { readonly id: string, readonly paymentTerms: { readonly paymentTermsName: string, readonly overdue: boolean, readonly paymentSchedules: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly dueAt: string | null, readonly completedAt: string | null }> } } | null } | null };

export type OrdersBySourceQueryVariables = Exact<{
  query: string;
}>;


export type OrdersBySourceQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly sourceIdentifier: string | null, readonly createdAt: string }> } };

export type OrderCreateMutationVariables = Exact<{
  order: OrderCreateOrderInput;
  options?: OrderCreateOptionsInput | null | undefined;
}>;


export type OrderCreateMutation = { readonly orderCreate: { readonly order: { readonly id: string, readonly updatedAt: string, readonly name: string, readonly sourceIdentifier: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: OrderCreateUserErrorCode | null }> } | null };

export type OrderStateQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderStateQuery = { readonly order: { readonly id: string, readonly updatedAt: string, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null, readonly canMarkAsPaid: boolean, readonly merchantEditable: boolean, readonly merchantEditableErrors: ReadonlyArray<string> } | null };

export type BulkMutationRunMutationVariables = Exact<{
  mutation: string;
  path: string;
}>;


export type BulkMutationRunMutation = { readonly bulkOperationRunMutation: { readonly bulkOperation: { readonly id: string, readonly status: BulkOperationStatus, readonly createdAt: string, readonly errorCode: BulkOperationErrorCode | null, readonly objectCount: string, readonly rootObjectCount: string, readonly fileSize: string | null, readonly url: string | null, readonly partialDataUrl: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: BulkMutationErrorCode | null }> } | null };

export type OrdersPageQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  query: string;
}>;


export type OrdersPageQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly cancelReason: OrderCancelReason | null, readonly test: boolean, readonly sourceName: string | null, readonly tags: ReadonlyArray<string>, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null, readonly displayFulfillmentStatus: OrderDisplayFulfillmentStatus, readonly paymentGatewayNames: ReadonlyArray<string>, readonly canMarkAsPaid: boolean, readonly merchantEditable: boolean, readonly merchantEditableErrors: ReadonlyArray<string>, readonly email: string | null, readonly phone: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } }, readonly purchasingEntity:
        | { readonly kind: 'Customer' }
        | { readonly kind: 'PurchasingCompany' }
       | null, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null, readonly shippingLine: { readonly title: string, readonly code: string | null } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly paymentTerms: { readonly paymentTermsName: string, readonly overdue: boolean, readonly paymentSchedules: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly dueAt: string | null, readonly completedAt: string | null }> } } | null, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus, readonly createdAt: string, readonly service: { readonly serviceName: string } | null, readonly location: { readonly name: string } | null }>, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly variantTitle: string | null, readonly sku: string | null, readonly quantity: number, readonly currentQuantity: number, readonly nonFulfillableQuantity: number, readonly requiresShipping: boolean, readonly variant: { readonly id: string } | null, readonly product: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FulfillmentCancelMutationVariables = Exact<{
  id: string | number;
}>;


export type FulfillmentCancelMutation = { readonly fulfillmentCancel: { readonly fulfillment: { readonly id: string, readonly status: FulfillmentStatus } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderAddressSetMutationVariables = Exact<{
  id: string | number;
  address: MailingAddressInput;
}>;


export type OrderAddressSetMutation = { readonly orderUpdate: { readonly order: { readonly id: string, readonly updatedAt: string, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type VariantSkuSetMutationVariables = Exact<{
  product: string | number;
  variant: string | number;
  sku: string;
}>;


export type VariantSkuSetMutation = { readonly productVariantsBulkUpdate: { readonly productVariants: ReadonlyArray<{ readonly id: string, readonly sku: string | null }> | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: ProductVariantsBulkUpdateUserErrorCode | null }> } | null };

export type OrderStampsQueryVariables = Exact<{
  query: string;
  after?: string | null | undefined;
}>;


export type OrderStampsQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly updatedAt: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type OrderInvoiceSendMutationVariables = Exact<{
  id: string | number;
}>;


export type OrderInvoiceSendMutation = { readonly orderInvoiceSend: { readonly order: { readonly id: string, readonly updatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: OrderInvoiceSendUserErrorCode | null }> } | null };

export type OrderEditSetQuantityMutationVariables = Exact<{
  id: string | number;
  line: string | number;
  quantity: number;
  restock: boolean;
}>;


export type OrderEditSetQuantityMutation = { readonly orderEditSetQuantity: { readonly calculatedOrder: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type BulkOrdersQueryVariables = Exact<{ [key: string]: never; }>;


export type BulkOrdersQuery = { readonly orders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly createdAt: string, readonly updatedAt: string, readonly cancelledAt: string | null, readonly cancelReason: OrderCancelReason | null, readonly test: boolean, readonly sourceName: string | null, readonly tags: ReadonlyArray<string>, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null, readonly displayFulfillmentStatus: OrderDisplayFulfillmentStatus, readonly paymentGatewayNames: ReadonlyArray<string>, readonly canMarkAsPaid: boolean, readonly merchantEditable: boolean, readonly merchantEditableErrors: ReadonlyArray<string>, readonly email: string | null, readonly phone: string | null, readonly subtotalLineItemsQuantity: number, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } }, readonly purchasingEntity:
          | { readonly kind: 'Customer' }
          | { readonly kind: 'PurchasingCompany' }
         | null, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null, readonly shippingLine: { readonly title: string, readonly code: string | null } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly paymentTerms: { readonly paymentTermsName: string, readonly overdue: boolean, readonly paymentSchedules: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly dueAt: string | null, readonly completedAt: string | null } }> } } | null, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus, readonly createdAt: string, readonly service: { readonly serviceName: string } | null, readonly location: { readonly name: string } | null }>, readonly lineItems: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly variantTitle: string | null, readonly sku: string | null, readonly quantity: number, readonly currentQuantity: number, readonly nonFulfillableQuantity: number, readonly requiresShipping: boolean, readonly variant: { readonly id: string } | null, readonly product: { readonly id: string } | null } }> } } }> } };

export type PaymentReminderSendMutationVariables = Exact<{
  schedule: string | number;
}>;


export type PaymentReminderSendMutation = { readonly paymentReminderSend: { readonly success: boolean | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: PaymentReminderSendUserErrorCode | null }> } | null };

export type TagsRemoveMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;


export type TagsRemoveMutation = { readonly tagsRemove: { readonly node:
      | { readonly tags: ReadonlyArray<string>, readonly updatedAt: string }
      | { readonly tags: ReadonlyArray<string>, readonly updatedAt: string }
      | Record<PropertyKey, never>
     | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderToRecreateQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderToRecreateQuery = { readonly order: { readonly id: string, readonly name: string, readonly note: string | null, readonly tags: ReadonlyArray<string>, readonly test: boolean, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null, readonly email: string | null, readonly phone: string | null, readonly currentTotalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } }, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }>, readonly shippingLine: { readonly title: string, readonly code: string | null, readonly originalPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } } } | null, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly variantTitle: string | null, readonly sku: string | null, readonly vendor: string | null, readonly quantity: number, readonly currentQuantity: number, readonly requiresShipping: boolean, readonly isGiftCard: boolean, readonly variant: { readonly id: string } | null, readonly product: { readonly id: string } | null, readonly discountedUnitPriceSet: { readonly shopMoney: { readonly amount: string, readonly currencyCode: CurrencyCode } }, readonly customAttributes: ReadonlyArray<{ readonly key: string, readonly value: string | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type OrdersProbeQueryVariables = Exact<{ [key: string]: never; }>;


export type OrdersProbeQuery = { readonly orders: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly email: string | null, readonly phone: string | null, readonly purchasingEntity:
        | { readonly kind: 'Customer' }
        | { readonly kind: 'PurchasingCompany' }
       | null, readonly paymentTerms: { readonly overdue: boolean } | null, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus, readonly createdAt: string, readonly service: { readonly serviceName: string } | null, readonly location: { readonly name: string } | null }> }> } };

export type OrderFulfilledQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderFulfilledQuery = { readonly order: { readonly id: string, readonly updatedAt: string, readonly displayFulfillmentStatus: OrderDisplayFulfillmentStatus, readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus }> } | null };

export type OrderShippingLinesQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderShippingLinesQuery = { readonly order: { readonly shippingLines: { readonly nodes: ReadonlyArray<{ readonly title: string }> } } | null };

export type StagedUploadMutationVariables = Exact<{
  filename: string;
}>;


export type StagedUploadMutation = { readonly stagedUploadsCreate: { readonly stagedTargets: ReadonlyArray<{ readonly url: string | null, readonly parameters: ReadonlyArray<{ readonly name: string, readonly value: string }> }> | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderLinesQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type OrderLinesQuery = { readonly order: { readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly variantTitle: string | null, readonly sku: string | null, readonly quantity: number, readonly currentQuantity: number, readonly nonFulfillableQuantity: number, readonly requiresShipping: boolean, readonly variant: { readonly id: string } | null, readonly product: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type OrderEditCommitMutationVariables = Exact<{
  id: string | number;
  staffNote?: string | null | undefined;
}>;


export type OrderEditCommitMutation = { readonly orderEditCommit: { readonly successMessages: ReadonlyArray<string> | null, readonly order: { readonly id: string, readonly updatedAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderEditAddShippingLineMutationVariables = Exact<{
  id: string | number;
  line: OrderEditAddShippingLineInput;
}>;


export type OrderEditAddShippingLineMutation = { readonly orderEditAddShippingLine: { readonly calculatedOrder: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: OrderEditAddShippingLineUserErrorCode | null }> } | null };

export type ProductStateQueryVariables = Exact<{
  id: string | number;
}>;


export type ProductStateQuery = { readonly product: { readonly id: string, readonly updatedAt: string, readonly tags: ReadonlyArray<string> } | null };

export type ProductsByIdsQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;


export type ProductsByIdsQuery = { readonly nodes: ReadonlyArray<
    | { readonly id: string, readonly title: string, readonly tags: ReadonlyArray<string>, readonly updatedAt: string, readonly variants: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly barcode: string | null, readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean }, readonly metafield: { readonly value: string, readonly compareDigest: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } }
    | Record<PropertyKey, never>
   | null> };

export type VariantStateQueryVariables = Exact<{
  id: string | number;
}>;


export type VariantStateQuery = { readonly productVariant: { readonly id: string, readonly updatedAt: string, readonly sku: string | null, readonly product: { readonly id: string }, readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean }, readonly metafield: { readonly value: string, readonly compareDigest: string } | null } | null };

export type OrderMarkAsPaidMutationVariables = Exact<{
  id: string | number;
}>;


export type OrderMarkAsPaidMutation = { readonly orderMarkAsPaid: { readonly order: { readonly id: string, readonly updatedAt: string, readonly displayFinancialStatus: OrderDisplayFinancialStatus | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type BulkOperationCancelMutationVariables = Exact<{
  id: string | number;
}>;


export type BulkOperationCancelMutation = { readonly bulkOperationCancel: { readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type MetafieldsSetMutationVariables = Exact<{
  metafields: ReadonlyArray<MetafieldsSetInput> | MetafieldsSetInput;
}>;


export type MetafieldsSetMutation = { readonly metafieldsSet: { readonly metafields: ReadonlyArray<{ readonly value: string, readonly compareDigest: string }> | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string, readonly code: MetafieldsSetUserErrorCode | null }> } | null };

export type ProductVariantsQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type ProductVariantsQuery = { readonly product: { readonly variants: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly title: string, readonly sku: string | null, readonly barcode: string | null, readonly inventoryItem: { readonly id: string, readonly requiresShipping: boolean }, readonly metafield: { readonly value: string, readonly compareDigest: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null };

export type OrdersCountQueryVariables = Exact<{
  query: string;
}>;


export type OrdersCountQuery = { readonly ordersCount: { readonly count: number, readonly precision: CountPrecision } | null };

export type OrderAddressQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderAddressQuery = { readonly order: { readonly id: string, readonly updatedAt: string, readonly shippingAddress: { readonly address1: string | null, readonly address2: string | null, readonly city: string | null, readonly provinceCode: string | null, readonly countryCodeV2: CountryCode | null, readonly firstName: string | null, readonly lastName: string | null, readonly company: string | null, readonly zip: string | null, readonly phone: string | null } | null } | null };

export type TagsAddMutationVariables = Exact<{
  id: string | number;
  tags: ReadonlyArray<string> | string;
}>;


export type TagsAddMutation = { readonly tagsAdd: { readonly node:
      | { readonly tags: ReadonlyArray<string>, readonly updatedAt: string }
      | { readonly tags: ReadonlyArray<string>, readonly updatedAt: string }
      | Record<PropertyKey, never>
     | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderContactSetMutationVariables = Exact<{
  input: OrderInput;
}>;


export type OrderContactSetMutation = { readonly orderUpdate: { readonly order: { readonly id: string, readonly updatedAt: string, readonly email: string | null, readonly phone: string | null } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderEditBeginMutationVariables = Exact<{
  id: string | number;
}>;


export type OrderEditBeginMutation = { readonly orderEditBegin: { readonly calculatedOrder: { readonly id: string, readonly lineItems: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly quantity: number, readonly title: string, readonly sku: string | null, readonly variant: { readonly id: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderEditAddVariantMutationVariables = Exact<{
  id: string | number;
  variant: string | number;
  quantity: number;
}>;


export type OrderEditAddVariantMutation = { readonly orderEditAddVariant: { readonly calculatedOrder: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly field: ReadonlyArray<string> | null, readonly message: string }> } | null };

export type OrderContactQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderContactQuery = { readonly order: { readonly id: string, readonly updatedAt: string, readonly email: string | null, readonly phone: string | null } | null };

export type OrderAgreementsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderAgreementsQuery = { readonly order: { readonly agreements: { readonly nodes: ReadonlyArray<
        | { readonly id: string, readonly happenedAt: string, readonly reason: OrderActionType }
        | { readonly id: string, readonly happenedAt: string, readonly reason: OrderActionType }
        | { readonly id: string, readonly happenedAt: string, readonly reason: OrderActionType }
        | { readonly id: string, readonly happenedAt: string, readonly reason: OrderActionType }
      > } } | null };

export type BulkOperationStateQueryVariables = Exact<{
  id: string | number;
}>;


export type BulkOperationStateQuery = { readonly bulkOperation: { readonly id: string, readonly status: BulkOperationStatus, readonly createdAt: string, readonly errorCode: BulkOperationErrorCode | null, readonly objectCount: string, readonly rootObjectCount: string, readonly fileSize: string | null, readonly url: string | null, readonly partialDataUrl: string | null } | null };

export type OrderFulfillmentsQueryVariables = Exact<{
  id: string | number;
}>;


export type OrderFulfillmentsQuery = { readonly order: { readonly fulfillments: ReadonlyArray<{ readonly id: string, readonly status: FulfillmentStatus, readonly createdAt: string, readonly service: { readonly serviceName: string } | null, readonly location: { readonly name: string } | null }> } | null };
