package eu.rempart.document.file;

import eu.rempart.preview.NotStartedException;
import eu.rempart.preview.WordReader;
import eu.rempart.vault.handle.VaultHandle;
import eu.rempart.vault.handle.VaultScope;
import eu.rempart.vault.lock.VaultLocked;
import eu.rempart.vault.lock.VaultLockedException;
import eu.rempart.vault.lock.VaultUnlocked;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reads the words of documents that nobody has read yet, one by one on a thread of its own, the
 * newest first: those that were just brought, and in the end all that were there before. They are
 * sealed, so they wait while nobody is signed in on this server.
 */
@Component
class WordsReading implements DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(WordsReading.class);

  /** Longer than any file takes: whoever began before has stopped in the middle. */
  private static final Duration ABANDONED = Duration.ofMinutes(10);

  private final WordsRepository words;
  private final FileService files;
  private final WordReader reader;
  private final AtomicBoolean rung = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("document-words").daemon().factory());
  private volatile @Nullable VaultHandle handle;

  WordsReading(WordsRepository words, FileService files, WordReader reader) {
    this.words = words;
    this.files = files;
    this.reader = reader;
  }

  @EventListener
  void unlocked(VaultUnlocked event) {
    handle = event.handle();
  }

  @EventListener
  void locked(VaultLocked event) {
    handle = null;
  }

  /** Looks for new ones soon, on a thread of its own. */
  @Scheduled(initialDelay = 60, fixedDelay = 20, timeUnit = TimeUnit.SECONDS)
  void ring() {
    if (handle != null && !thread.isShutdown() && rung.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            rung.set(false);
            round();
          });
    }
  }

  /** Everything that nobody has read, on the caller's thread. */
  void round() {
    try {
      for (Optional<FileId> next = take(); next.isPresent(); next = take()) {
        FileId file = next.get();
        VaultHandle key = handle;
        if (key == null || Thread.currentThread().isInterrupted()) {
          words.putBack(file);
          return;
        }
        if (!VaultScope.call(key, () -> read(file))) {
          return;
        }
      }
    } catch (RuntimeException e) {
      // whatever the database or its driver throws; what is left is looked at again
      LOG.warn("the words of documents could not be read: {}", e.getClass().getName());
    }
  }

  private Optional<FileId> take() {
    Instant now = Instant.now();
    return handle == null || !reader.isReady()
        ? Optional.empty()
        : words.take(now, now.minus(ABANDONED));
  }

  /**
   * @return false where nothing can be read now, for reasons that no file has; the keys are gone
   *     before that is told
   */
  private boolean read(FileId id) {
    try {
      StoredFile file = files.stored(List.of(id.value())).get(id.value());
      words.keep(
          id,
          file == null || file.size() < 0
              ? null
              : reader
                  .words(file.mediaType(), file.size(), () -> files.content(file))
                  .orElse(null));
    } catch (VaultLockedException _) {
      words.putBack(id);
      return false;
    } catch (NotStartedException e) {
      words.putBack(id); // which costs none of them an attempt
      LOG.warn("the words of documents wait: {}", String.valueOf(e.getCause()));
      return false;
    } catch (IOException e) {
      // a chunk is missing or does not open, which the next attempts and the document's page tell;
      // or nothing answered: another attempt may find the machine with less to do
      LOG.warn("the file {} could not be read: {}", id, e.toString());
    }
    return true;
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
  }
}
