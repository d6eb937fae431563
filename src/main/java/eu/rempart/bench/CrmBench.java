package eu.rempart.bench;

import eu.rempart.db.OwnerAccess;
import eu.rempart.search.SearchIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/**
 * {@code ./rempart bench crm --contacts N --companies N --deals N --activities N --rounds N
 * --people N [--sites]}: a firm of this size, sealed in the product and in clear in the same
 * PostgreSQL. What a click costs, from the request until all of the answer has come over TLS,
 * screen and rights included, stands beside the bare SQL of the same page in clear. Then so many
 * people work through a day. With two sites, of which each has a copy (as root), pages that write
 * wait for both.
 */
final class CrmBench {

  private static final List<String> KINDS = List.of("contact", "company", "deal", "activity");

  /** Milliseconds that somebody thinks between two clicks, on average, as in TPC-W. */
  private static final int THINK_TIME = 7_000;

  private final BenchServer server;
  private final CrmFirm firm;
  private final CrmSealed sealed;
  private final CrmInClear clear;
  private final int rounds;
  private final PrintStream out;
  private final SplittableRandom random = new SplittableRandom(11);

  private CrmBench(
      BenchServer server, CrmFirm firm, CrmInClear clear, int rounds, PrintStream out) {
    this.server = server;
    this.firm = firm;
    this.sealed = new CrmSealed(server, firm);
    this.clear = clear;
    this.rounds = rounds;
    this.out = out;
  }

  static void main(String[] options) throws Exception {
    int contacts = Benchmarks.number(options, "--contacts", 1_000_000);
    CrmFirm firm =
        new CrmFirm(
            contacts,
            Benchmarks.number(options, "--companies", Math.max(1, contacts / 5)),
            Benchmarks.number(options, "--deals", Math.max(1, contacts / 10)),
            Benchmarks.number(options, "--activities", contacts * 2),
            LocalDate.now(ZoneOffset.UTC));
    int people = Benchmarks.number(options, "--people", 200);
    boolean sites = List.of(options).contains("--sites");
    try (BenchServer server = sites ? BenchServer.onTwoSites() : BenchServer.start();
        CrmInClear clear = new CrmInClear(server.bean(OwnerAccess.class), firm)) {
      var bench =
          new CrmBench(
              server, firm, clear, Benchmarks.number(options, "--rounds", 200), System.out);
      bench.load();
      Path authority = server.home().resolve("tls/ca.pem");
      if (bench.rounds > 0) {
        bench.pages(new Visitor(Visitor.client(authority), address(server)));
      }
      if (people > 0) {
        new CrmDay(authority, address(server), firm, bench.sealed, System.out)
            .run(
                people,
                Benchmarks.number(options, "--pause", THINK_TIME),
                Benchmarks.number(options, "--days", 1));
      }
    }
  }

  private static URI address(BenchServer server) throws IOException {
    Properties info = new Properties();
    try (var in = Files.newBufferedReader(server.home().resolve("run/info.properties"))) {
      info.load(in);
    }
    return URI.create(info.getProperty("url"));
  }

  private void load() throws Exception {
    server.dropIndex();
    loaded("companies", firm.companies(), sealed::companies);
    loaded("contacts, with their jobs", firm.contacts(), sealed::contacts);
    loaded("deals, with a person and their moves", firm.deals(), sealed::deals);
    loaded("activities, with their links", firm.activities(), sealed::activities);
    // all that autovacuum would do in the minutes after
    clear.settle("");
    long start = System.nanoTime();
    clear.load();
    out.printf(Locale.ROOT, "the same in clear in %.0f s%n", (System.nanoTime() - start) / 1e9);
    double built = server.buildIndex(KINDS);
    SearchIndex index = server.bean(SearchIndex.class);
    out.printf(
        Locale.ROOT,
        "index in memory built in %.1f s: %,d MB%n%n",
        built,
        KINDS.stream().mapToLong(index::size).sum() >> 20);
  }

  private void loaded(String what, int count, Runnable load) {
    long start = System.nanoTime();
    load.run();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%,d %s sealed in %.0f s (%,.0f a second)%n",
        count,
        what,
        seconds,
        count / seconds);
  }

  private void pages(Visitor visitor) throws Exception {
    visitor.signIn(BenchServer.email(), BenchServer.password()).enter();
    out.println(
        "| page, in milliseconds | median | p95 | SQL in clear | p95 | ratio | scans | rows |");
    out.println("|---|--:|--:|--:|--:|--:|--:|--:|");
    page(visitor, "home page", "today-panels", () -> visitor.go("", ""), clear::home);
    page(visitor, "board", "Deal ", () -> visitor.go("deals", ""), clear::board);
    LocalDate first = firm.today().withDayOfMonth(1);
    LocalDate from = first.minusDays(first.getDayOfWeek().getValue() - 1L);
    page(
        visitor,
        "calendar, a month",
        "entries",
        () -> calendar(visitor, from),
        () -> clear.calendar(from, from.plusDays(42)));
    int[] contact = new int[1];
    page(
        visitor,
        "a person's timeline",
        "timeline-",
        () -> {
          contact[0] = random.nextInt(firm.contacts());
          return visitor.go("contacts/" + sealed.contact(contact[0]), "tab=timeline");
        },
        () -> clear.record(contact[0]));
    page(
        visitor,
        "… of the busiest people",
        "timeline-",
        () -> {
          contact[0] = random.nextInt(firm.busy());
          return visitor.go("contacts/" + sealed.contact(contact[0]), "tab=timeline");
        },
        () -> clear.record(contact[0]));
    page(
        visitor,
        "a saved view of contacts",
        "@",
        () -> visitor.go("contacts", "country=DE") + visitor.rows(),
        () -> clear.view("DE"));
  }

  /** The view, and what it asks for once it knows which days it shows. */
  static String calendar(Visitor visitor, LocalDate from) throws Exception {
    visitor.go("calendar", "");
    return visitor.fire(
        "rempart-calendar",
        "range-shown",
        "\"event.detail.from\":\"%s\",\"event.detail.to\":\"%s\""
            .formatted(from, from.plusDays(42)));
  }

  /**
   * Measures a page.
   *
   * @param holds what its answer holds, or else something else was measured
   */
  private void page(
      Visitor visitor, String what, String holds, Callable<String> ours, Callable<Integer> theirs)
      throws Exception {
    long[] sealedTook = new long[rounds];
    long[] clearTook = new long[rounds];
    CrmInClear.Effort before = clear.effort();
    for (int i = -rounds; i < rounds; i++) { // as many to warm up
      visitor.go("tags", ""); // a view that is entered again is not built anew
      long start = System.nanoTime();
      String answer = ours.call();
      long middle = System.nanoTime();
      int rows = theirs.call();
      long end = System.nanoTime();
      if (!answer.contains(holds) || rows < 0) {
        throw new IllegalStateException("no answer for " + what + ": " + answer);
      }
      if (i >= 0) {
        sealedTook[i] = middle - start;
        clearTook[i] = end - middle;
      }
    }
    CrmInClear.Effort effort = clear.effort();
    Timing mine = Timing.of(sealedTook);
    Timing other = Timing.of(clearTook);
    out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %,d | %,d |%n",
        what,
        mine.median(),
        mine.p95(),
        other.median(),
        other.p95(),
        mine.median() / other.median(),
        (effort.scans() - before.scans()) / (2L * rounds),
        (effort.rows() - before.rows()) / (2L * rounds));
  }
}
