/** What the standard tables speak of. Central surveys and the centres' own are two tables: nobody adds them up. */
export const statisticSubjects = ['applications', 'labels', 'indicators', 'satisfaction-central', 'satisfaction-own', 'payments'] as const;
export type StatisticSubject = (typeof statisticSubjects)[number];

/** How a table is cut. A centre of several themes counts in each; the whole counts it once. */
export const statisticCuts = ['whole', 'call', 'region', 'theme', 'structure-type'] as const;
export type StatisticCut = (typeof statisticCuts)[number];

export interface StatisticRow {
  /** A subject id, territory or code; empty for the whole and where nothing is known. */
  readonly key: string;
  readonly label: { readonly fr: string; readonly en: string };
  /** Whole numbers, amounts in cents, means in hundredths; an indicator’s in its unit. Null: no figure can be given. */
  readonly figures: Readonly<Record<string, number | null>>;
}

/** One standard table on one day. */
export interface StatisticTable {
  readonly subject: StatisticSubject;
  readonly by: StatisticCut;
  readonly rows: readonly StatisticRow[];
}
