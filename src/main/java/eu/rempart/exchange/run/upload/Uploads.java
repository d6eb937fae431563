package eu.rempart.exchange.run.upload;

import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.exchange.run.ImportSettings;
import eu.rempart.vault.spool.SpoolFolder;
import eu.rempart.vault.spool.SpooledFile;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Takes files in, straight from the network into encryption. */
@Service
@EnableConfigurationProperties(ImportSettings.class)
public class Uploads {

  private static final int BUFFER = 64 * 1024;

  private final SpoolFolder spool;
  private final Rights rights;
  private final Clock clock;
  private final DataSize limit;

  Uploads(SpoolFolder spool, Rights rights, ObjectProvider<Clock> clock, ImportSettings settings) {
    this.spool = spool;
    this.rights = rights;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
    this.limit = settings.maxSize();
  }

  /** Largest file that is taken, which is no secret: setting {@code rempart.import.max-size}. */
  @PermitAll
  public DataSize limit() {
    return limit;
  }

  /**
   * Reads the stream to its end.
   *
   * @throws FileTooLargeException beyond the limit; nothing of the file is kept
   * @throws IOException if the stream breaks off; nothing of the file is kept
   */
  public BroughtFile take(String name, InputStream in) throws IOException {
    rights.require(Right.IMPORT_RECORDS);
    SpooledFile file = spool.create();
    try {
      try (OutputStream out = file.write()) {
        byte[] buffer = new byte[BUFFER];
        long taken = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          taken += n;
          if (taken > limit.toBytes()) {
            throw new FileTooLargeException(limit);
          }
          out.write(buffer, 0, n);
        }
      }
      return new BroughtFile(name, file, clock);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }
}
