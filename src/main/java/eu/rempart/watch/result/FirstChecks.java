package eu.rempart.watch.result;

import eu.rempart.watch.check.Target;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has a new installation watch itself, under the address that people reach it at. */
@Component
class FirstChecks {

  private static final Logger log = LoggerFactory.getLogger(FirstChecks.class);

  private static final String PAGE = "/status";

  private final DefaultChecks checks;
  private final String site;
  private final List<String> hostNames;
  private final int port;

  FirstChecks(
      CheckRepository checks,
      PlatformTransactionManager manager,
      @Value("${rempart.mail.site:}") String site,
      @Value("${rempart.tls.host-names:}") List<String> hostNames,
      @Value("${server.port}") int port) {
    this.checks = new DefaultChecks(checks, new TransactionTemplate(manager));
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
      checks.prepare(page(site, hostNames, port), Instant.now());
    } catch (IllegalArgumentException e) {
      log.warn("this installation does not watch itself: {}", e.getMessage());
    }
  }

  /**
   * The page to watch. Names and addresses do not go through {@link URI}, which knows neither
   * {@code ::1} without brackets nor an underscore.
   *
   * @param site the address in letters; blank if none is set
   * @throws IllegalArgumentException if there is no host that can be reached
   */
  static Target.Remote page(String site, List<String> hostNames, int port) {
    if (site.isBlank()) {
      String host =
          hostNames.stream()
              .map(String::strip)
              .filter(name -> !name.isEmpty())
              .findFirst()
              .orElse("localhost");
      return Target.Remote.of(host, port, PAGE);
    }
    URI address = URI.create(site.strip());
    String host = address.getHost();
    if (host == null) {
      throw new IllegalArgumentException("no host in the address of the site");
    }
    return Target.Remote.of(host, address.getPort() < 0 ? 443 : address.getPort(), PAGE);
  }
}
