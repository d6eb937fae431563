package eu.rempart.alert.channel;

import static eu.rempart.db.generated.Tables.ALERT_PEER;

import eu.rempart.alert.channel.ChannelException.Reason;
import eu.rempart.alert.channel.PeerWatch.Seen;
import eu.rempart.db.generated.tables.records.AlertPeerRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The table {@code alert_peer}: what was last seen of peers, whatever node looked. */
@Repository
class PeerRepository {

  private final DSLContext dsl;

  PeerRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** Empty before anybody looked. */
  Optional<Seen> last(ChannelKind kind) {
    return dsl.selectFrom(ALERT_PEER)
        .where(ALERT_PEER.KIND.eq(kind.name()))
        .fetchOptional(PeerRepository::seen);
  }

  /** It answers; when it last did not stays known. */
  Seen answered(ChannelKind kind, Instant now) {
    return dsl.insertInto(ALERT_PEER)
        .set(ALERT_PEER.KIND, kind.name())
        .set(ALERT_PEER.ANSWERS, true)
        .set(ALERT_PEER.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
        .onConflict(ALERT_PEER.KIND)
        .doUpdate()
        .set(ALERT_PEER.ANSWERS, true)
        .set(ALERT_PEER.ANSWERED_AT, now.atOffset(ZoneOffset.UTC))
        .returning()
        .fetchSingle(PeerRepository::seen);
  }

  /** It does not answer; when it last did stays known. */
  Seen failed(ChannelKind kind, Reason why, @Nullable Integer number, Instant now) {
    return dsl.insertInto(ALERT_PEER)
        .set(ALERT_PEER.KIND, kind.name())
        .set(ALERT_PEER.ANSWERS, false)
        .set(ALERT_PEER.FAILED_AT, now.atOffset(ZoneOffset.UTC))
        .set(ALERT_PEER.FAILURE, why.name())
        .set(ALERT_PEER.NUMBER, number)
        .onConflict(ALERT_PEER.KIND)
        .doUpdate()
        .set(ALERT_PEER.ANSWERS, false)
        .set(ALERT_PEER.FAILED_AT, now.atOffset(ZoneOffset.UTC))
        .set(ALERT_PEER.FAILURE, why.name())
        .set(ALERT_PEER.NUMBER, number)
        .returning()
        .fetchSingle(PeerRepository::seen);
  }

  void forget(ChannelKind kind) {
    dsl.deleteFrom(ALERT_PEER).where(ALERT_PEER.KIND.eq(kind.name())).execute();
  }

  private static Seen seen(AlertPeerRecord row) {
    String failure = row.getFailure();
    return new Seen(
        row.getAnswers(),
        instant(row.getAnsweredAt()),
        instant(row.getFailedAt()),
        failure == null ? null : Reason.valueOf(failure),
        row.getNumber());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
