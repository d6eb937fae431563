package eu.rempart.db.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.db.DatabaseUnusableException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A start while nobody leads. */
class DatabaseWaitTest implements DatabaseWait.Time {

  private final Queue<String> refusals = new ArrayDeque<>();
  private long nanos;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pause(Duration pause) {
    nanos += pause.toNanos();
  }

  private Connection open() throws SQLException {
    String state = refusals.poll();
    if (state != null) {
      throw new SQLException("refused", state);
    }
    return proxy(Connection.class, proxy(DatabaseMetaData.class, "rempart"));
  }

  /** Answers every question with one thing; as an interface of the JDK has fifty of them. */
  private static <T> T proxy(Class<T> type, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> method.getReturnType() == void.class ? null : answer));
  }

  private void start() {
    new DatabaseWait(Duration.ofSeconds(10), this).until(this::open, "jdbc:postgresql://a,b/x");
  }

  @Test
  void startWaitsUntilSomebodyLeads() {
    refusals.addAll(List.of("08001", "57P03", "08006"));
    start();
    assertThat(nanos).isEqualTo(Duration.ofSeconds(3).toNanos());
  }

  @Test
  void startEndsWhenNobodyLeadsForLong() {
    for (int i = 0; i < 30; i++) {
      refusals.add("08001");
    }
    assertThatThrownBy(this::start)
        .isInstanceOf(DatabaseUnusableException.class)
        .hasMessageContaining("site status");
    assertThat(nanos).isEqualTo(Duration.ofSeconds(10).toNanos());
  }

  @Test
  void wrongPasswordIsNotWaitedFor() {
    refusals.add("28P01");
    assertThatThrownBy(this::start).isInstanceOf(DatabaseUnusableException.class);
    assertThat(nanos).isZero();
  }
}
