/**
 * An exception: what someone states to be correct as it stands, with the reason. Invariant: it covers the figures it records
 * and no others; once they change, the finding is back.
 */
export interface Exception {
  readonly rule: string;
  /** Name of the cell or row, as messages call it; '' for any. */
  readonly place: string;
  /** The figures it covers, as `figuresOf` writes them; '' where none were recorded. */
  readonly figures: string;
  readonly reason: string;
}
