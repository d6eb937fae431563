package eu.rempart.watch.result;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has a new installation watch itself, under the address that people reach it at. */
@Component
class FirstChecks {

  private static final Logger log = LoggerFactory.getLogger(FirstChecks.class);

  private final DefaultChecks checks;
  private final String site;
  private final List<String> hostNames;
  private final int port;

  FirstChecks(
      CheckRepository checks,
      @Value("${rempart.mail.site:}") String site,
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${server.port}") int port) {
    this.checks = new DefaultChecks(checks);
    this.site = site;
    this.hostNames = hostNames;
    this.port = port;
  }

  /** A port that is chosen anew at each start is none to watch. */
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    if (port == 0) {
      return;
    }
    try {
      checks.prepare(address(), Instant.now());
    } catch (IllegalArgumentException e) {
      log.warn("the address {} can't be watched: {}", site, e.getMessage());
    }
  }

  private URI address() {
    if (!site.isBlank()) {
      return URI.create(site.strip());
    }
    String host =
        hostNames.stream()
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("localhost");
    return URI.create("https://" + host + ":" + port);
  }
}
