package eu.rempart.activity.feed.ui;

import static org.assertj.core.api.Assertions.assertThat;

import eu.rempart.WithFirm;
import eu.rempart.account.Role;
import eu.rempart.account.SignedInMember;
import eu.rempart.activity.ActivityData;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityLinks;
import eu.rempart.activity.ActivityService;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.feed.FeedService;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.activity.value.When;
import eu.rempart.edge.SecurityHeaders;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * A feed as calendar programs ask for it: over a socket, through Jetty, the filters and the chain
 * of security of the application, with the headers that each of them sends.
 */
class FeedOverHttpTest extends WithFirm {

  @Autowired private WebApplicationContext context;
  @Autowired private SecurityHeaders headers;
  @Autowired private FeedService feeds;
  @Autowired private ActivityService activities;

  private final HttpClient client = HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
  private WebServer server;
  private SignedInMember eve;
  private String secret;

  @BeforeEach
  void aServerAndAFeed() {
    JettyServletWebServerFactory factory = new JettyServletWebServerFactory(0);
    factory.setAddress(InetAddress.getLoopbackAddress());
    server =
        factory.getWebServer(
            servlets -> {
              EnumSet<DispatcherType> asked = EnumSet.of(DispatcherType.REQUEST);
              servlets.addFilter("headers", headers).addMappingForUrlPatterns(asked, true, "/*");
              servlets
                  .addFilter("security", context.getBean("springSecurityFilterChain", Filter.class))
                  .addMappingForUrlPatterns(asked, true, "/*");
              servlets.addServlet("pages", new DispatcherServlet(context)).addMapping("/");
            });
    server.start();
    eve = join(Role.MEMBER);
    plan("Besprechung über Ärger");
    secret = as(() -> feeds.create(Tells.SUBJECTS, Locale.ENGLISH));
  }

  @AfterEach
  void stop() {
    server.stop();
    client.close();
  }

  private <T> T as(Supplier<T> work) {
    act(eve);
    try {
      return work.get();
    } finally {
      admin();
    }
  }

  private ActivityId plan(String subject) {
    return activities.create(
        ActivityData.builder()
            .ownerId(eve.memberId())
            .subject(subject)
            .when(
                new When(
                    Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS),
                    ZoneId.of("Europe/Paris")))
            .minutes(30)
            .build(),
        ActivityLinks.NONE);
  }

  private String link() {
    return FeedController.PATH + secret + ".ics";
  }

  private HttpResponse<byte[]> ask(String method, String path, Map<String, String> said)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path))
            .method(method, BodyPublishers.noBody());
    said.forEach(request::setHeader);
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return ask("GET", path, Map.of());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static void assertLeavesNothing(HttpResponse<byte[]> answer) {
    assertThat(answer.headers().firstValue("Set-Cookie")).as("a session").isEmpty();
  }

  @Test
  void everyProgramGetsTheWholeFeedWhichNobodyKeeps() throws Exception {
    for (String program : CalendarPrograms.ALL.keySet()) {
      HttpResponse<byte[]> answer = ask("GET", link(), CalendarPrograms.ALL.get(program));

      assertThat(answer.statusCode()).as(program).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(program)
          .get()
          .asString()
          .isEqualToIgnoringCase("text/calendar;charset=UTF-8");
      assertThat(answer.headers().allValues("Cache-Control"))
          .as(program)
          .singleElement()
          .asString()
          .contains("no-store");
      assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("Content-Encoding"))
          .as("files with customer data are not compressed")
          .isEmpty();
      assertLeavesNothing(answer);
      assertThat(text(answer))
          .as(program)
          .startsWith("BEGIN:VCALENDAR\r\n")
          .endsWith("END:VCALENDAR\r\n")
          .contains("VERSION:2.0\r\n", "BEGIN:VEVENT\r\n", "SUMMARY:Besprechung über Ärger\r\n");
      assertThat(text(answer).lines())
          .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }
  }

  @Test
  void aHeadTellsTheSameWithoutTheFeed() throws Exception {
    HttpResponse<byte[]> answer =
        ask("HEAD", link(), CalendarPrograms.ALL.getOrDefault("iOS", Map.of()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("calendar");
    assertLeavesNothing(answer);
    assertThat(ask("HEAD", FeedController.PATH + "x" + secret + ".ics", Map.of()).statusCode())
        .isEqualTo(404);
  }

  /** Nothing of a feed is kept anywhere, so there is no tag of it to compare with. */
  @Test
  void whoeverAsksWhetherItChangedGetsItAnew() throws Exception {
    HttpResponse<byte[]> first = get(link());
    assertThat(first.headers().firstValue("ETag")).isEmpty();
    assertThat(first.headers().firstValue("Last-Modified")).isEmpty();

    ActivityId added = plan("Dazugekommen");
    Map<String, String> tag = Map.of("If-None-Match", "*");
    assertThat(ask("GET", link(), tag))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200))
        .satisfies(answer -> assertThat(text(answer)).contains("SUMMARY:Dazugekommen"));

    activities.mark(List.of(added), ActivityStatus.CANCELLED);
    assertThat(text(get(link()))).doesNotContain("Dazugekommen").contains("Besprechung");
  }

  @Test
  void aLinkThatIsNoneOrWasTakenBackIsNotFound() throws Exception {
    List<String> none = new ArrayList<>();
    none.add(secret.substring(1));
    none.add(secret + "A");
    none.add(secret.toLowerCase(Locale.ROOT) + "-");
    none.add("x");
    none.add("%00");
    none.add("%2e%2e");
    none.add("x".repeat(2_000));
    for (String wrong : none) {
      HttpResponse<byte[]> answer = get(FeedController.PATH + wrong + ".ics");
      assertThat(answer.statusCode()).as(wrong).isIn(400, 404);
      assertThat(text(answer)).as(wrong).doesNotContain("VCALENDAR", "Exception", "eu.rempart");
      assertLeavesNothing(answer);
    }
    assertThat(get(FeedController.PATH + secret.substring(1) + ".ics").statusCode()).isEqualTo(404);

    String second = as(() -> feeds.create(Tells.TIMES, Locale.ENGLISH));
    assertThat(get(link()).statusCode()).as("another took its place").isEqualTo(404);
    secret = second;
    assertThat(text(get(link()))).contains("VEVENT").doesNotContain("Besprechung");
    as(
        () -> {
          feeds.revoke();
          return true;
        });
    assertThat(get(link()).statusCode()).as("taken back").isEqualTo(404);
  }

  @Test
  void theLinkOfWhoWasSuspendedIsNotFound() throws Exception {
    members.suspend(eve.memberId());
    assertThat(get(link()).statusCode()).isEqualTo(404);
  }

  @Test
  void itIsThereToReadAndNothingElse() throws Exception {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "PROPFIND", "REPORT")) {
      HttpResponse<byte[]> answer = ask(method, link(), Map.of());
      assertThat(answer.statusCode()).as(method).isBetween(400, 499);
      assertThat(text(answer)).as(method).doesNotContain("VCALENDAR");
      assertLeavesNothing(answer);
    }
    assertThat(text(get(link()))).as("it is still there").contains("Besprechung");
  }

  @Test
  void nothingElseIsOpenByIt() throws Exception {
    for (String path :
        List.of(
            FeedController.PATH,
            FeedController.PATH + secret,
            link() + "/contacts",
            FeedController.PATH + secret + ".json",
            FeedController.PATH + "../activities",
            FeedController.PATH + "%2e%2e/activities",
            FeedController.PATH + ";/../activities",
            "/feed",
            "/activities?" + secret,
            "/calendar",
            "/contacts")) {
      assertThat(status(path)).as(path).isNotEqualTo(200);
    }
  }

  /** As the path stands, which clients would tidy up. */
  private int status(String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket.setSoTimeout(120_000);
      String request =
          "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n"
              .formatted(path, server.getPort());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(answer)
          .as(path)
          .doesNotContain("VCALENDAR", "Besprechung", "Set-Cookie: __Host-rempart=");
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  @Test
  void itIsNotedWhenACalendarAskedLast() throws Exception {
    assertThat(as(() -> feeds.mine().orElseThrow()).usedAt()).isNull();
    assertThat(get(link()).statusCode()).isEqualTo(200);
    assertThat(as(() -> feeds.mine().orElseThrow()).usedAt()).isNotNull();
  }
}
