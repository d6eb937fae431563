package eu.rempart.alert.source;

import static eu.rempart.db.generated.Tables.ALERT_INCIDENT;

import eu.rempart.alert.incident.IncidentState;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** When incidents began, in the table {@code alert_incident}. */
@Repository
class BeginningQueries {

  private final DSLContext dsl;

  BeginningQueries(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * Has those begin now that go on and began after a moment: the next ones are told as long after
   * that as they were to be.
   */
  void beginNow(Instant latest, Instant now) {
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    Field<OffsetDateTime> anew =
        DSL.field(
            "{0} + ({1} - {2})",
            OffsetDateTime.class, DSL.val(at), ALERT_INCIDENT.ESCALATE_AT, ALERT_INCIDENT.BEGUN_AT);
    dsl.update(ALERT_INCIDENT)
        .set(ALERT_INCIDENT.ESCALATE_AT, DSL.least(ALERT_INCIDENT.ESCALATE_AT, anew))
        .set(ALERT_INCIDENT.BEGUN_AT, at)
        .set(ALERT_INCIDENT.LAST_AT, at)
        .where(ALERT_INCIDENT.STATE.ne(IncidentState.RESOLVED.name()))
        .and(ALERT_INCIDENT.BEGUN_AT.gt(latest.atOffset(ZoneOffset.UTC)))
        .execute();
  }
}
