package eu.rempart.history.ui;

import eu.rempart.db.Reason;
import eu.rempart.history.HistoryEvent;
import eu.rempart.history.HistoryService;
import eu.rempart.history.RecordKinds;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.timeline.TimelineSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the history has for the timelines of records. */
@Configuration(proxyBeanMethods = false)
class HistoryTimelines {

  @Bean
  @Order(80)
  TimelineSource changesTimeline(HistoryService history, RecordKinds kinds, CustomFields custom) {
    return new HistoryTimeline(
        history, kinds, custom, "history.timeline.changes", event -> !isImported(event));
  }

  @Bean
  @Order(90)
  TimelineSource importsTimeline(HistoryService history, RecordKinds kinds, CustomFields custom) {
    return new HistoryTimeline(
        history, kinds, custom, "history.timeline.imports", HistoryTimelines::isImported);
  }

  private static boolean isImported(HistoryEvent event) {
    String code = Reason.IMPORT.code();
    return code.equals(event.reason()) || code.equals(event.source());
  }
}
