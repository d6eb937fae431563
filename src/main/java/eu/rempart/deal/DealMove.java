package eu.rempart.deal;

/** What came of moving a deal. */
public sealed interface DealMove {

  /** It stands where it was put. */
  record Done(Deal deal) implements DealMove {}

  /** Somebody else changed it meanwhile: it is as they left it. */
  record Stale(Deal current) implements DealMove {}

  /** The deal, or the stage it was to go to, is not there any more. */
  record Gone() implements DealMove {}
}
