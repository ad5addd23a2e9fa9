/** A row of a table: answers by the code of the column. */
export type Row = Record<string, string | number>;

/** What is said of one indicator; `label` and `unit` only for an indicator that the centre added itself. */
export interface IndicatorAnswer {
  baseline?: number;
  target?: number;
  value?: number;
  evidence?: string;
  label?: string;
  unit?: string;
}

/** Text, code of an option or civil date; codes of options; number; rows of a table; indicators by code. */
export type Answer = string | number | string[] | Row[] | Record<string, IndicatorAnswer>;

/** Answers by the code of the question; a question that is not answered is absent. Plain JSON. */
export type Answers = Record<string, Answer>;

/** A file given in answer to a question of kind attachment. */
export interface Attachment {
  question: string;
  /** Found from the bytes, never from the name: `pdf`, `docx`… */
  type: string;
  /** Bytes. */
  size: number;
}

/** Why an answer does not do: a stable code, and figures for the sentence that explains it. */
export interface AnswerFault {
  code: string;
  params: Record<string, string | number>;
}
