package eu.rempart.watch.probe;

import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.watch.probe.WorkLists.ZoneWork;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Report;
import eu.rempart.watch.wire.Exchange.Work;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.Refusal;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers agents. What is cheap to look at comes first: the id, then the signature, then whether
 * the request is a fresh one; only then its content is read. Thread safe.
 */
public final class Exchanges {

  private static final Logger log = LoggerFactory.getLogger(Exchanges.class);

  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final Duration AT_ONCE = Duration.ofMillis(300);

  /** Whoever waits for others would be told the same at once. */
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final int LONGEST_RELEASE = 40;

  /** Reads a request's body. */
  public interface Body {
    byte[] read() throws IOException;
  }

  private final HomeKey home;
  private final KnownAgents known;
  private final AgentRepository agents;
  private final WorkLists work;
  private final Deliveries deliveries;
  private final LedgerQueries ledger;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final InstantSource clock;

  Exchanges(
      HomeKey home,
      KnownAgents known,
      AgentRepository agents,
      WorkLists work,
      Deliveries deliveries,
      LedgerQueries ledger,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      InstantSource clock) {
    this.home = home;
    this.known = known;
    this.agents = agents;
    this.work = work;
    this.deliveries = deliveries;
    this.ledger = ledger;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Answers one request.
   *
   * @param header {@link RequestSeal#HEADER}
   */
  public Reply answer(@Nullable String header, Body body) throws IOException {
    RequestSeal.Signed signed = RequestSeal.read(header).orElse(null);
    Agent agent = signed == null ? null : known.find(signed.seal().agent()).orElse(null);
    if (signed == null || agent == null) {
      return Reply.no(Refusal.UNKNOWN, now());
    }
    byte[] bytes = body.read();
    if (!signed.by(agent.key(), "POST", Exchange.PATH, bytes)) {
      return Reply.no(Refusal.SIGNATURE, now());
    }
    if (!home.isHome()) {
      return Reply.no(Refusal.NOT_HOME, now());
    }
    RequestSeal seal = signed.seal();
    try {
      Instant now = now();
      Claim claim = transactions.execute(_ -> claim(seal, now));
      Refusal refusal = claim.refusal();
      return refusal == null ? take(claim.agent(), seal, bytes) : no(seal, refusal);
    } catch (RuntimeException e) {
      // whatever the database or its driver throws: the agent keeps what it has, and comes again
      log.warn("an agent could not be answered: {}", e.getClass().getName());
      return no(seal, Refusal.AWAY);
    }
  }

  /**
   * Whether a request is to be taken.
   *
   * @param agent as nobody else knew it at that moment
   */
  private record Claim(Agent agent, @Nullable Refusal refusal) {}

  private Claim claim(RequestSeal seal, Instant now) {
    Agent agent = agents.lock(seal.agent()).orElseThrow();
    Refusal refusal =
        switch (agent.state()) {
          case REVOKED -> Refusal.REVOKED;
          case SUSPENDED -> Refusal.SUSPENDED;
          case ACTIVE -> claim(agent, seal, now);
        };
    return new Claim(agent, refusal);
  }

  private @Nullable Refusal claim(Agent agent, RequestSeal seal, Instant now) {
    return switch (Turnout.of(agent.contact(), seal, now)) {
      case FRESH -> {
        agents.heard(agent.id(), seal, agent.contact().bootsWith(seal.boot()), now);
        Instant silent = agent.silentSince();
        if (silent != null) {
          events.publishEvent(new AgentHeard(agent.id(), agent.zone(), agent.name(), silent, now));
        }
        yield null;
      }
      case CLOCK -> {
        agents.tell(agent.id(), Refusal.CLOCK.key(), now);
        agents.tellClock(agent.id(), bounded(Duration.between(now, seal.moment())));
        yield Refusal.CLOCK;
      }
      case REPLAYED -> {
        agents.tell(agent.id(), Refusal.REPLAY.key(), now);
        yield Refusal.REPLAY;
      }
      case COPIED -> {
        agents.change(agent.id(), AgentState.SUSPENDED, now);
        agents.tell(agent.id(), Refusal.SUSPENDED.key(), now);
        ledger.append(
            "watch.agent.suspended",
            Map.of("id", agent.id().toString(), "zone", agent.zone().code()));
        events.publishEvent(new AgentSuspended(agent.id(), agent.zone(), agent.name(), now));
        yield Refusal.SUSPENDED;
      }
    };
  }

  private Reply take(Agent agent, RequestSeal seal, byte[] bytes) {
    Report report;
    try {
      report = Json.read(bytes, Report.class);
    } catch (IllegalArgumentException wrong) {
      return wrong(seal, Refusal.MALFORMED);
    }
    List<Exchange.Found> results = report.results();
    if (results == null || results.size() > Exchange.MOST_RESULTS) {
      return wrong(seal, Refusal.MALFORMED);
    }
    if (!agent.zone().code().equals(report.zone())) {
      return wrong(seal, Refusal.ZONE);
    }
    Instant now = now();
    Delivery delivery = deliveries.take(agent, results, now);
    agents.delivered(agent, delivery, release(report.release()), clockOff(report, now));
    if (!work.of(agent.zone()).revision().equals(report.revision())) {
      work.renew(); // it may be what it has that is newer
    }
    ZoneWork asked = work.of(agent.zone());
    boolean has = asked.revision().equals(report.revision());
    Work answer =
        new Work(
            Reply.micros(now()),
            delivery.taken(),
            delivery.refused(),
            again(agent, delivery).toMillis(),
            asked.revision(),
            has ? null : asked.asked());
    return signed(seal, 200, Json.write(answer));
  }

  private static Duration again(Agent agent, Delivery delivery) {
    if (!delivery.more()) {
      return AGAIN;
    }
    return delivery.taken() > agent.contact().result() ? AT_ONCE : SOON;
  }

  /** Nobody's clock is off by more than a hundred years, whatever it says. */
  private static Duration bounded(Duration off) {
    Duration most = Duration.of(36_525, ChronoUnit.DAYS);
    return off.abs().compareTo(most) > 0 ? (off.isNegative() ? most.negated() : most) : off;
  }

  private static Duration clockOff(Report report, Instant now) {
    long most = Duration.of(36_525, ChronoUnit.DAYS).toMillis();
    return Duration.ofMillis(Math.clamp(report.wall() - now.toEpochMilli(), -most, most));
  }

  private static @Nullable String release(@Nullable String told) {
    return told == null || told.length() > LONGEST_RELEASE || !told.matches("[\\w.+-]+")
        ? null
        : told;
  }

  private Reply wrong(RequestSeal seal, Refusal refusal) {
    agents.tell(seal.agent(), refusal.key(), now());
    return no(seal, refusal);
  }

  private Reply no(RequestSeal seal, Refusal refusal) {
    return signed(seal, refusal.status(), Reply.body(refusal, now()));
  }

  private Reply signed(RequestSeal seal, int status, byte[] body) {
    return new Reply(status, body, seal.answer(home.secret(), status, body));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
