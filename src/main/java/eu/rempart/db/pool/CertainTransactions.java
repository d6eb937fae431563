package eu.rempart.db.pool;

import java.io.Serial;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;

/**
 * Transactions whose commit, where its answer never came or the copy did not confirm it, ends
 * neither committed nor rolled back: those who wait for the end are told that nobody knows.
 */
public final class CertainTransactions extends JdbcTransactionManager {

  @Serial private static final long serialVersionUID = 1;

  private static final String COMMIT = "JDBC commit";

  public CertainTransactions(DataSource database) {
    super(database);
  }

  @Override
  protected RuntimeException translateException(String task, SQLException failure) {
    return task.equals(COMMIT) && isInDoubt(failure)
        ? new TransactionSystemException("Nobody knows whether the commit lasts", failure)
        : super.translateException(task, failure);
  }

  /** The connection broke, or the server ended it (classes 08 and 57P of SQLSTATE). */
  private static boolean isInDoubt(SQLException failure) {
    String state = failure.getSQLState();
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.equals("40003"));
  }
}
