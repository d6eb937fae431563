package eu.rempart.edge.abuse;

import eu.rempart.account.signin.SprayGuard;
import eu.rempart.edge.abuse.FloodDetector.News;
import eu.rempart.edge.abuse.SignInDetectors.AccountTried;
import eu.rempart.edge.abuse.SignInDetectors.Crowd;
import eu.rempart.edge.abuse.SignInDetectors.Spray;
import eu.rempart.edge.ban.Ban;
import eu.rempart.edge.ban.Ban.Step;
import eu.rempart.edge.ban.Bans;
import eu.rempart.edge.place.Place;
import eu.rempart.edge.place.Places;
import eu.rempart.edge.rule.Answer;
import eu.rempart.edge.rule.EdgeSettings;
import eu.rempart.edge.rule.Limit;
import eu.rempart.edge.traffic.Count;
import eu.rempart.tls.gate.Prefix;
import eu.rempart.tls.gate.Source;
import eu.rempart.vault.event.SecurityEvent;
import eu.rempart.vault.event.SecurityEvent.Severity;
import eu.rempart.vault.event.SecurityEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second: looks for abuse, takes the next step against it, and says so. What is written to
 * the database for it is left to others, so that neither the next second nor those who ask for the
 * flood that goes on wait for a database that is slow or away. Thread safe.
 */
public final class AbuseWatch {

  private static final Logger log = LoggerFactory.getLogger(AbuseWatch.class);

  /** So many of those who spray are answered at once; the next ones a second later. */
  private static final int AT_ONCE = 200;

  private final SourceDetectors detectors;
  private final SignInDetectors signIns;
  private final FloodDetector floods = new FloodDetector();
  private final Protected protection;
  private final Recently recently;
  private final Watching watching;
  private final Supplier<EdgeSettings> settings;
  private final Bans bans;
  private final Places places;
  private final SecurityEvents events;
  private final LongSupplier nanos;
  private final Executor writer;
  private final AtomicBoolean answering = new AtomicBoolean();
  private final SprayGate sprays;

  /** How many accounts were told of the spray that goes on; zero while there is none. */
  private int sprayed;

  private int next;

  AbuseWatch(
      SourceDetectors detectors,
      SignInDetectors signIns,
      Protected protection,
      Recently recently,
      Bans bans,
      Places places,
      SecurityEvents events,
      Supplier<EdgeSettings> settings,
      LongSupplier nanos,
      Executor writer) {
    this.detectors = detectors;
    this.signIns = signIns;
    this.protection = protection;
    this.recently = recently;
    this.watching = new Watching(protection, places, events, nanos);
    this.settings = settings;
    this.bans = bans;
    this.places = places;
    this.events = events;
    this.nanos = nanos;
    this.writer = writer;
    this.sprays = new SprayGate(protection, places, settings, nanos);
  }

  /** A second is over, in which this came. */
  public synchronized void second(List<Count> counts) {
    floods.second(counts).ifPresent(news -> writer.execute(() -> tell(news)));
    List<SecurityEvent> more = watching.over();
    if (!more.isEmpty()) {
      writer.execute(() -> more.forEach(events::record));
    }
    Optional<Spray> spray = signIns.spraying();
    spray.ifPresentOrElse(this::follow, this::noSpray);
    // while the last ones are being answered still nobody is looked for: who is passed over then
    // would not come again before all others did
    if (!answering.get()) {
      List<Suspicion> suspicions = new ArrayList<>(detectors.look(nanos.getAsLong()));
      List<Crowd> crowds = signIns.crowds();
      spray.ifPresent(going -> suspicions.addAll(some(suspects(going, crowds))));
      if (!suspicions.isEmpty() || !crowds.isEmpty()) {
        answering.set(true);
        writer.execute(() -> answer(suspicions, crowds));
      }
    }
  }

  /** It is told when it begins, and anew when it became half as large again as it was told. */
  private void follow(Spray spray) {
    sprays.look(spray);
    // what ebbed and comes back is a second wave
    sprayed = Math.min(sprayed, spray.accounts());
    if (2L * spray.accounts() >= 3L * sprayed) {
      sprayed = spray.accounts();
      Set<Place> from = sprays.from();
      writer.execute(() -> tell(spray, from));
    }
  }

  private void noSpray() {
    sprayed = 0;
    sprays.over();
  }

  /** Who tried several accounts, and who comes from where nobody else would; not whole networks. */
  private List<Suspicion> suspects(Spray spray, List<Crowd> crowds) {
    Set<Prefix> networks =
        crowds.stream().map(crowd -> crowd.whole().network()).collect(Collectors.toSet());
    return Stream.concat(spray.several().stream(), spray.once().stream().filter(sprays::isSuspect))
        .filter(source -> !networks.contains(Prefix.coarse(source.high(), source.low())))
        .map(spray::suspect)
        .toList();
  }

  /** Some of very many, and the next time the next ones. */
  private List<Suspicion> some(List<Suspicion> all) {
    if (all.size() <= AT_ONCE) {
      return all;
    }
    int from = next % all.size();
    next = from + AT_ONCE;
    List<Suspicion> some = new ArrayList<>(all.subList(from, Math.min(next, all.size())));
    some.addAll(all.subList(0, AT_ONCE - some.size()));
    return some;
  }

  private void answer(List<Suspicion> suspicions, List<Crowd> crowds) {
    try {
      crowds.forEach(this::answer);
      suspicions.forEach(this::answer);
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; the rest is answered when its turn comes again
      log.warn("abuse can't be answered now; it is tried again", e);
    } finally {
      answering.set(false);
    }
  }

  /** Whether a flood is going on. */
  public synchronized boolean isFlooded() {
    return floods.isFlooded();
  }

  /** The flood that goes on; empty while there is none. */
  public synchronized Optional<Flood> flood() {
    return floods.now();
  }

  /**
   * A sign-in failed.
   *
   * @param account a digest of the address that was typed
   * @param memberId whose it is, as far as that is known
   */
  void signInFailed(Source source, String account, @Nullable UUID memberId) {
    Prefix from = Prefix.fine(source.high(), source.low());
    signIns.failed(from, account).ifPresent(this::answer);
    signIns.tried(from, account, memberId).ifPresent(this::tell);
  }

  /** Who waits at the sign-in page while passwords are sprayed. */
  SprayGuard sprayGuard() {
    return sprays;
  }

  /** Somebody signed in there. */
  public void signedIn(Source source) {
    signIns.succeeded(Prefix.fine(source.high(), source.low()));
  }

  /** Where members are, too, each stranger for itself: whoever is next to them is not them. */
  private void answer(Crowd crowd) {
    answer(crowd.whole());
    Prefix network = crowd.whole().network();
    if (protection.isFree(network) || protection.isMembers(network)) {
      crowd.each().forEach(this::answer);
    }
  }

  private void answer(Suspicion suspicion) {
    Prefix network = suspicion.network();
    Answer answer = Detection.ofCause(suspicion.cause()).answer(settings.get());
    if (answer == Answer.WATCH) {
      watching.watch(suspicion);
      return;
    }
    if (recently.answered(new Answered(network, answer)) || protection.isFree(network)) {
      return;
    }
    Place place = place(network);
    Optional<Ban> step =
        answer == Answer.SLOW || protection.isMembers(network)
            ? bans.slow(network, place, suspicion.cause(), suspicion.evidence())
            : bans.escalate(network, place, suspicion.cause(), suspicion.evidence());
    step.ifPresent(this::tell);
  }

  /**
   * How far an answer may go against a network: who is slowed for one thing every few seconds is
   * banned for another all the same.
   */
  private record Answered(Prefix network, Answer furthest) {}

  private Place place(Prefix network) {
    return Place.of(places.of(network.high(), network.low()));
  }

  private static SecurityEvent about(SecurityEvent event, Prefix network, String cause) {
    return event
        .from(new Source(network.high(), network.low()).address().getHostAddress())
        .with("network", network.toString())
        .with("cause", cause);
  }

  private static SecurityEvent with(SecurityEvent event, Map<String, String> evidence) {
    SecurityEvent all = event;
    for (var each : evidence.entrySet()) {
      all = all.with(each.getKey(), each.getValue());
    }
    return all;
  }

  private void tell(Ban ban) {
    boolean banned = ban.step() == Step.BANNED;
    SecurityEvent event =
        banned
            ? SecurityEvent.of("edge.banned", Severity.WARNING)
            : SecurityEvent.of("edge.slowed", Severity.NOTICE);
    event =
        about(event, ban.network(), ban.cause())
            .with("place", ban.place().code())
            .with("repetition", Integer.toString(ban.repetition()));
    events.record(with(event, ban.evidence()));
  }

  /** Nothing is done about it but telling: whoever locks accounts for it locks members out. */
  private void tell(AccountTried tried) {
    SecurityEvent event =
        SecurityEvent.of("edge.account.tried", Severity.WARNING)
            .with("tries", Integer.toString(tried.failures()))
            .with("sources", Integer.toString(tried.sources()))
            .with("within", Integer.toString(settings.get().of(Limit.WINDOW_SIGN_IN)));
    UUID memberId = tried.memberId();
    events.record(memberId == null ? event : event.member(memberId));
  }

  private void tell(Spray spray, Set<Place> from) {
    events.record(
        SecurityEvent.of("edge.spraying", Severity.ALARM)
            .with("accounts", Integer.toString(spray.accounts()))
            .with("sources", Integer.toString(spray.sources()))
            .with("places", from.stream().map(Place::code).collect(Collectors.joining(" "))));
  }

  private void tell(News news) {
    events.record(
        switch (news) {
          case News.Begun begun ->
              SecurityEvent.of("edge.flood.begun", Severity.ALARM)
                  .with("flood", begun.flood().toString())
                  .with("refused", Long.toString(begun.refused()))
                  .with(
                      "places",
                      begun.most().stream().map(Place::code).collect(Collectors.joining(" ")));
          case News.Over over ->
              SecurityEvent.of("edge.flood.over", Severity.NOTICE)
                  .with("flood", over.flood().toString())
                  .with("refused", Long.toString(over.refused()));
        });
  }
}
