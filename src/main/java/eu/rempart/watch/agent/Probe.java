package eu.rempart.watch.agent;

import eu.rempart.watch.measure.RemoteMeter;
import eu.rempart.watch.measure.Trust;
import eu.rempart.watch.wire.Exchange;
import eu.rempart.watch.wire.Exchange.Refused;
import eu.rempart.watch.wire.Exchange.Report;
import eu.rempart.watch.wire.Exchange.Work;
import eu.rempart.watch.wire.Refusal;
import eu.rempart.watch.wire.RequestSeal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** An agent while it runs: one thread begins measurements, another talks with home. */
final class Probe implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration IDLE = Duration.ofMinutes(1);
  private static final Duration SOONEST = Duration.ofMillis(100);
  private static final Duration LATEST = Duration.ofMinutes(5);

  private final ProbeCall call;
  private final Journal journal;
  private final AgentFolder folder;
  private final Notebook notebook;
  private final ResultBuffer buffer;
  private final HomeClock clock;
  private final Rounds rounds;
  private final Entry entry;
  private final Absence absence;
  private final UUID boot = UUID.randomUUID();
  private final Backoff backoff = new Backoff(ThreadLocalRandom.current());
  private final Semaphore urgent = new Semaphore(0);
  private final Semaphore closed = new Semaphore(0);
  private Notebook.Work work;
  private @Nullable HomeLink link;
  private @Nullable Refusal told;

  /** Whether home said since the start which results it has: the first request brings none. */
  private boolean met;

  /** Whether home said since the start what time it is. */
  private boolean heard;

  private Probe(ProbeCall call, Journal journal, AgentFolder folder) throws IOException {
    InstantSource wall = InstantSource.system();
    this.call = call;
    this.journal = journal;
    this.folder = folder;
    this.notebook = Notebook.open(folder);
    this.buffer = ResultBuffer.open(folder.resolve(ResultBuffer.FILE), ResultBuffer.MOST);
    this.clock = new HomeClock(wall, System::nanoTime, notebook.ahead());
    this.entry = new Entry(call, folder, notebook);
    this.absence = new Absence(journal, System::nanoTime);
    this.work = notebook.work();
    Trust trust = new Trust(Optional.of(call.ca().orElse(folder.resolve(Notebook.AUTHORITY))));
    this.rounds =
        new Rounds(
            call.zone(),
            new RemoteMeter(trust, clock::now, PATIENCE)::measure,
            clock,
            buffer,
            journal,
            System::nanoTime,
            urgent::release);
  }

  /**
   * Opens an agent's folder.
   *
   * @throws AgentException if it can't be used
   */
  static Probe open(ProbeCall call, Journal journal) throws IOException {
    AgentFolder folder = AgentFolder.open(call.home());
    try {
      return new Probe(call, journal, folder);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /**
   * Works until it is closed.
   *
   * @throws AgentException if it can't go on
   */
  void run() throws IOException, InterruptedException {
    Identity identity = enter();
    if (identity == null) {
      return;
    }
    journal.say("This is the agent %s in %s.".formatted(identity.agent(), call.zone()));
    rounds.use(work.checks());
    Thread measuring = Thread.ofPlatform().daemon().name("probe-clock").start(this::measure);
    try {
      Duration pause = Duration.ZERO;
      while (!pause(pause)) {
        pause = talk(identity);
      }
    } finally {
      measuring.interrupt();
      measuring.join();
    }
  }

  private @Nullable Identity enter() throws InterruptedException {
    while (true) {
      try {
        Identity identity = entry.enter();
        backoff.reset();
        return identity;
      } catch (IOException away) {
        journal.say("Home can't be asked: " + Absence.words(away));
        if (pause(backoff.next())) {
          return null;
        }
      }
    }
  }

  private void measure() {
    try {
      while (true) {
        rounds.begin();
        TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits, unless something urgent is there; answers whether the agent was closed. */
  private boolean pause(Duration pause) throws InterruptedException {
    long until = System.nanoTime() + pause.toNanos();
    do {
      long left = Math.max(0, until - System.nanoTime());
      if (closed.tryAcquire(Math.min(left, TICK.toNanos()), TimeUnit.NANOSECONDS)) {
        return true;
      }
      if (!absence.away() && told == null && urgent.tryAcquire()) {
        urgent.drainPermits();
        return false;
      }
    } while (System.nanoTime() - until < 0);
    return false;
  }

  /** Once there and back; answers how long to wait after that. */
  private Duration talk(Identity identity) throws IOException {
    try {
      Duration again = exchange(identity);
      backoff.reset();
      absence.over(buffer.size());
      told = null;
      return again;
    } catch (HomeRefusedException refused) {
      return refused(refused);
    } catch (SSLHandshakeException untrusted) {
      absence.begun(untrusted);
      renew(identity);
      return backoff.next();
    } catch (IOException away) {
      absence.begun(away);
      return backoff.next();
    }
  }

  private Duration exchange(Identity identity) throws IOException, HomeRefusedException {
    HomeLink way = link;
    if (way == null) {
      way = entry.link();
      link = way;
    }
    RequestSeal seal =
        new RequestSeal(identity.agent(), boot, notebook.nextSequence(), clock.now());
    Report report =
        new Report(
            call.zone().code(),
            ProbeCommand.release(),
            clock.wall().toEpochMilli(),
            work.revision(),
            met ? buffer.first(Exchange.MOST_RESULTS) : List.of());
    long sent = System.nanoTime();
    Work answer = way.exchange(report, seal, identity);
    setClock(Instant.EPOCH.plus(answer.now(), ChronoUnit.MICROS), sent);
    notebook.ahead(clock.ahead());
    boolean first = !met;
    if (first) {
      met = true;
      buffer.meet(answer.taken());
    } else {
      buffer.done(answer.taken());
    }
    tell(answer.refused());
    if (answer.checks() != null) {
      work = new Notebook.Work(answer.revision(), Objects.requireNonNull(answer.checks()));
      notebook.work(work);
    }
    // also where nothing has changed: a refusal may have put an end to it
    rounds.use(work.checks());
    if (first && buffer.size() > 0) {
      return SOONEST;
    }
    Duration again = Duration.ofMillis(answer.again());
    return again.compareTo(SOONEST) < 0 ? SOONEST : again.compareTo(LATEST) > 0 ? LATEST : again;
  }

  /** What was found since the start went by a clock that nobody had set, until home is heard. */
  private void setClock(Instant home, long sent) {
    if (heard) {
      clock.tell(home, sent);
      return;
    }
    heard = true;
    try {
      buffer.shift(() -> clock.tell(home, sent));
    } catch (IOException e) {
      journal.say("Results are not on the disk: " + e.getClass().getSimpleName());
    }
  }

  private void tell(List<Refused> refused) {
    refused.stream()
        .collect(Collectors.groupingBy(Refused::reason, Collectors.counting()))
        .forEach(
            (word, count) -> journal.say("Home took %d results not: %s".formatted(count, word)));
  }

  private Duration refused(HomeRefusedException refused) {
    Refusal reason = refused.reason().orElse(Refusal.AWAY);
    if (reason != told) {
      journal.say("Home refuses: " + refused.words());
    }
    return switch (reason) {
      case CLOCK -> {
        setClock(refused.now(), System.nanoTime());
        yield told == reason ? backoff.next() : remember(reason, Duration.ZERO);
      }
      case ZONE, CODE -> throw new AgentException(refused.words());
      case REVOKED, SUSPENDED -> {
        rounds.use(List.of());
        yield remember(reason, IDLE);
      }
      case UNKNOWN, SIGNATURE, REPLAY, MALFORMED, TOO_MANY, NOT_HOME, AWAY ->
          remember(reason, backoff.next()); // whoever stands between may say so: it goes on
    };
  }

  private Duration remember(Refusal reason, Duration pause) {
    told = reason;
    return pause;
  }

  /** Home's authority may be another since; home's key tells whether it is. */
  private void renew(Identity identity) {
    try {
      if (entry.learn(identity.home())) {
        journal.say("Home has another authority, which its key vouches for.");
        close(link);
        link = null;
      }
    } catch (IOException away) {
      absence.begun(away);
    }
  }

  private static void close(@Nullable HomeLink link) {
    if (link != null) {
      link.close();
    }
  }

  /** Has {@link #run} end. */
  void stop() {
    closed.release();
  }

  @Override
  public void close() throws IOException {
    rounds.close();
    close(link);
    buffer.close();
    folder.close();
  }
}
