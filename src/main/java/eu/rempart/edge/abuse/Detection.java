package eu.rempart.edge.abuse;

import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that detection looks for: from how much on, within which time, what is done about it,
 * and which security events tell of it. Names and words are under {@code edge.detection} and {@code
 * edge.cause}; none looks at a country alone.
 */
public enum Detection {
  UNFINISHED_HANDSHAKES(Limit.DETECT_UNFINISHED, Windows.FADING, Answer.BAN),
  HANDSHAKE_FLOOD(Limit.DETECT_HANDSHAKES, Windows.FADING, Answer.BAN),
  CONNECTION_FLOOD(Limit.DETECT_CONNECTIONS, Windows.FADING, Answer.BAN),
  SCAN(Limit.DETECT_SCAN, Windows.FADING, Answer.BAN),
  MALFORMED(Limit.DETECT_MALFORMED, Windows.FADING, Answer.BAN),
  SLOW_PEER(Limit.DETECT_SLOW, Windows.FADING, Answer.BAN),
  CREDENTIAL_STUFFING(Limit.DETECT_STUFFING, Limit.WINDOW_SIGN_IN, Answer.BAN),
  PASSWORD_SPRAYING(Limit.DETECT_SPRAYING, Limit.WINDOW_SIGN_IN, Answer.BAN),
  ACCOUNT_TRIED(Limit.DETECT_ACCOUNT, Limit.WINDOW_SIGN_IN, Answer.WATCH, "edge.account.tried"),
  RISE(Limit.DETECT_RISE, Duration.ofHours(1), Answer.WATCH, "edge.rise"),
  TRAVEL(Limit.DETECT_TRAVEL, Duration.ofHours(1), Answer.WATCH, "edge.travel"),
  MASS_EXPORT(Limit.DETECT_EXPORT, Limit.WINDOW_MASS, Answer.WATCH, "edge.mass.export"),
  MASS_ARCHIVE(Limit.DETECT_ARCHIVE, Limit.WINDOW_MASS, Answer.WATCH, "edge.mass.archive");

  /** What constants of an enum may read before it stands. */
  private static final class Windows {
    /** Scores fade by half in a minute, so a threshold is about so many in this time. */
    private static final Duration FADING = Duration.ofSeconds(90);
  }

  private final Limit limit;
  private final Duration window;
  private final @Nullable Limit minutes;
  private final Answer usual;

  @SuppressWarnings("ImmutableEnumChecker") // never changed
  private final List<String> events;

  /** One whose window is what it is. */
  Detection(Limit limit, Duration window, Answer usual, String... events) {
    this(limit, window, null, usual, events);
  }

  /** One whose window administrators set. */
  Detection(Limit limit, Limit minutes, Answer usual, String... events) {
    this(limit, Duration.ofMinutes(minutes.usual()), minutes, usual, events);
  }

  Detection(Limit limit, Duration window, @Nullable Limit minutes, Answer usual, String... events) {
    this.limit = limit;
    this.window = window;
    this.minutes = minutes;
    this.usual = usual;
    this.events =
        events.length == 0
            ? List.of("edge.suspected", "edge.suspected.more", "edge.slowed", "edge.banned")
            : List.of(events);
  }

  /** From how much on; administrators set it. */
  public Limit limit() {
    return limit;
  }

  /** Within which time it counts. */
  public Duration window(EdgeSettings settings) {
    return minutes == null ? window : settings.minutes(minutes);
  }

  /** The one whose cause of bans this is. */
  static Detection ofCause(String cause) {
    return Arrays.stream(values())
        .filter(each -> each.key().equals(cause))
        .findFirst()
        .orElseThrow();
  }

  /** What is done about it; administrators say so of networks, and people are only watched. */
  public Answer answer(EdgeSettings settings) {
    return isOfNetworks() ? settings.answer(limit) : usual;
  }

  /** Whether it finds networks, and not what people do. */
  public boolean isOfNetworks() {
    return usual == Answer.BAN;
  }

  /** The kinds of security events that tell of it. */
  public List<String> events() {
    return events;
  }

  /** What those events say of their cause; empty where the kind alone says it. */
  public String cause() {
    return isOfNetworks() ? key() : "";
  }

  /** Its name in texts: {@code handshake-flood}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
