import { DefaultFailureConverter } from '@temporalio/common';

/** Failures' messages and stack traces are payloads too, and encrypted with them. Client, worker and bundle load this one. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
