package eu.rempart.deal.pipeline;

/** What came of removing a stage or a pipeline. */
public sealed interface Removal {

  /** It lies in the bin; the deals that stood in it stand where they were sent. */
  record Done() implements Removal {}

  /**
   * Deals stand in it, and nobody said where they go. Nothing was done.
   *
   * @param deals how many
   */
  record Occupied(int deals) implements Removal {}

  /** A pipeline needs it: the last open stage, the one for won or lost, the last pipeline. */
  record Needed() implements Removal {}

  /** Somebody else removed it, or where the deals were to go. Nothing was done. */
  record Gone() implements Removal {}
}
