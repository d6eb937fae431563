package eu.rempart.watch.probe;

import eu.rempart.db.TestDatabase;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.check.Zone;
import eu.rempart.watch.result.WatchLab;
import eu.rempart.watch.wire.Admission;
import eu.rempart.watch.wire.AdmissionCode;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Found;
import eu.rempart.watch.wire.Json;
import eu.rempart.watch.wire.ProbeKeys;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Home without Spring, and agents driven by hand. */
final class ProbeLab {

  final WatchLab watch;
  final AgentRepository agents;
  final CodeRepository codes;
  final HomeKey home;
  final Exchanges exchanges;
  final Admissions admissions;
  final SilenceWatch silence;
  final List<Object> events = new ArrayList<>();
  private final TransactionTemplate transactions;

  /** Where those who want to be admitted come from. */
  String address = "192.0.2.7";

  private final UUID administrator = UUID.randomUUID();

  ProbeLab(TestDatabase database) {
    watch = new WatchLab(database);
    agents = new AgentRepository(database.app());
    codes = new CodeRepository(database.app());
    KeyPair pair = ProbeKeys.generate();
    home = new HomeKey(pair, own -> own);
    KnownAgents known = new KnownAgents(agents::all, watch.clock);
    transactions = new TransactionTemplate(database.transactions());
    WorkLists work = new WorkLists(watch.desk()::work, watch.desk()::times, watch.clock);
    var ledger = WatchLab.ledger(database);
    exchanges =
        new Exchanges(
            home,
            known,
            agents,
            work,
            new Deliveries(agents, work, watch.desk()),
            ledger,
            transactions,
            events::add,
            watch.clock);
    admissions =
        new Admissions(
            home,
            known,
            agents,
            codes,
            ledger,
            database.writes((UUID) null),
            Optional::empty,
            new Attempts(watch.clock),
            watch.clock);
    silence = started();
    silence.look();
  }

  /** What watches on a node that starts now. */
  SilenceWatch started() {
    return new SilenceWatch(agents, transactions, events::add, watch.clock);
  }

  Instant now() {
    return watch.clock.instant();
  }

  /** What an administrator makes. */
  AdmissionCode code(Zone zone) {
    AdmissionCode code = AdmissionCode.random(home.open());
    codes.insert(
        Admissions.digest(code.secret()),
        zone,
        now(),
        now().plus(ProbeService.CODE_LIFE),
        administrator);
    return code;
  }

  Reply admit(AdmissionCode code, String zone, KeyPair pair) {
    return admit(Json.write(Admission.Request.of(code, zone, "machine <b>", "1.0", pair)));
  }

  Reply admit(byte[] body) {
    return admissions.admit(body, address);
  }

  /** An agent that was admitted. */
  Hand agent(Zone zone) {
    KeyPair pair = ProbeKeys.generate();
    Reply reply = admit(code(zone), zone.code(), pair);
    Admission.Welcome welcome = Json.read(reply.body(), Admission.Welcome.class);
    return new Hand(zone, UUID.fromString(welcome.agent()), pair);
  }

  Agent known(Hand hand) {
    return agents.all().stream()
        .filter(each -> each.id().equals(hand.id))
        .findFirst()
        .orElseThrow();
  }

  /** What home answered. */
  record Answer(int status, @Nullable String reason, Exchange.@Nullable Work work) {
    /** Of one that was taken. */
    Exchange.Work done() {
      return Objects.requireNonNull(work);
    }
  }

  /** An agent whose every word is said by the test. */
  final class Hand {
    final Zone zone;
    final UUID id;
    final KeyPair pair;
    UUID boot = UUID.randomUUID();
    long sequence;
    long number;

    Hand(Zone zone, UUID id, KeyPair pair) {
      this.zone = zone;
      this.id = id;
      this.pair = pair;
    }

    /** The same key at another place, with what was known when it was copied. */
    Hand copy() {
      Hand copy = new Hand(zone, id, pair);
      copy.sequence = sequence;
      copy.number = number;
      return copy;
    }

    Found found(Check check, Instant at, boolean ok) {
      return new Found(
          ++number,
          check.id().value(),
          ChronoUnit.MICROS.between(Instant.EPOCH, at),
          ok ? null : "STATUS",
          ok ? 200 : 503,
          1L,
          2L,
          3L,
          4L,
          673_000L);
    }

    RequestSeal seal() {
      return new RequestSeal(id, boot, ++sequence, now());
    }

    Answer deliver(Found... found) {
      return send(seal(), report(zone.code(), found));
    }

    byte[] report(String place, Found... found) {
      return Json.write(
          new Exchange.Report(place, "1.0", now().toEpochMilli(), "", List.of(found)));
    }

    Answer send(RequestSeal seal, byte[] body) {
      return send(seal, seal.sign(pair.getPrivate(), "POST", Exchange.PATH, body), body);
    }

    Answer send(RequestSeal seal, String header, byte[] body) {
      Reply reply = ask(header, body);
      boolean signed =
          reply.signature() != null
              && seal.answered(home.open(), reply.status(), reply.body(), reply.signature());
      if (reply.status() == 200) {
        if (!signed) {
          throw new AssertionError("home did not sign its answer");
        }
        return new Answer(200, null, Json.read(reply.body(), Exchange.Work.class));
      }
      return new Answer(reply.status(), Json.read(reply.body(), Exchange.No.class).reason(), null);
    }
  }

  Reply ask(@Nullable String header, byte[] body) {
    try {
      return exchanges.answer(header, () -> body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
