package eu.rempart.account.signin;

import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.types.DayToSecond;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The table {@code sign_in_failure}; one statement for each of its methods. */
@Repository
class SignInFailureRepository implements SharedFailures {

  private static final String NAME = "sign_in_failure";
  private static final Table<Record> FAILURE = table(name(NAME));
  private static final Field<byte[]> KEY = field(name(NAME, "key"), byte[].class);
  private static final Field<Integer> COUNT = field(name(NAME, "count"), Integer.class);
  private static final Field<OffsetDateTime> LAST_AT =
      field(name(NAME, "last_at"), OffsetDateTime.class);

  private final DSLContext dsl;

  SignInFailureRepository(DSLContext dsl) {
    this.dsl = dsl;
  }

  @Override
  public Map<String, Failed> find(Collection<String> keys) {
    Map<String, String> byDigest = new HashMap<>();
    keys.forEach(key -> byDigest.put(HexFormat.of().formatHex(digest(key)), key));
    Map<String, Failed> found = new HashMap<>();
    Field<Long> age =
        field("(1000 * extract(epoch from clock_timestamp() - {0}))::bigint", Long.class, LAST_AT);
    dsl.select(KEY, COUNT, age)
        .from(FAILURE)
        .where(KEY.in(digests(keys)))
        .and(LAST_AT.gt(oldest()))
        .forEach(
            row ->
                found.put(
                    byDigest.get(HexFormat.of().formatHex(row.value1())),
                    // the database's clock may have been set back
                    new Failed(row.value2(), Duration.ofMillis(Math.max(0, row.value3())))));
    return found;
  }

  @Override
  public void add(Collection<String> keys) {
    // in one order for all, so that two servers can't wait for each other
    var rows = digests(keys).stream().sorted(Arrays::compare).map(key -> row(key, 1)).toList();
    dsl.insertInto(FAILURE, KEY, COUNT)
        .valuesOfRows(rows)
        .onConflict(KEY)
        .doUpdate()
        .set(COUNT, when(LAST_AT.lt(oldest()), val(1)).otherwise(COUNT.plus(1)))
        .set(LAST_AT, field("clock_timestamp()", OffsetDateTime.class))
        .execute();
  }

  @Override
  public void forget(Collection<String> keys) {
    dsl.deleteFrom(FAILURE).where(KEY.in(digests(keys))).execute();
  }

  @Scheduled(initialDelay = 11, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
  void forgetOld() {
    dsl.deleteFrom(FAILURE).where(LAST_AT.lt(oldest())).execute();
  }

  private static Field<OffsetDateTime> oldest() {
    return currentOffsetDateTime().minus(DayToSecond.valueOf(KEPT));
  }

  private static List<byte[]> digests(Collection<String> keys) {
    return keys.stream().map(SignInFailureRepository::digest).toList();
  }

  private static byte[] digest(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
