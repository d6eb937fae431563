package eu.rempart.alert.channel.peer;

import static eu.rempart.db.generated.Tables.ALERT_CHANNEL;
import static org.jooq.impl.DSL.currentOffsetDateTime;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.db.generated.tables.records.AlertChannelRecord;
import eu.rempart.db.ledger.LedgerQueries;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code alert_channel}, and what the ledger says of its changes. */
@Repository
class ChannelRepository {

  private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};

  /**
   * A row.
   *
   * @param secret sealed; null if there is none; not copied
   */
  // compared by nobody
  @SuppressWarnings("ArrayRecordComponent")
  record Row(ChannelSettings settings, byte @Nullable [] secret) {}

  private final DSLContext dsl;

  ChannelRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<Row> all() {
    return dsl.selectFrom(ALERT_CHANNEL).fetch(ChannelRepository::row);
  }

  /** The one of a kind, which nobody else changes before the transaction ends. */
  Optional<Row> locked(ChannelKind kind) {
    return dsl.selectFrom(ALERT_CHANNEL)
        .where(ALERT_CHANNEL.KIND.eq(kind.name()))
        .forUpdate()
        .fetchOptional(ChannelRepository::row);
  }

  /** Saves; answers false if somebody else did in between. */
  boolean save(ChannelSettings settings, byte @Nullable [] secret, UUID by) {
    JSONB values = json(words(settings.values()));
    if (settings.version() == 0) {
      return dsl.insertInto(ALERT_CHANNEL)
              .set(ALERT_CHANNEL.KIND, settings.kind().name())
              .set(ALERT_CHANNEL.ENABLED, settings.enabled())
              .set(ALERT_CHANNEL.SETTINGS, values)
              .set(ALERT_CHANNEL.SECRET, secret)
              .set(ALERT_CHANNEL.CHANGED_BY, by)
              .onConflictDoNothing()
              .execute()
          == 1;
    }
    return dsl.update(ALERT_CHANNEL)
            .set(ALERT_CHANNEL.VERSION, ALERT_CHANNEL.VERSION.plus(1))
            .set(ALERT_CHANNEL.ENABLED, settings.enabled())
            .set(ALERT_CHANNEL.SETTINGS, values)
            .set(ALERT_CHANNEL.SECRET, secret)
            .set(ALERT_CHANNEL.CHANGED_AT, currentOffsetDateTime())
            .set(ALERT_CHANNEL.CHANGED_BY, by)
            .where(ALERT_CHANNEL.KIND.eq(settings.kind().name()))
            .and(ALERT_CHANNEL.VERSION.eq(settings.version()))
            .execute()
        == 1;
  }

  /** Tells the ledger, in the transaction of the change. */
  void tell(Map<String, String> detail) {
    new LedgerQueries(dsl).append("alert.channel.saved", detail);
  }

  /** Settings as the database and the ledger name them. */
  static Map<String, String> words(Map<Setting, String> values) {
    Map<String, String> words = new TreeMap<>();
    values.forEach((setting, value) -> words.put(setting.key(), value));
    return words;
  }

  private static JSONB json(Map<String, String> words) {
    return JSONB.valueOf(JsonMapper.shared().writeValueAsString(words));
  }

  private static Row row(AlertChannelRecord row) {
    Map<String, String> words = JsonMapper.shared().readValue(row.getSettings().data(), WORDS);
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    // one that a newer version wrote is not ours to read
    Arrays.stream(Setting.values())
        .filter(setting -> words.containsKey(setting.key()))
        .forEach(setting -> values.put(setting, words.getOrDefault(setting.key(), "")));
    byte[] secret = row.getSecret();
    return new Row(
        new ChannelSettings(
            ChannelKind.valueOf(row.getKind()),
            row.getVersion(),
            row.getEnabled(),
            values,
            secret != null),
        secret);
  }
}
