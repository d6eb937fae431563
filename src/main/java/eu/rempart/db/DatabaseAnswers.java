package eu.rempart.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Whether the database answers, for whoever tells others that this process can work. */
@Component
public class DatabaseAnswers {

  private static final int SECONDS = 2;

  private final DataSource database;

  public DatabaseAnswers(DataSource database) {
    this.database = database;
  }

  /** Asks it; takes as long as getting a connection does, and two seconds at most after that. */
  public boolean now() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(SECONDS);
    } catch (SQLException e) {
      return false; // that is the answer; the pool has logged why
    }
  }
}
