package eu.rempart.db;

import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads tables that are too large for memory, a batch at a time. */
@Component
public class WholeTables {

  private final TransactionTemplate reading;

  WholeTables(PlatformTransactionManager transactions) {
    reading = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * Hands over what a query answers, as one moment of the database has it.
   *
   * @param batch how many rows at once, at the most
   */
  public <R extends Record> void read(ResultQuery<R> query, int batch, Consumer<List<R>> rows) {
    // a cursor needs a transaction, or the driver reads the whole table into memory
    reading.executeWithoutResult(
        _ -> {
          try (Cursor<R> cursor = query.fetchSize(batch).fetchLazy()) {
            while (cursor.hasNext()) {
              rows.accept(List.copyOf(cursor.fetchNext(batch)));
            }
          }
        });
  }
}
