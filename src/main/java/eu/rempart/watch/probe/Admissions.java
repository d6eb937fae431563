package eu.rempart.watch.probe;

import eu.rempart.db.Reason;
import eu.rempart.db.Writes;
import eu.rempart.db.ledger.LedgerQueries;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Admits whoever shows the secret of a code, once, within its short life; and tells everybody whom
 * to trust, signed by home. Thread safe.
 */
public final class Admissions {

  private static final Reason CHANGE = new Reason("watch");
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_RELEASE = 40;

  private final HomeKey home;
  private final KnownAgents known;
  private final AgentRepository agents;
  private final CodeRepository codes;
  private final LedgerQueries ledger;
  private final Writes writes;
  private final Supplier<Optional<Path>> authority;
  private final Attempts attempts;
  private final InstantSource clock;

  /**
   * @param authority the own authority's certificate; empty with a certificate that all trust
   */
  Admissions(
      HomeKey home,
      KnownAgents known,
      AgentRepository agents,
      CodeRepository codes,
      LedgerQueries ledger,
      Writes writes,
      Supplier<Optional<Path>> authority,
      Attempts attempts,
      InstantSource clock) {
    this.home = home;
    this.known = known;
    this.agents = agents;
    this.codes = codes;
    this.ledger = ledger;
    this.writes = writes;
    this.authority = authority;
    this.attempts = attempts;
    this.clock = clock;
  }

  /** Whom agents are to trust. */
  public Reply authorities() throws IOException {
    Optional<Path> file = authority.get();
    String pem = file.isEmpty() ? "" : Files.readString(file.get(), StandardCharsets.US_ASCII);
    byte[] body = Json.write(new Admission.Authorities(pem, Reply.micros(now())));
    return new Reply(200, body, Admission.sign(home.secret(), body));
  }

  /**
   * Answers whoever wants to be admitted.
   *
   * @param address where it came from
   */
  public Reply admit(byte[] body, String address) {
    Instant now = now();
    if (!attempts.allowed(address)) {
      return Reply.no(Refusal.TOO_MANY, now);
    }
    Admission.Request request;
    PublicKey key;
    Zone zone;
    try {
      request = Json.read(body, Admission.Request.class);
      key = request.provenKey();
      zone = new Zone(String.valueOf(request.zone()));
    } catch (IllegalArgumentException wrong) {
      attempts.failed(address);
      return no(body, Refusal.MALFORMED, now);
    }
    if (!home.isHome()) {
      return Reply.no(Refusal.NOT_HOME, now);
    }
    Optional<UUID> admitted = admit(request, zone, key, now);
    if (admitted.isEmpty()) {
      attempts.failed(address);
      return no(body, Refusal.CODE, now);
    }
    known.forget();
    byte[] welcome =
        Json.write(new Admission.Welcome(admitted.get().toString(), Reply.micros(now())));
    return new Reply(200, welcome, Admission.sign(home.secret(), body, welcome));
  }

  /** Signed, since the agent gives up: it believes that of home alone. */
  private Reply no(byte[] asked, Refusal refusal, Instant now) {
    byte[] body = Reply.body(refusal, now);
    return new Reply(refusal.status(), body, Admission.signRefusal(home.secret(), asked, body));
  }

  private Optional<UUID> admit(Admission.Request request, Zone zone, PublicKey key, Instant now) {
    return writes.inTransaction(
        CHANGE,
        _ -> {
          if (!zone.isElsewhere()) {
            return Optional.empty();
          }
          byte[] digest = digest(String.valueOf(request.secret()));
          if (agents.knows(key)) {
            // it may have been copied; but whose answer was lost asks again, and is told the same
            return codes
                .usedAt(digest, zone, now)
                .flatMap(used -> agents.admitted(zone, key, used));
          }
          return codes
              .use(digest, zone, now)
              .map(maker -> insert(request, zone, key, now, maker.member()));
        });
  }

  private UUID insert(
      Admission.Request request, Zone zone, PublicKey key, Instant now, @Nullable UUID by) {
    Agent agent =
        new Agent(
            UUID.randomUUID(),
            zone,
            line(request.name(), LONGEST_NAME, zone.code()),
            key,
            AgentState.ACTIVE,
            now,
            line(request.release(), LONGEST_RELEASE, "?"),
            now,
            null,
            Contact.NONE,
            Conduct.NEW);
    agents.revoke(zone, now);
    agents.insert(agent, by);
    ledger.append(
        "watch.agent.admitted",
        Map.of("id", agent.id().toString(), "zone", zone.code(), "name", agent.name()));
    return agent.id();
  }

  /** What the other side says of itself, in one line that is not too long. */
  private static String line(@Nullable String told, int most, String otherwise) {
    String clean = told == null ? "" : told.replaceAll("[^\\w. +-]", "").strip();
    return clean.isEmpty() ? otherwise : clean.substring(0, Math.min(most, clean.length()));
  }

  /** What the database keeps of a code. */
  static byte[] digest(String secret) {
    return ProbeKeys.digest(secret.getBytes(StandardCharsets.UTF_8));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
