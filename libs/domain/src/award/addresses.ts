import { keyOf } from '../procedure/subject.js';

/** Where a label is shown and proved. */
export interface LabelAddresses {
  /** PDF, for who may see the label. */
  readonly certificate: string;
  /** For programs, without an account: Open Badges 3.0. */
  readonly credential: string;
  /** The page for everybody, also behind the certificate's QR code. */
  readonly verification: string;
}

/** @param publicUrl without a slash at its end @param subject the label's subject id */
export function labelAddresses(publicUrl: string, { subject, number }: { readonly subject: string; readonly number: string }): LabelAddresses {
  return {
    certificate: `${publicUrl}/api/labels/${keyOf(subject)}/certificate.pdf`,
    credential: `${publicUrl}/api/register/${number}/credential`,
    verification: `${publicUrl}/verify/${number}`,
  };
}
