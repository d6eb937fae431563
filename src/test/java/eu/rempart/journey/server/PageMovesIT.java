package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import eu.rempart.journey.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * A page whose server is lost, with its own script, in a real browser. Servers are made up by the
 * test, and so is what Flow says of its connection.
 */
class PageMovesIT {

  private static final String HERE = "crm-a.example.org";
  private static final String THERE = "crm-b.example.org";
  private static final String ADDRESS = "https://" + HERE + "/deals?view=list#d-7";

  private static final String PAGE =
      """
      <!doctype html><title>A</title>
      <script type="application/json" id="other-sites">["https://crm-b.example.org"]</script>
      <script>
      window.Vaadin = {connectionState: {
        state: 'connected',
        addStateChangeListener(listener) { this.listener = listener; },
        becomes(state) { this.state = state; this.listener(); }
      }};
      </script>
      <script>MOVE</script>
      """;

  private final BrowserContext context = Chromium.browser().newContext();
  private final Page page = context.newPage();
  private final List<String> asked = new ArrayList<>();
  private boolean here;
  private boolean there = true;

  /** Whether the browser is online again by the time that the other site is asked once more. */
  private boolean onlineFromTheOther;

  @BeforeEach
  void open() throws IOException {
    String script =
        new ClassPathResource("META-INF/resources/start/move.js")
            .getContentAsString(StandardCharsets.UTF_8);
    context.route("**/*", route -> answer(route, PAGE.replace("MOVE", script)));
    page.navigate(ADDRESS);
    page.waitForFunction("() => window.Vaadin.connectionState.listener");
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void answer(Route route, String html) {
    URI address = URI.create(route.request().url());
    if (!address.getPath().equals("/health/ready")) {
      route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html));
      return;
    }
    asked.add(address.getHost());
    if (onlineFromTheOther && address.getHost().equals(THERE)) {
      here = true;
      there = true;
    }
    if (address.getHost().equals(HERE) ? here : there) {
      route.fulfill(
          new Route.FulfillOptions()
              .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
              .setBody("ok"));
    } else {
      route.abort();
    }
  }

  private void flowIs(String state) {
    page.evaluate("state => window.Vaadin.connectionState.becomes(state)", state);
  }

  /** Until the own server was asked so often; routes are answered while the page is waited for. */
  private void awaitAsked(String host, int times) {
    await()
        .pollInSameThread()
        .until(
            () -> {
              page.evaluate("1");
              return asked.stream().filter(host::equals).count() >= times;
            });
  }

  @Test
  void pageGoesOnAtTheOtherSiteWhenItsServerIsLost() {
    flowIs("reconnecting");
    page.waitForURL("https://" + THERE + "/deals?view=list#d-7");
    assertThat(asked).containsExactly(HERE, HERE, HERE, THERE);
  }

  /** A page that nobody touches sends nothing, so that Flow notices nothing. */
  @Test
  void pageThatNobodyTouchesGoesToo() {
    page.evaluate("() => { new WebSocket('wss://127.0.0.1:1/'); }");
    page.waitForURL("https://" + THERE + "/deals?view=list#d-7");
  }

  @Test
  void requestThatHangsIsAskedAbout() {
    flowIs("loading");
    page.waitForURL("https://" + THERE + "/deals?view=list#d-7");
    assertThat(asked).containsExactly(HERE, HERE, HERE, THERE);
  }

  @Test
  void pageStaysWhileItsServerIsReady() {
    here = true;
    flowIs("reconnecting");
    awaitAsked(HERE, 4);
    assertThat(asked).doesNotContain(THERE);
    assertThat(page.url()).isEqualTo(ADDRESS);
  }

  /** Where neither answers the browser itself is offline; once it is not, both answer. */
  @Test
  void pageStaysWhereNeitherAnswers() {
    there = false;
    flowIs("connection-lost");
    awaitAsked(THERE, 1);
    onlineFromTheOther = true;
    awaitAsked(THERE, 2);
    awaitAsked(HERE, Collections.frequency(asked, HERE) + 3);
    assertThat(page.url()).isEqualTo(ADDRESS);
  }

  @Test
  void pageLeavesWhereTheOtherSiteAloneIsBack() {
    there = false;
    flowIs("connection-lost");
    awaitAsked(THERE, 2);
    there = true;
    page.waitForURL("https://" + THERE + "/deals?view=list#d-7");
  }
}
