/** A longer text matches no pattern. */
export const MAX_TEXT = 10_000;
