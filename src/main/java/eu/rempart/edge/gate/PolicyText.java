package eu.rempart.edge.gate;

import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.gate.EdgePolicy.Parts;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.rule.AllowedNetwork;
import eu.rempart.edge.rule.CountryRule;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.rule.RuleTarget;
import eu.rempart.edge.rule.Treatment;
import eu.rempart.tls.gate.Prefix;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a policy is made of, as nodes write it for edges: what is needed to decide, and nothing of
 * who decided it or why. Moments are milliseconds since 1970 by the node's clock, 0 for never.
 */
final class PolicyText {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ELSEWHERE = "told by a node";

  private PolicyText() {}

  /**
   * What was read.
   *
   * @param now when it was written, by the writer's clock
   */
  record Told(Parts parts, Instant now) {}

  private record Text(
      long now,
      List<RuleText> rules,
      List<NetworkText> allowed,
      List<BanText> bans,
      List<String> known,
      Map<String, Integer> limits,
      List<String> home) {}

  private record RuleText(String target, String treatment, int factor, long until) {}

  private record NetworkText(String network, long until) {}

  private record BanText(String network, String step, long begun, long until) {}

  static byte[] write(Parts parts, Instant now) {
    var text =
        new Text(
            now.toEpochMilli(),
            parts.rules().stream()
                .map(
                    rule ->
                        new RuleText(
                            rule.target().key(),
                            rule.treatment().name(),
                            rule.factor(),
                            millis(rule.expiresAt())))
                .toList(),
            parts.allowed().stream()
                .map(each -> new NetworkText(each.network().toString(), millis(each.expiresAt())))
                .toList(),
            parts.bans().stream()
                .map(
                    ban ->
                        new BanText(
                            ban.network().toString(),
                            ban.step().name(),
                            millis(ban.begunAt()),
                            millis(ban.until())))
                .toList(),
            parts.known().stream().map(each -> each.network().toString()).toList(),
            parts.settings().limits().entrySet().stream()
                .filter(each -> each.getKey().isOfGates())
                .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)),
            parts.settings().home().stream().map(Place::code).toList());
    return JSON.writeValueAsString(text).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it. A limit that is not known, of a newer node, is left out: everything else holds.
   *
   * @throws IllegalArgumentException if it is not what {@link #write} wrote
   */
  static Told read(byte[] written) {
    try {
      Text text = JSON.readValue(written, Text.class);
      return new Told(
          new Parts(
              text.rules().stream().map(PolicyText::rule).toList(),
              text.allowed().stream().map(PolicyText::network).toList(),
              text.bans().stream().map(PolicyText::ban).toList(),
              text.known().stream().map(each -> new KnownSource(prefix(each), false)).toList(),
              new EdgeSettings(
                  limits(text.limits()),
                  text.home().stream().map(Place::new).collect(Collectors.toSet()))),
          Instant.ofEpochMilli(text.now()));
    } catch (JacksonException | NullPointerException e) {
      throw new IllegalArgumentException("these are no rules of a node", e);
    }
  }

  private static Map<Limit, Integer> limits(Map<String, Integer> text) {
    Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
    for (Limit limit : Limit.values()) {
      Integer value = text.get(limit.name());
      if (value != null) {
        limits.put(limit, value);
      }
    }
    return limits;
  }

  private static CountryRule rule(RuleText text) {
    return CountryRule.of(
        RuleTarget.of(text.target()),
        Treatment.valueOf(text.treatment()),
        text.factor(),
        ELSEWHERE,
        instant(text.until()));
  }

  private static AllowedNetwork network(NetworkText text) {
    return AllowedNetwork.of(prefix(text.network()), ELSEWHERE, instant(text.until()));
  }

  private static Ban ban(BanText text) {
    return new Ban(
        UUID.randomUUID(),
        0,
        prefix(text.network()),
        Place.UNKNOWN,
        Step.valueOf(text.step()),
        Ban.BY_HAND,
        Map.of(),
        ELSEWHERE,
        1,
        Instant.ofEpochMilli(text.begun()),
        Instant.ofEpochMilli(text.until()),
        null,
        null);
  }

  private static Prefix prefix(String text) {
    return Prefix.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("no network: " + text));
  }

  private static long millis(@Nullable Instant moment) {
    return moment == null ? 0 : moment.toEpochMilli();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }
}
