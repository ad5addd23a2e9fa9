/** Injects Temporal's client (`Client`), connected when first used. */
export const TEMPORAL = Symbol('Temporal');
