/** A file that cannot be read at all: the message is one or two French sentences that say where, why and what to do. */
export class UnreadableFile extends Error {}
