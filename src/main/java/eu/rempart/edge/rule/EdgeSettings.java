package eu.rempart.edge.rule;

import eu.rempart.edge.place.Place;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * What administrators set for the edge.
 *
 * @param limits those that are not usual
 * @param home the organisation's own countries
 * @param answers what is done about what a limit of networks finds, where that is not usual
 */
public record EdgeSettings(
    Map<Limit, Integer> limits, Set<Place> home, Map<Limit, Answer> answers) {

  /** As it is before anybody sets anything. */
  public static final EdgeSettings USUAL = new EdgeSettings(Map.of(), Set.of());

  /** Copies. */
  public EdgeSettings {
    limits = Map.copyOf(limits);
    home = Set.copyOf(home);
    answers = Map.copyOf(answers);
  }

  /** With the usual answers. */
  public EdgeSettings(Map<Limit, Integer> limits, Set<Place> home) {
    this(limits, home, Map.of());
  }

  /** A limit that is a number of minutes. */
  public Duration minutes(Limit limit) {
    return Duration.ofMinutes(of(limit));
  }

  /** What is done about a network that does more than a limit lets pass. */
  public Answer answer(Limit limit) {
    return answers.getOrDefault(limit, Answer.BAN);
  }

  public int of(Limit limit) {
    return limits.getOrDefault(limit, limit.usual());
  }
}
