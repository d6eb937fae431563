package eu.rempart.ops.backup;

import static eu.rempart.db.generated.Tables.BACKUP_DESTINATION;

import eu.rempart.ops.backup.engine.Destination;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.DSLContext;

/** Destinations in the table. */
final class TestDestinations {

  private TestDestinations() {}

  static Destination add(
      DSLContext dsl, String address, String country, String hostKeys, Instant at) {
    UUID id = UUID.randomUUID();
    dsl.insertInto(BACKUP_DESTINATION)
        .set(BACKUP_DESTINATION.ID, id)
        .set(BACKUP_DESTINATION.ADDRESS, address)
        .set(BACKUP_DESTINATION.COUNTRY, country)
        .set(BACKUP_DESTINATION.HOST_KEYS, hostKeys)
        .set(BACKUP_DESTINATION.ADDED_AT, at.atOffset(ZoneOffset.UTC))
        .execute();
    return new BackupRepository(dsl)
        .destinations().stream()
            .map(BackupRepository.Added::destination)
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
  }
}
