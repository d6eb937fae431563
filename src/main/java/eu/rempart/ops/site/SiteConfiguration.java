package eu.rempart.ops.site;

import eu.rempart.alert.incident.AlertService;
import eu.rempart.common.net.OtherSites;
import eu.rempart.db.DatabaseMoves;
import eu.rempart.db.pool.StartPatience;
import eu.rempart.home.HomeFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Two sites, as Spring beans; with one machine the board stays empty. */
@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

  /** After a switch or an outage of both, until somebody leads. */
  private static final Duration START = Duration.ofMinutes(5);

  @Bean
  SiteBoard siteBoard() {
    return new SiteBoard();
  }

  @Bean
  @Conditional(TwoSites.class)
  StartPatience startPatience() {
    return new StartPatience(START);
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @Conditional(TwoSites.class)
  SiteWatch siteWatch(
      HomeFolder home, DatabaseMoves database, SiteRepository records, SiteBoard board)
      throws IOException {
    return new SiteWatch(SiteFolder.of(home.path()), database, records, board);
  }

  @Bean
  @Conditional(TwoSites.class)
  CopySource copySource(SiteBoard board, AlertService alerts) {
    return new CopySource(board, alerts, InstantSource.system());
  }

  @Bean
  @Conditional(TwoSites.class)
  OtherSites otherSites(SiteWatch watch) {
    return watch::otherPages;
  }
}
