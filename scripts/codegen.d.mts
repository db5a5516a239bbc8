/** The text that electron/engine/shopify/admin-operations.generated.ts must have. */
export function generateOperationTypes(): Promise<string>;
