package eu.rempart.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * People who work at the same time, each signed in with a session and a page of their own: from
 * view to view, with a pause to read after each click. Each ends on another view, so that the heap
 * holds what an office holds at any moment.
 */
final class CrmDay {

  /** As many as sign in at once: a password costs memory. */
  private static final int AT_THE_DOOR = 2;

  private final Path authority;
  private final URI server;
  private final CrmFirm firm;
  private final CrmSealed sealed;
  private final PrintStream out;
  private final Map<String, Queue<Long>> clicks = new LinkedHashMap<>();

  CrmDay(Path authority, URI server, CrmFirm firm, CrmSealed sealed, PrintStream out) {
    this.authority = authority;
    this.server = server;
    this.firm = firm;
    this.sealed = sealed;
    this.out = out;
    List.of("home page", "board", "contacts", "a person", "timeline", "calendar", "a deal")
        .forEach(page -> clicks.put(page, new ConcurrentLinkedQueue<>()));
  }

  /**
   * Lets them work.
   *
   * @param pause milliseconds between two clicks of the same person, on average
   * @param days how often they do so
   */
  void run(int people, int pause, int days) throws Exception {
    work(enter(), 0, 0); // whatever is loaded once is loaded
    long before = heap();
    List<Visitor> office = arrive(people);
    for (int i = 0; i < days; i++) {
      day(office, pause);
    }
    office.forEach(Visitor::leave); // what a browser keeps is no part of the server's heap
    long after = heap();
    out.printf(
        Locale.ROOT,
        "%nheap before them %,d MB, with them %,d MB: %.2f MB for each session%n",
        before >> 20,
        after >> 20,
        (after - before) / 1e6 / people);
  }

  private void day(List<Visitor> office, int pause) throws InterruptedException {
    clicks.values().forEach(Queue::clear);
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> days = new ArrayList<>();
      for (int i = 0; i < office.size(); i++) {
        Visitor visitor = office.get(i);
        int number = i;
        days.add(
            threads.submit(
                () -> {
                  work(visitor, number, pause);
                  return number;
                }));
      }
      await(days);
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    report(office.size(), seconds);
  }

  private List<Visitor> arrive(int people) throws Exception {
    List<Visitor> office = new ArrayList<>();
    try (ExecutorService door = Executors.newFixedThreadPool(AT_THE_DOOR)) {
      List<Future<Visitor>> coming = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        coming.add(door.submit(this::enter));
      }
      for (Future<Visitor> each : coming) {
        office.add(each.get());
      }
    }
    out.printf("%n%d people have signed in%n", people);
    return office;
  }

  /** With a connection of their own, as a browser has. */
  private Visitor enter() throws Exception {
    return new Visitor(Visitor.client(authority), server)
        .signIn(BenchServer.email(), BenchServer.password())
        .enter();
  }

  private static void await(List<Future<?>> days) throws InterruptedException {
    for (Future<?> day : days) {
      try {
        day.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a day went wrong", e);
      }
    }
  }

  /** A day, and a little more of it for each, so that they end in different places. */
  private void work(Visitor visitor, int number, int pause) throws Exception {
    SplittableRandom random = new SplittableRandom(number);
    List<Click> day = day(visitor, random);
    int more = number % day.size();
    for (int i = 0; i < day.size() + more; i++) {
      if (pause > 0) {
        Thread.sleep(random.nextInt(2 * pause));
      }
      Click click = day.get(i % day.size());
      long start = System.nanoTime();
      if (click.work().call().isEmpty()) {
        throw new IllegalStateException("no answer for " + click.page());
      }
      clicks
          .computeIfAbsent(click.page(), _ -> new ConcurrentLinkedQueue<>())
          .add(System.nanoTime() - start);
    }
  }

  private record Click(String page, Callable<String> work) {}

  private List<Click> day(Visitor visitor, SplittableRandom random) {
    LocalDate month = firm.today().withDayOfMonth(1);
    Callable<String> list = () -> visitor.go("contacts", "") + visitor.rows();
    return List.of(
        new Click("home page", () -> visitor.go("", "")),
        new Click("contacts", list),
        new Click("a person", () -> visitor.go(person(random), "")),
        new Click("timeline", () -> visitor.go(person(random), "tab=timeline")),
        new Click("board", () -> visitor.go("deals", "")),
        new Click(
            "a deal", () -> visitor.go("deals/" + sealed.deal(random.nextInt(firm.deals())), "")),
        new Click("calendar", () -> CrmBench.calendar(visitor, month)),
        new Click("contacts", list),
        new Click("a person", () -> visitor.go(person(random), "")));
  }

  private String person(SplittableRandom random) {
    return "contacts/" + sealed.contact(random.nextInt(firm.contacts()));
  }

  private void report(int people, double seconds) {
    int all = clicks.values().stream().mapToInt(Queue::size).sum();
    out.printf(
        Locale.ROOT,
        "%n%d people at once, %,d clicks in %.0f s (%.1f a second)%n%n",
        people,
        all,
        seconds,
        all / seconds);
    out.println("| click, in milliseconds | clicks | median | p95 |");
    out.println("|---|--:|--:|--:|");
    clicks.forEach(
        (page, took) -> {
          Timing timing = Timing.of(took.stream().mapToLong(Long::longValue).toArray());
          out.printf(
              Locale.ROOT,
              "| %s | %,d | %.1f | %.1f |%n",
              page,
              took.size(),
              timing.median(),
              timing.p95());
        });
  }

  /** What is alive, in bytes. */
  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(500); // references are cleared by threads of their own
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
