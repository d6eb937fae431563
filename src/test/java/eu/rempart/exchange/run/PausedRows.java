package eu.rempart.exchange.run;

import eu.rempart.exchange.format.ImportSource;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.exchange.format.ImportedRows;
import eu.rempart.exchange.run.upload.BroughtFile;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Rows that stop at one of them until told to go on. */
final class PausedRows {

  private final ImportCase owner;
  private final int rows;
  private final int pauseAt;
  private final CountDownLatch paused = new CountDownLatch(1);
  private final CountDownLatch onwards = new CountDownLatch(1);

  PausedRows(ImportCase owner, int rows, int pauseAt) {
    this.owner = owner;
    this.rows = rows;
    this.pauseAt = pauseAt;
  }

  ImportFile file() {
    StringBuilder csv = new StringBuilder("First name,Email\n");
    for (int i = 0; i < rows; i++) {
      csv.append("P,p").append(i).append("@H\n");
    }
    BroughtFile file = owner.bring(csv.toString());
    return new ImportFile(
        "p.csv",
        file.size(),
        ImportSource.GENERIC,
        List.of(),
        () -> new Rows(open(file)),
        () -> {});
  }

  /** The rows of this file, stopped at one of them. */
  ImportFile around(ImportFile inner) {
    return new ImportFile(
        inner.kind(),
        inner.name(),
        inner.bytes(),
        inner.source(),
        inner.headers(),
        inner.options(),
        () -> new Rows(inner.open()),
        inner.ended());
  }

  private static ImportedRows open(BroughtFile file) throws java.io.IOException {
    return ImportCase.table(file).open();
  }

  void awaitPause() {
    try {
      paused.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void goOn() {
    onwards.countDown();
  }

  private final class Rows implements ImportedRows {

    private final ImportedRows in;
    private int at;

    Rows(ImportedRows in) {
      this.in = in;
    }

    @Override
    public long bytesRead() {
      return in.bytesRead();
    }

    @Override
    public boolean hasNext() {
      return in.hasNext();
    }

    @Override
    public ImportedRow next() {
      if (++at == pauseAt) {
        paused.countDown();
        try {
          onwards.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return in.next();
    }

    @Override
    public void close() throws java.io.IOException {
      in.close();
    }
  }
}
