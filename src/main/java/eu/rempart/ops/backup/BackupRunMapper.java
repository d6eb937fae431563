package eu.rempart.ops.backup;

import eu.rempart.db.generated.tables.records.BackupRunRecord;
import eu.rempart.ops.backup.BackupRun.Fault;
import eu.rempart.ops.backup.BackupRun.Result;
import eu.rempart.ops.backup.BackupRun.State;
import eu.rempart.ops.backup.engine.Proof;
import eu.rempart.ops.backup.engine.Technology;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the table {@code backup_run}. */
final class BackupRunMapper {

  private BackupRunMapper() {}

  static BackupRun run(BackupRunRecord row) {
    String label = row.getLabel();
    Long size = row.getSize();
    String why = row.getWhy();
    JSONB proof = row.getProof();
    return new BackupRun(
        row.getId(),
        new BackupCell(
            row.getServer(),
            row.getDestination(),
            Technology.valueOf(row.getTechnology().toUpperCase(Locale.ROOT))),
        Act.valueOf(row.getAct().toUpperCase(Locale.ROOT)),
        row.getWhole(),
        State.of(row.getState()),
        row.getAskedAt().toInstant(),
        instant(row.getBegunAt()),
        instant(row.getEndedAt()),
        row.getPart(),
        label == null || size == null
            ? null
            : new Result(
                label,
                size,
                Objects.requireNonNullElse(row.getStored(), 0L),
                Objects.requireNonNullElse(row.getLeftOut(), 0)),
        why == null ? null : new Fault(why, Objects.requireNonNullElse(row.getSaid(), "")),
        proof == null ? null : JsonMapper.shared().readValue(proof.data(), Proof.class));
  }

  static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
