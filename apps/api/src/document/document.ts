/** A PDF that was made for somebody. */
export interface Made {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** As a download is called; may hold anything. */
  readonly name: string;
  /** Subject id. */
  readonly subject: string;
}
