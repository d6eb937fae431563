package eu.rempart.deal.pipeline;

import java.util.List;
import java.util.function.UnaryOperator;

/** What the first pipeline begins with, whoever comes first and wherever. */
public final class FirstStages {

  /** Key of what the first pipeline is called. */
  public static final String NAME = "deal.first.name";

  private FirstStages() {}

  /**
   * The stages.
   *
   * @param text the text of a key, in the words of whoever makes it
   */
  public static List<Stage> of(UnaryOperator<String> text) {
    return List.of(
        new Stage(null, text.apply("deal.first.new"), DealState.OPEN, 1, 10, 14),
        new Stage(null, text.apply("deal.first.qualified"), DealState.OPEN, 0, 25, 21),
        new Stage(null, text.apply("deal.first.offer"), DealState.OPEN, 5, 50, 14),
        new Stage(null, text.apply("deal.first.negotiation"), DealState.OPEN, 2, 75, 14),
        new Stage(null, text.apply("deal.first.won"), DealState.WON, 7, 100, null),
        new Stage(null, text.apply("deal.first.lost"), DealState.LOST, 4, 0, null));
  }
}
