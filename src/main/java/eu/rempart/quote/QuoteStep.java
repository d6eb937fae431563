package eu.rempart.quote;

/** What came of a step on a quote: issuing, an answer, a revision. */
public sealed interface QuoteStep {

  /** It is done. */
  record Done(Quote quote) implements QuoteStep {}

  /** Somebody else changed it meanwhile; nothing was written. */
  record Stale(Quote current) implements QuoteStep {}

  /** It is not there any more, or not for whoever asks. */
  record Gone() implements QuoteStep {}

  /** It is in a state from which this step does not lead on. */
  record Impossible(Quote current) implements QuoteStep {}
}
