package eu.rempart.alert.channel.answer;

import static eu.rempart.db.generated.Tables.ALERT_CHANNEL;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.db.ledger.LedgerQueries;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The column {@code alert_channel.answers}, and what the ledger says of its changes. */
@Repository
class AnswerTokenRepository {

  private final DSLContext dsl;

  AnswerTokenRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The hash of the token that opens. */
  Optional<byte[]> hash() {
    return dsl.select(ALERT_CHANNEL.ANSWERS)
        .from(ALERT_CHANNEL)
        .where(ALERT_CHANNEL.KIND.eq(ChannelKind.SMS_HTTP.name()))
        .fetchOptional(row -> row.value1());
  }

  /**
   * From now on the token of this hash opens.
   *
   * @param hash null: none does
   * @return false if the gateway was never set up
   */
  boolean put(byte @Nullable [] hash) {
    return dsl.update(ALERT_CHANNEL)
            .set(ALERT_CHANNEL.ANSWERS, hash)
            .where(ALERT_CHANNEL.KIND.eq(ChannelKind.SMS_HTTP.name()))
            .execute()
        == 1;
  }

  /** Appends a row to the ledger, in the transaction of the change. */
  void tell(String kind) {
    new LedgerQueries(dsl).append(kind, Map.of("channel", ChannelKind.SMS_HTTP.name()));
  }
}
