package eu.rempart.edge.abuse;

import eu.rempart.edge.gate.EdgePolicy;
import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.SourceFacts;
import eu.rempart.edge.limit.SourceTable;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.limit.Turn;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.tls.gate.Prefix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks through all sources for scores above a threshold: for what is banned, slowed and watched by
 * itself, so that what is only watched takes no place of what is banned. A look takes about a
 * millisecond for each answer that is given. For one thread.
 */
final class SourceDetectors {

  /** So many for each answer; the next look goes on behind them. */
  private static final int AT_ONCE = 200;

  /** So many suspicious addresses make their network suspicious. */
  private static final int MANY = 8;

  /** Where the looks for one answer are. */
  private record Turns(Turn addresses, Turn networks) {}

  /** What is looked for: some detectors, and from which scores on. */
  private record Search(
      List<Detector> detectors, Map<Sign, Float> ofAddress, Map<Sign, Float> ofNetwork) {}

  private final Sources sources;
  private final Supplier<EdgePolicy> policy;
  private final Map<Answer, Turns> turns = new EnumMap<>(Answer.class);

  /**
   * Detectors over these sources.
   *
   * @param policy has the thresholds and bans that hold now
   */
  SourceDetectors(Sources sources, Supplier<EdgePolicy> policy) {
    this.sources = sources;
    this.policy = policy;
    for (Answer answer : Answer.values()) {
      turns.put(answer, new Turns(new Turn(), new Turn()));
    }
  }

  /** Whatever is suspicious now, what is answered most sharply first. */
  List<Suspicion> look(long at) {
    EdgePolicy now = policy.get();
    EdgeSettings settings = now.settings();
    List<Suspicion> found = new ArrayList<>();
    for (Answer answer : List.of(Answer.BAN, Answer.SLOW, Answer.WATCH)) {
      List<Detector> detectors = Detector.answered(answer, settings);
      if (!detectors.isEmpty()) {
        Search search =
            new Search(
                detectors,
                Detector.thresholds(detectors, settings, 1),
                Detector.thresholds(detectors, settings, Detector.NETWORK));
        // who is banned may knock on for hours: nothing more is done about it
        Predicate<Prefix> wanted = network -> answer == Answer.WATCH || !now.isBanned(network, at);
        found.addAll(look(search, wanted, Objects.requireNonNull(turns.get(answer)), at));
      }
    }
    return found;
  }

  private List<Suspicion> look(Search search, Predicate<Prefix> wanted, Turns turns, long at) {
    List<Suspicion> found = new ArrayList<>();
    List<SourceFacts> networks =
        sources.networks().above(search.ofNetwork(), wanted, AT_ONCE, turns.networks(), at);
    Map<Prefix, List<SourceFacts>> inside = inside(networks, search.ofAddress(), at);
    for (SourceFacts network : networks) {
      suspicion(network, inside.getOrDefault(network.prefix(), List.of()), search)
          .ifPresent(found::add);
    }
    sources
        .addresses()
        .above(search.ofAddress(), wanted, AT_ONCE, turns.addresses(), at)
        .forEach(
            address ->
                suspicion(address, search.ofAddress(), 0, search.detectors())
                    .ifPresent(found::add));
    return found;
  }

  /** All loud addresses of some networks, those that are banned already included. */
  private Map<Prefix, List<SourceFacts>> inside(
      List<SourceFacts> networks, Map<Sign, Float> thresholds, long at) {
    if (networks.isEmpty()) {
      return Map.of();
    }
    var around = networks.stream().map(SourceFacts::prefix).collect(Collectors.toSet());
    SourceTable addresses = sources.addresses();
    return addresses
        .above(
            thresholds,
            address -> around.contains(coarse(address)),
            Integer.MAX_VALUE,
            new Turn(),
            at)
        .stream()
        .collect(Collectors.groupingBy(address -> coarse(address.prefix())));
  }

  private static Prefix coarse(Prefix address) {
    return Prefix.coarse(address.high(), address.low());
  }

  /** One loud address is no reason to answer its neighbours; many are. */
  private static Optional<Suspicion> suspicion(
      SourceFacts network, List<SourceFacts> inside, Search search) {
    if (inside.size() >= MANY) {
      return suspicion(network, search.ofNetwork(), 0, search.detectors());
    }
    for (Detector detector : search.detectors()) {
      float loud = 0;
      for (SourceFacts address : inside) {
        loud += address.score(detector.sign());
      }
      Optional<Suspicion> found = suspicion(network, search.ofNetwork(), loud, List.of(detector));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Suspicion> suspicion(
      SourceFacts facts, Map<Sign, Float> thresholds, float without, List<Detector> detectors) {
    for (Detector detector : detectors) {
      float score = facts.score(detector.sign()) - without;
      if (score >= thresholds.getOrDefault(detector.sign(), Float.MAX_VALUE)) {
        String count = Integer.toString(Math.round(score));
        return Optional.of(new Suspicion(facts.prefix(), detector.cause(), Map.of("count", count)));
      }
    }
    return Optional.empty();
  }
}
