/** Injects the typed configuration (`Config`). */
export const CONFIG = Symbol('Config');
/** Injects the query builder (`Database`). */
export const DATABASE = Symbol('Database');
/** Injects the pool and the query builder (`DatabaseHandle`); only the environment closes it. */
export const DATABASE_HANDLE = Symbol('DatabaseHandle');
