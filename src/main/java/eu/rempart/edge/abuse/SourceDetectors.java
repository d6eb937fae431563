package eu.rempart.edge.abuse;

import eu.rempart.edge.limit.Sign;
import eu.rempart.edge.limit.SourceFacts;
import eu.rempart.edge.limit.Sources;
import eu.rempart.edge.rule.EdgeSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks through all sources for scores above a threshold. A look takes about a millisecond. */
final class SourceDetectors {

  /** More are looked at a second later. */
  private static final int AT_ONCE = 200;

  /** So many suspicious addresses make their network suspicious. */
  private static final int MANY = 8;

  private final Sources sources;
  private final Supplier<EdgeSettings> settings;

  /**
   * Detectors over these sources.
   *
   * @param settings has the thresholds that hold now
   */
  SourceDetectors(Sources sources, Supplier<EdgeSettings> settings) {
    this.sources = sources;
    this.settings = settings;
  }

  /** Whatever is suspicious now. */
  List<Suspicion> look(long at) {
    EdgeSettings now = settings.get();
    Map<Sign, Float> ofAddress = Detector.thresholds(now, 1);
    Map<Sign, Float> ofNetwork = Detector.thresholds(now, Detector.NETWORK);
    List<Detector> order = Detector.order(now);
    List<SourceFacts> addresses = sources.addresses().above(ofAddress, AT_ONCE, at);
    List<Suspicion> found = new ArrayList<>();
    for (SourceFacts network : sources.networks().above(ofNetwork, AT_ONCE, at)) {
      List<SourceFacts> inside =
          addresses.stream().filter(each -> network.prefix().overlaps(each.prefix())).toList();
      suspicion(network, inside, ofNetwork, order).ifPresent(found::add);
    }
    addresses.forEach(address -> suspicion(address, ofAddress, 0, order).ifPresent(found::add));
    return found;
  }

  /** One loud address is no reason to answer its neighbours; many are. */
  private static Optional<Suspicion> suspicion(
      SourceFacts network,
      List<SourceFacts> inside,
      Map<Sign, Float> thresholds,
      List<Detector> order) {
    if (inside.size() >= MANY) {
      return suspicion(network, thresholds, 0, order);
    }
    for (Detector detector : order) {
      float loud = 0;
      for (SourceFacts address : inside) {
        loud += address.score(detector.sign());
      }
      var only = Map.of(detector.sign(), thresholds.getOrDefault(detector.sign(), Float.MAX_VALUE));
      Optional<Suspicion> found = suspicion(network, only, loud, order);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Suspicion> suspicion(
      SourceFacts facts, Map<Sign, Float> thresholds, float without, List<Detector> order) {
    for (Detector detector : order) {
      float score = facts.score(detector.sign()) - without;
      if (score >= thresholds.getOrDefault(detector.sign(), Float.MAX_VALUE)) {
        String count = Integer.toString(Math.round(score));
        return Optional.of(new Suspicion(facts.prefix(), detector.cause(), Map.of("count", count)));
      }
    }
    return Optional.empty();
  }
}
