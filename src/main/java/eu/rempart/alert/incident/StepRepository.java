package eu.rempart.alert.incident;

import static eu.rempart.db.generated.Tables.ALERT_STEP;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.ChannelKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** The table {@code alert_step}. */
@Repository
class StepRepository {

  /** So many lines a story has before it is cut short, to what matters. */
  static final int LINES = 300;

  private final DSLContext dsl;

  StepRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  void tell(UUID incident, Step step) {
    if (!step.kind().matters() && count(incident) >= LINES) {
      return;
    }
    ChannelKind channel = step.channel();
    Reason reason = step.reason();
    dsl.insertInto(ALERT_STEP)
        .set(ALERT_STEP.INCIDENT_ID, incident)
        .set(ALERT_STEP.AT, step.at().atOffset(ZoneOffset.UTC))
        .set(ALERT_STEP.KIND, step.kind().name())
        .set(ALERT_STEP.MEMBER_ID, step.by())
        .set(ALERT_STEP.TOLD, step.told())
        .set(ALERT_STEP.CHANNEL, channel == null ? null : channel.name())
        .set(ALERT_STEP.REASON, reason == null ? null : reason.name())
        .set(ALERT_STEP.NUMBER, step.number())
        .set(ALERT_STEP.NOTE, step.note())
        .execute();
  }

  /** When something last happened in the story. */
  Optional<Instant> last(UUID incident, StepKind kind) {
    return dsl.select(DSL.max(ALERT_STEP.AT))
        .from(ALERT_STEP)
        .where(ALERT_STEP.INCIDENT_ID.eq(incident).and(ALERT_STEP.KIND.eq(kind.name())))
        .fetchOptional(row -> row.value1())
        .map(OffsetDateTime::toInstant);
  }

  private int count(UUID incident) {
    return dsl.fetchCount(ALERT_STEP, ALERT_STEP.INCIDENT_ID.eq(incident));
  }

  /** The oldest first. */
  List<Step> of(UUID incident) {
    return dsl.selectFrom(ALERT_STEP)
        .where(ALERT_STEP.INCIDENT_ID.eq(incident))
        .orderBy(ALERT_STEP.ID)
        .limit(2 * LINES)
        .fetch(
            row ->
                new Step(
                    row.getAt().toInstant(),
                    StepKind.valueOf(row.getKind()),
                    row.getMemberId(),
                    row.getTold(),
                    row.getChannel() == null ? null : ChannelKind.valueOf(row.getChannel()),
                    row.getReason() == null ? null : Reason.valueOf(row.getReason()),
                    row.getNumber(),
                    row.getNote()));
  }
}
