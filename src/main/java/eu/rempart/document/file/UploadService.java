package eu.rempart.document.file;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.account.Rights;
import eu.rempart.common.Ids;
import eu.rempart.document.file.FileRefusedException.Reason;
import eu.rempart.vault.content.ContentCipher;
import eu.rempart.vault.content.ContentSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Takes files in, from the network straight into encryption, a megabyte at a time. A file that
 * breaks off goes on where it stopped, or vanishes whole. Every method needs a right, and throws
 * where it is missing; a member reaches only what they began themselves.
 */
@Service
@EnableConfigurationProperties(DocumentSettings.class)
public class UploadService {

  /** Files on their way in of one member at once. */
  static final int AT_ONCE = 20;

  /** Chunks that are written together: a megabyte. */
  private static final int TOGETHER = 16;

  private final UploadRepository repository;
  private final TransactionTemplate transactions;
  private final Rights rights;
  private final CurrentMember current;
  private final Clock clock;
  private final DocumentSettings settings;

  UploadService(
      UploadRepository repository,
      PlatformTransactionManager transactions,
      Rights rights,
      CurrentMember current,
      ObjectProvider<Clock> clock,
      DocumentSettings settings) {
    this.repository = repository;
    this.transactions = new TransactionTemplate(transactions);
    this.rights = rights;
    this.current = current;
    this.clock = clock.getIfAvailable(Clock::systemUTC);
    this.settings = settings;
  }

  /** Largest file that is taken. */
  public DataSize limit() {
    rights.require(Right.READ_RECORDS);
    return settings.maxSize();
  }

  /**
   * Begins with a file, or goes on with the same one if it broke off.
   *
   * @param name whatever its sender called it
   * @param size bytes
   * @param fingerprint what tells it from another file of that name and size; may be empty
   */
  public Upload begin(String name, long size, String fingerprint) throws FileRefusedException {
    rights.require(Right.WRITE_RECORDS);
    if (size <= 0) {
      throw new FileRefusedException(Reason.EMPTY);
    }
    if (size > Math.min(settings.maxSize().toBytes(), ContentSize.MOST)) {
      throw new FileRefusedException(Reason.TOO_LARGE);
    }
    FileName called = FileName.of(name);
    List<UploadRow> mine = repository.of(current.id());
    Optional<UploadRow> same =
        mine.stream()
            .filter(row -> row.name().equals(called) && row.size().bytes() == size)
            .filter(row -> !fingerprint.isEmpty() && row.fingerprint().equals(fingerprint))
            .findFirst();
    if (same.isPresent()) {
      return same.get().state();
    }
    if (mine.size() >= AT_ONCE) {
      throw new FileRefusedException(Reason.TOO_MANY);
    }
    UploadRow row =
        new UploadRow(
            Ids.next(), called, fingerprint, new ContentSize(size), ContentCipher.newKey(), 0);
    transactions.executeWithoutResult(
        status -> repository.insert(row, current.id(), clock.instant()));
    return row.state();
  }

  /** How far it is; empty where it vanished, became a document, or is somebody else's. */
  public Optional<Upload> find(UUID id) {
    rights.require(Right.WRITE_RECORDS);
    return repository.find(id, current.id()).map(UploadRow::state);
  }

  /**
   * Takes more of a file, until the stream or the file ends. What a broken stream brought is kept,
   * but for less than a chunk at its end.
   *
   * @param offset of the stream's first byte in the file: how much is here
   * @return how far it is; empty where the offset is another, or it is not there
   * @throws IOException if the stream breaks off
   * @throws FileRefusedException if the stream goes on behind the end of the file
   */
  public Optional<Upload> append(UUID id, long offset, InputStream in)
      throws IOException, FileRefusedException {
    rights.require(Right.WRITE_RECORDS);
    UploadRow row = repository.find(id, current.id()).orElse(null);
    if (row == null || row.received() != offset) {
      return Optional.empty();
    }
    try (ContentCipher cipher = new ContentCipher(row.key(), id)) {
      int done = fill(row, cipher, in);
      if (done < 0) {
        return Optional.empty();
      }
    }
    return find(id);
  }

  /**
   * Takes a file in whose bytes are at hand.
   *
   * @return of which a document can be made
   * @throws FileRefusedException as {@link #begin} does
   */
  public UUID take(String name, byte[] content) throws FileRefusedException {
    UUID id = begin(name, content.length, "").id();
    try {
      append(id, 0, new ByteArrayInputStream(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory don't break off
    }
    return id;
  }

  /** Seals what comes, chunk by chunk; -1 where somebody else goes on with the same file. */
  private int fill(UploadRow row, ContentCipher cipher, InputStream in)
      throws IOException, FileRefusedException {
    ContentSize size = row.size();
    byte[] buffer = new byte[ContentCipher.CHUNK];
    List<byte[]> sealed = new ArrayList<>(TOGETHER);
    int written = row.chunks();
    int next = written;
    while (next < size.chunks()) {
      int padded = size.lengthOf(next);
      int wanted =
          (int) Math.clamp(size.bytes() - (long) next * ContentCipher.CHUNK, 0L, (long) padded);
      int got = wanted == 0 ? 0 : read(in, buffer, wanted, row, sealed, written);
      if (got < wanted) {
        break;
      }
      java.util.Arrays.fill(buffer, got, padded, (byte) 0);
      sealed.add(cipher.seal(next, next == size.chunks() - 1, buffer, padded));
      next++;
      if (sealed.size() == TOGETHER) {
        if (!write(row.id(), written, sealed)) {
          return -1;
        }
        written = next;
        sealed.clear();
      }
    }
    if (next == size.chunks() && in.read() >= 0) {
      throw new FileRefusedException(Reason.BROKEN);
    }
    return write(row.id(), written, sealed) ? next : -1;
  }

  /** Reads so many bytes, or to the end; whole chunks are kept even where the stream breaks. */
  private int read(
      InputStream in, byte[] buffer, int wanted, UploadRow row, List<byte[]> sealed, int written)
      throws IOException {
    try {
      return in.readNBytes(buffer, 0, wanted);
    } catch (IOException e) {
      write(row.id(), written, sealed);
      throw e;
    }
  }

  private boolean write(UUID id, int from, List<byte[]> sealed) {
    if (sealed.isEmpty()) {
      return true;
    }
    if (find(id).isEmpty()) { // it vanished meanwhile; and who is locked out ends here
      return false;
    }
    Instant now = clock.instant();
    List<byte[]> chunks = List.copyOf(sealed);
    return Boolean.TRUE.equals(
        transactions.execute(status -> repository.append(id, from, chunks, now)));
  }

  /** Lets it vanish. */
  public void giveUp(UUID id) {
    rights.require(Right.WRITE_RECORDS);
    if (repository.find(id, current.id()).isPresent()) {
      transactions.executeWithoutResult(status -> repository.vanish(id));
    }
  }
}
