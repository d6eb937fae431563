package eu.rempart.watch.status;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.edge.HandClock;
import eu.rempart.watch.result.StatusReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The page under load, and without a database. */
class StatusPagesTest {

  private final HandClock clock = new HandClock();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicBoolean broken = new AtomicBoolean();

  private StatusReport report() {
    if (broken.get()) {
      throw new IllegalStateException("the database is away");
    }
    made.incrementAndGet();
    return new StatusReport(Instant.EPOCH, LocalDate.EPOCH, List.of(), List.of(), List.of());
  }

  private MockHttpServletResponse get(StatusController controller, String language)
      throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", language);
    MockHttpServletResponse response = new MockHttpServletResponse();
    controller.page(request, response);
    return response;
  }

  @Test
  void itIsMadeOnceForAllWhoAskWithinSomeSeconds() {
    StatusPages pages = new StatusPages(this::report, List::of, clock);
    for (int i = 0; i < 1_000; i++) {
      assertThat(pages.get()).isPresent();
    }
    assertThat(made).hasValue(1);
    clock.pass(StatusPages.FRESH);
    assertThat(pages.get()).isPresent();
    assertThat(made).hasValue(2);
  }

  @Test
  void twoThousandAtOnceAreAnsweredFromOnePage() throws Exception {
    StatusController controller =
        new StatusController(new StatusPages(this::report, List::of, clock));
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        String language = i % 2 == 0 ? "en" : "nl";
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return get(controller, language).getStatus();
                }));
      }
      start.countDown();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whoComesWhileItIsMadeTakesWhatIsThere() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    AtomicBoolean slow = new AtomicBoolean();
    StatusPages pages =
        new StatusPages(
            () -> {
              if (slow.get()) {
                asked.countDown();
                await(answered);
              }
              return report();
            },
            List::of,
            clock);
    pages.get();
    slow.set(true);
    clock.pass(StatusPages.FRESH);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(pages::get);
      asked.await();
      for (int i = 0; i < 100; i++) {
        assertThat(pages.get()).isPresent();
      }
      assertThat(made).hasValue(1);
      answered.countDown();
      assertThat(first.get()).isPresent();
    }
    assertThat(made).hasValue(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void withoutADatabaseTheLastPageStaysAndBeforeTheFirstItSaysSo() throws Exception {
    broken.set(true);
    StatusController controller =
        new StatusController(new StatusPages(this::report, List::of, clock));
    assertThat(get(controller, "en").getStatus()).isEqualTo(503);
    assertThat(get(controller, "en").getHeader("Retry-After")).isEqualTo("5");
    broken.set(false);
    clock.pass(Duration.ofMinutes(1));
    assertThat(get(controller, "en").getStatus()).isEqualTo(200);
    broken.set(true);
    clock.pass(Duration.ofMinutes(1));
    assertThat(get(controller, "en").getStatus()).isEqualTo(200);
  }

  @Test
  void theLanguageIsTheOneThatTheBrowserAsksFor() throws Exception {
    StatusController controller =
        new StatusController(new StatusPages(this::report, List::of, clock));
    assertThat(get(controller, "fr-BE,fr;q=0.9,en;q=0.5").getContentAsString())
        .contains("<html lang=\"fr\">", "Disponibilité");
    assertThat(get(controller, "de-AT,en;q=0.5").getContentAsString())
        .contains("<html lang=\"de\">", "Verfügbarkeit");
    assertThat(get(controller, "nl").getContentAsString())
        .contains("<html lang=\"nl\">", "Beschikbaarheid");
    MockHttpServletResponse english = get(controller, "pt");
    assertThat(english.getContentAsString()).contains("<html lang=\"en\">", "Availability");
    assertThat(english.getHeader("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("script-src", "unsafe");
    assertThat(english.getHeader("Cache-Control")).isEqualTo("public, max-age=5");
    assertThat(english.getHeader("Vary")).isEqualTo("Accept-Language");
    for (String odd : List.of("", "\u0000", "*;q=x", "x".repeat(10_000), "<script>")) {
      assertThat(StatusController.language(odd)).isEqualTo(Locale.ENGLISH);
    }
  }
}
