package eu.rempart.alert.incident;

import static eu.rempart.db.generated.Tables.ALERT_INCIDENT_KEY;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** The table {@code alert_incident_key}: what an incident stands for that is one for many. */
@Repository
class KeyRepository {

  private final DSLContext dsl;

  KeyRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  Optional<UUID> incident(String key) {
    return dsl.select(ALERT_INCIDENT_KEY.INCIDENT_ID)
        .from(ALERT_INCIDENT_KEY)
        .where(ALERT_INCIDENT_KEY.KEY.eq(key))
        .fetchOptional(row -> row.value1());
  }

  void insert(String key, UUID incident) {
    dsl.insertInto(ALERT_INCIDENT_KEY)
        .set(ALERT_INCIDENT_KEY.KEY, key)
        .set(ALERT_INCIDENT_KEY.INCIDENT_ID, incident)
        .onConflictDoNothing()
        .execute();
  }

  int count(UUID incident) {
    return dsl.fetchCount(ALERT_INCIDENT_KEY, ALERT_INCIDENT_KEY.INCIDENT_ID.eq(incident));
  }

  Set<String> of(UUID incident) {
    return dsl.select(ALERT_INCIDENT_KEY.KEY)
        .from(ALERT_INCIDENT_KEY)
        .where(ALERT_INCIDENT_KEY.INCIDENT_ID.eq(incident))
        .fetchSet(ALERT_INCIDENT_KEY.KEY);
  }

  void delete(String key) {
    dsl.deleteFrom(ALERT_INCIDENT_KEY).where(ALERT_INCIDENT_KEY.KEY.eq(key)).execute();
  }

  void deleteAll(UUID incident) {
    dsl.deleteFrom(ALERT_INCIDENT_KEY).where(ALERT_INCIDENT_KEY.INCIDENT_ID.eq(incident)).execute();
  }
}
