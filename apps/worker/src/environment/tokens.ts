/** Injects the typed configuration (`Config`). */
export const CONFIG = Symbol('Config');
/** Injects the query builder (`Database`). */
export const DATABASE = Symbol('Database');
/** Injects Temporal's client (`Client`). */
export const TEMPORAL = Symbol('Temporal');
