package eu.rempart.alert.source;

import eu.rempart.alert.channel.Severity;
import eu.rempart.alert.incident.AlertRequest;
import eu.rempart.alert.incident.AlertService;
import eu.rempart.alert.incident.Ending;
import eu.rempart.alert.incident.Sources;
import eu.rempart.alert.queue.Round;
import eu.rempart.alert.source.SeenQueries.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the edge and the vault note: floods and spraying of passwords are critical until they are
 * over; bans are to be known of; what rose far above its usual number, and an account that is tried
 * again and again, are warnings until it is quiet; every other alarm is one until somebody looked
 * at it. Each event is looked at once, in the transaction that raises it, by whatever node.
 */
final class EventSource implements Round {

  private static final String FLOOD = "edge.flood.begun";
  static final String FLOOD_OVER = "edge.flood.over";
  private static final String SPRAYING = "edge.spraying";
  static final String BANNED = "edge.banned";
  static final String LOST = "security.events.lost";
  static final String RISE = "edge.rise";
  static final String TRIED = "edge.account.tried";

  /** What of an event is told in words, in this order; no event has more than five of them. */
  private static final List<String> NOTED =
      List.of("rows", "count", "usual", "within", "row", "earlier", "place");

  /** What engineers may look at, too. */
  private static final String EVENTS = "/security/events?kinds=";

  /** After a stop of a day, what was noted before is no news. */
  private static final Duration BACK = Duration.ofDays(1);

  private static final int AT_ONCE = 500;

  private final SeenQueries events;
  private final AlertService alerts;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  EventSource(
      SeenQueries events,
      AlertService alerts,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.events = events;
    this.alerts = alerts;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "source-events";
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    transactions.executeWithoutResult(
        _ -> {
          events.lock();
          for (Event event : events.unseen(now.minus(BACK), AT_ONCE)) {
            take(event);
            events.saw(event.id(), now);
          }
          events.forget(now.minus(BACK.multipliedBy(2)));
        });
  }

  private void take(Event event) {
    Map<String, String> detail = event.detail();
    switch (event.kind()) {
      case FLOOD -> flood(detail);
      case FLOOD_OVER -> alerts.resolve(Sources.EDGE, flood(detail.get("flood")));
      case SPRAYING ->
          alerts.raise(
              edge(
                  "spraying",
                  Severity.CRITICAL,
                  Ending.BY_QUIET,
                  List.of(
                      detail.getOrDefault("accounts", "0"), detail.getOrDefault("sources", "0")),
                  EVENTS + SPRAYING));
      case BANNED ->
          alerts.raise(edge("bans", Severity.INFO, Ending.BY_QUIET, List.of(), EVENTS + BANNED));
      case RISE -> alerts.raise(rise(detail));
      case TRIED -> alerts.raise(tried(event));
      default -> alerts.raise(security(event));
    }
  }

  /** Whoever is on duty may look at the list of events, and at no other page of security. */
  private static AlertRequest security(Event event) {
    List<String> facts = new ArrayList<>(List.of(event.kind(), event.code()));
    if (event.member() != null) {
      facts.add("member=");
    }
    NOTED.stream()
        .filter(event.detail()::containsKey)
        .map(name -> name + "=" + event.detail().get(name))
        .forEach(facts::add);
    if (event.table() != null) {
      facts.add("table=" + event.table());
    }
    return new AlertRequest(
        "security:" + event.kind(),
        Sources.SECURITY,
        event.kind(),
        Severity.WARNING,
        "security",
        facts,
        EVENTS + event.kind(),
        Ending.BY_HAND,
        null);
  }

  /** Each topic and place for itself: who takes care of one knows nothing of another. */
  private static AlertRequest rise(Map<String, String> detail) {
    String topic = detail.getOrDefault("topic", "").toLowerCase(Locale.ROOT).replace('_', '-');
    String place = detail.getOrDefault("place", "");
    return detection(
        "rise:%s:%s".formatted(topic, place),
        (topic + " " + place).strip(),
        place.isEmpty() ? "rise" : "rise-place",
        List.of(
            topic, detail.getOrDefault("number", "0"), detail.getOrDefault("usual", "0"), place),
        EVENTS + RISE);
  }

  /** One for each account, as far as it is anybody's; addresses that are nobody's are one. */
  private static AlertRequest tried(Event event) {
    Map<String, String> detail = event.detail();
    UUID member = event.member();
    return detection(
        "account:" + (member == null ? "" : member),
        "accounts",
        "account-tried",
        List.of(
            detail.getOrDefault("tries", "0"),
            detail.getOrDefault("sources", "0"),
            detail.getOrDefault("within", "0")),
        EVENTS + TRIED);
  }

  private static AlertRequest detection(
      String key, String label, String what, List<String> facts, String path) {
    return new AlertRequest(
        "detection:" + key,
        Sources.DETECTION,
        label,
        Severity.WARNING,
        what,
        facts,
        path,
        Ending.BY_QUIET,
        null);
  }

  /** Each node finds a flood by itself: people are told of one, which is over when all are. */
  private void flood(Map<String, String> detail) {
    AlertRequest request =
        edge(
            "flood",
            Severity.CRITICAL,
            Ending.BY_HAND,
            List.of(detail.getOrDefault("refused", "0"), detail.getOrDefault("places", "")),
            "/traffic");
    String flood = detail.get("flood");
    if (flood == null) {
      alerts.raise(request);
    } else {
      alerts.raise(request, flood(flood));
    }
  }

  /**
   * @param flood null for one that was noted before floods had names: it is all of them
   */
  private static String flood(@Nullable String flood) {
    return flood == null ? "edge:flood" : "edge:flood:" + flood;
  }

  private static AlertRequest edge(
      String what, Severity severity, Ending ending, List<String> facts, String path) {
    return new AlertRequest(
        "edge:" + what, Sources.EDGE, what, severity, "edge-" + what, facts, path, ending, null);
  }
}
