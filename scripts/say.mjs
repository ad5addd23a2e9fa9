/** One line for the person who waits. On stderr: a command's own output stays clean. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** A failure that the person can repair: shown without a stack trace. */
export class Stop extends Error {}
