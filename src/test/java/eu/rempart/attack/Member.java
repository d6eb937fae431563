package eu.rempart.attack;

import eu.rempart.journey.Installation;
import eu.rempart.tls.gate.Source;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody signed in who opens a page more than twice a second, on a connection of its own. */
final class Member {

  private static final int PACE_MILLIS = 400;

  /** Every so many visits it comes without a ticket. */
  private static final int FORGETS = 5;

  private final Target target;
  private final Source source;
  private final String cookie;
  private final AtomicInteger served = new AtomicInteger();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private Visitor visitor;

  private Member(Target target, Visitor visitor, String cookie) {
    this.target = target;
    this.source = visitor.source();
    this.visitor = visitor;
    this.cookie = cookie;
  }

  static Member signIn(Target target, Source source) throws IOException {
    Visitor visitor = target.at(source);
    try (Conversation conversation = visitor.open()) {
      Answer answer =
          conversation.post(
              "/login",
              "username=%s&password=%s"
                  .formatted(coded(Installation.EMAIL), coded(Installation.PASSWORD)));
      String session = answer.cookie("__Host-rempart");
      var member = new Member(target, visitor, "Cookie: __Host-rempart=" + session);
      member.visit();
      member.assertServed();
      ScheduledExecutorService pace =
          Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
      var unused =
          pace.scheduleWithFixedDelay(
              member::visit, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
      return member;
    }
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  Source source() {
    return source;
  }

  /** As the header of a request. */
  String cookie() {
    return cookie;
  }

  private synchronized void visit() {
    try {
      if (served.get() % FORGETS == 0) {
        visitor = target.at(source);
      }
      Answer answer = visitor.get("/", cookie);
      if (answer.status() == 200) {
        served.incrementAndGet();
      } else {
        failures.add("after %d: status %d".formatted(served.get(), answer.status()));
      }
    } catch (IOException | RuntimeException e) {
      failures.add("after %d: %s".formatted(served.get(), e));
    }
  }

  /** Every request so far was answered with its page, and one more is. */
  void assertServed() {
    int before = served.get();
    visit();
    org.assertj.core.api.Assertions.assertThat(failures).isEmpty();
    org.assertj.core.api.Assertions.assertThat(served.get()).isGreaterThan(before);
  }
}
