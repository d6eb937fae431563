package eu.rempart.db;

import eu.rempart.db.generated.rempart.Routines;
import org.jooq.DSLContext;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Prepares the history's coming months, at start and once a day. */
@Component
class HistoryPartitions {

  private final DSLContext dsl;

  HistoryPartitions(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Scheduled(initialDelayString = "PT10S", fixedDelayString = "P1D")
  void prepare() {
    Routines.makeHistoryPartitions(dsl.configuration());
  }
}
