package eu.rempart.deal;

import static eu.rempart.db.generated.Tables.DEAL;
import static eu.rempart.db.generated.Tables.DEAL_HISTORY;

import eu.rempart.deal.pipeline.StageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The way of a deal through its stages, read from the versions that history keeps (decision record
 * 0040): a visit is a run of versions in one stage, and began when the last of them says.
 */
@Component
class DealPathQueries {

  private final DSLContext dsl;

  DealPathQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Oldest first. */
  List<StageVisit> path(DealId deal) {
    List<StageVisit> visits = new ArrayList<>();
    dsl.select(DEAL_HISTORY.VERSION, DEAL_HISTORY.STAGE_ID, DEAL_HISTORY.STAGE_SINCE)
        .from(DEAL_HISTORY)
        .where(DEAL_HISTORY.ID.eq(deal.value()))
        .unionAll(
            dsl.select(DEAL.VERSION, DEAL.STAGE_ID, DEAL.STAGE_SINCE)
                .from(DEAL)
                .where(DEAL.ID.eq(deal.value())))
        .orderBy(1)
        .forEach(row -> add(visits, row.value2(), row.value3().toInstant()));
    return visits;
  }

  private static void add(List<StageVisit> visits, UUID stage, Instant since) {
    StageId id = new StageId(stage);
    if (!visits.isEmpty() && visits.getLast().stage().equals(id)) {
      visits.removeLast();
    }
    if (!visits.isEmpty()) {
      StageVisit before = visits.removeLast();
      visits.add(new StageVisit(before.stage(), before.since(), since));
    }
    visits.add(new StageVisit(id, since, null));
  }
}
