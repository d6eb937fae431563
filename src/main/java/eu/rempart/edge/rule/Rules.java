package eu.rempart.edge.rule;

import eu.rempart.edge.place.Place;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The rules, networks and limits as they are kept. Asks for no right, and writes no ledger:
 * administrators come through {@code EdgeAdministration}.
 */
@Component
public class Rules {

  private static final Logger log = LoggerFactory.getLogger(Rules.class);
  private static final String HOME = "places.home";
  private static final String ANSWER = "answer.";

  private final RuleRepository repository;

  Rules(RuleRepository repository) {
    this.repository = repository;
  }

  /** All rules, those that have expired included. */
  public List<CountryRule> all() {
    return repository.rules();
  }

  /** The rule of a target, locked until the transaction ends. */
  public Optional<CountryRule> find(RuleTarget target) {
    return repository.rule(target);
  }

  /** Saves a rule; false if somebody else has changed it meanwhile. */
  public boolean save(CountryRule rule, UUID by) {
    return repository.save(rule, by);
  }

  /** Removes a rule; false if somebody else has changed it meanwhile. */
  public boolean remove(CountryRule rule) {
    return repository.removeRule(rule.id(), rule.version());
  }

  /** The networks that are never refused, those that have expired included. */
  public List<AllowedNetwork> allowed() {
    return repository.allowed();
  }

  /** Adds a network; false if it is there already. */
  public boolean allow(AllowedNetwork network, UUID by) {
    return repository.allow(network, by);
  }

  /** Takes a network off the list; false if it is not there any more. */
  public boolean disallow(AllowedNetwork network) {
    return repository.removeAllowed(network.id());
  }

  /** The settings; what can not be read is as usual. */
  public EdgeSettings settings() {
    Map<String, String> kept = repository.settings();
    Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    kept.forEach(
        (name, value) ->
            Limit.ofKey(name)
                .ifPresent(
                    limit ->
                        number(name, value).ifPresent(n -> limits.put(limit, limit.clamp(n)))));
    return new EdgeSettings(limits, places(kept.getOrDefault(HOME, "")), answers(kept));
  }

  private static Map<Limit, Answer> answers(Map<String, String> kept) {
    Map<Limit, Answer> answers = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      String key = kept.get(ANSWER + limit.key());
      Arrays.stream(Answer.values())
          .filter(answer -> answer.key().equals(key))
          .forEach(answer -> answers.put(limit, answer));
    }
    return answers;
  }

  /** Sets what is done about what a limit finds. */
  public void set(Limit limit, Answer answer, UUID by) {
    repository.set(ANSWER + limit.key(), answer.key(), by);
  }

  /** Sets a limit, within its bounds. */
  public void set(Limit limit, int value, UUID by) {
    repository.set(limit.key(), Integer.toString(limit.clamp(value)), by);
  }

  /** Sets the organisation's own countries. */
  public void setHome(Set<Place> home, UUID by) {
    String codes = home.stream().sorted().map(Place::code).collect(Collectors.joining(" "));
    repository.set(HOME, codes, by);
  }

  private static Optional<Integer> number(String name, String value) {
    try {
      return Optional.of(Integer.valueOf(value));
    } catch (NumberFormatException e) {
      log.warn("the limit {} is no number in the database; the usual one holds", name);
      return Optional.empty();
    }
  }

  private static Set<Place> places(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .filter(code -> code.matches("[A-Z]{2}"))
        .map(Place::new)
        .collect(Collectors.toSet());
  }
}
