package eu.rempart.db.pool;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.function.Consumer;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLWarning;
import org.postgresql.util.ServerErrorMessage;

/**
 * A connection on which a commit that returns is on both servers where there are two.
 *
 * <p>PostgreSQL answers "committed" where the wait for the synchronous copy was cancelled (by
 * {@code pg_cancel_backend}, a query timeout, or its own end), with a warning that no library looks
 * at: see "Synchronous Replication" in its manual, and {@code SyncRepWaitForLSN} in its source.
 * Here that warning is a {@link CommitInDoubtException}.
 */
final class CertainConnection extends DefaultConnection {

  /** The function that waits; its name is told in each language, and the sentence is not. */
  private static final String WAIT = "SyncRepWaitForLSN";

  private final Consumer<CertainConnection> closed;

  /**
   * Around one that a pool gave.
   *
   * @param closed told when it went back to the pool
   */
  CertainConnection(Connection pooled, Consumer<CertainConnection> closed) {
    super(pooled);
    this.closed = closed;
  }

  @Override
  public void commit() throws SQLException {
    super.commit();
    check();
  }

  /** Commits what was begun, too. */
  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    super.setAutoCommit(autoCommit);
    if (autoCommit) {
      check();
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      super.close();
    } finally {
      closed.accept(this);
    }
  }

  private void check() throws SQLException {
    SQLWarning warnings = getDelegate().getWarnings();
    if (warnings != null) {
      getDelegate().clearWarnings(); // the next commit has its own
      check(warnings);
    }
  }

  private static void check(@Nullable SQLWarning first) throws SQLException {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      if (warning instanceof PSQLWarning told) {
        ServerErrorMessage message = told.getServerErrorMessage();
        if (message != null && WAIT.equals(message.getRoutine())) {
          throw new CommitInDoubtException(String.valueOf(message.getMessage()));
        }
      }
    }
  }

  @Override
  public Statement createStatement() throws SQLException {
    return certain(Statement.class, super.createStatement());
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return certain(Statement.class, super.createStatement(type, concurrency));
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return certain(Statement.class, super.createStatement(type, concurrency, holdability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return certain(PreparedStatement.class, super.prepareStatement(sql));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return certain(PreparedStatement.class, super.prepareStatement(sql, type, concurrency));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return certain(
        PreparedStatement.class, super.prepareStatement(sql, type, concurrency, holdability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
    return certain(PreparedStatement.class, super.prepareStatement(sql, keys));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] columns) throws SQLException {
    return certain(PreparedStatement.class, super.prepareStatement(sql, columns));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] columns) throws SQLException {
    return certain(PreparedStatement.class, super.prepareStatement(sql, columns));
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    return certain(CallableStatement.class, super.prepareCall(sql));
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    return certain(CallableStatement.class, super.prepareCall(sql, type, concurrency));
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return certain(CallableStatement.class, super.prepareCall(sql, type, concurrency, holdability));
  }

  /** One whose executions commit, where no transaction is open, as surely as {@link #commit}. */
  private <S extends Statement> S certain(Class<S> kind, S statement) {
    Object proxy =
        Proxy.newProxyInstance(
            CertainConnection.class.getClassLoader(),
            new Class<?>[] {kind},
            new Execution(this, statement));
    return kind.cast(proxy);
  }

  private record Execution(CertainConnection connection, Statement statement)
      implements InvocationHandler {

    @Override
    @SuppressWarnings("ReferenceEquality") // a statement is equal to itself alone
    public @Nullable Object invoke(
        Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
      String name = method.getName();
      switch (name) {
        case "getConnection" -> {
          return connection;
        }
        case "equals" -> {
          return arguments != null && proxy == arguments[0];
        }
        case "hashCode" -> {
          return System.identityHashCode(proxy);
        }
        default -> {}
      }
      @Nullable Object result;
      try {
        result = method.invoke(statement, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
      if (name.startsWith("execute")) {
        check(statement.getWarnings());
      }
      return result;
    }
  }
}
