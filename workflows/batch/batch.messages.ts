/** What a batch's workflow begins with; its id is `batch/<id>`. */
export interface BatchStart {
  readonly id: string;
}

export function batchWorkflowId(id: string): string {
  return `batch/${id}`;
}

/** How far a batch has come. */
export interface BatchProgress {
  readonly waiting: number;
  readonly applied: number;
  readonly refused: number;
  readonly closed: number;
}

export interface BatchActivities {
  /** Asks every file of the batch that has no outcome yet, and answers how all of them ended. */
  applyBatch(start: BatchStart): Promise<BatchProgress>;
}
