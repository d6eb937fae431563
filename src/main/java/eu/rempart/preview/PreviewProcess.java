package eu.rempart.preview;

import eu.rempart.common.Picture;
import eu.rempart.preview.Preview.None;
import eu.rempart.preview.Preview.Reason;
import eu.rempart.preview.Previewer.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looks into PDF files and what office programs write in a process of its own, which has little
 * memory and little time, gets the file through a pipe, answers through another, and writes nothing
 * anywhere: the only bounds that a file made to break its reader keeps to. Some at a time. Thread
 * safe.
 */
final class PreviewProcess {

  /** What is wanted of a file. */
  enum Task {
    /** One of its pages, drawn. */
    PAGE,
    /** Its first sheet. */
    ROWS,
    /** The beginning of its text. */
    TEXT,
    /** Its different words. */
    WORDS,
    /** Many pictures, as photos: a {@link PreviewSession}. */
    PHOTOS,
    /** A picture, as large as is looked at. */
    LARGE
  }

  /** Larger files are not looked into. */
  static final int MAX_BYTES = 48 << 20;

  private static final String HEAP = "-Xmx320m";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Longer nobody waits for a place. */
  private static final Duration WAIT = Duration.ofMinutes(1);

  private static final int MOST_WAITING = 100;
  static final int MAX_ANSWER = 16 << 20;
  private static final int BUFFER = 64 * 1024;

  private final Semaphore places;
  private final Duration patience;
  private final String java;

  /**
   * @param atOnce how many files are looked into at once; others wait
   */
  PreviewProcess(int atOnce) {
    this(atOnce, PATIENCE);
  }

  PreviewProcess(int atOnce, Duration patience) {
    this(atOnce, patience, Path.of(System.getProperty("java.home"), "bin", "java"));
  }

  PreviewProcess(int atOnce, Duration patience, Path java) {
    this.places = new Semaphore(atOnce, true);
    this.patience = patience;
    this.java = java.toString();
  }

  /**
   * What can be shown of a file.
   *
   * @throws NotStartedException if no process can be started
   * @throws UnansweredException if the process ended, or was ended, before it answered; or if too
   *     many others waited, or for too long
   * @throws IOException if the content can't be read
   */
  Preview run(Task task, String mediaType, int page, long size, Content content)
      throws IOException {
    if (size > MAX_BYTES) {
      return new None(Reason.TOO_LARGE);
    }
    byte[] answer = answer(task, mediaType, page, size, content);
    return answer.length > MAX_ANSWER
        ? new None(Reason.TOO_MUCH)
        : read(new DataInputStream(new ByteArrayInputStream(answer)));
  }

  /** The bytes that the process answers; one more than is read where there are too many. */
  byte[] answer(Task task, String mediaType, int page, long size, Content content)
      throws IOException {
    takePlace();
    try {
      return answer(start(), head(task, mediaType, page, size), content);
    } finally {
      places.release();
    }
  }

  /**
   * Starts a process that looks into one file after the other.
   *
   * @throws NotStartedException if no process can be started
   * @throws UnansweredException if too many others waited, or for too long
   */
  PreviewSession begin(Task task, String mediaType) throws IOException {
    takePlace();
    try {
      return new PreviewSession(start(), head(task, mediaType, 0, 0), patience, places);
    } catch (IOException | RuntimeException e) {
      places.release();
      throw e;
    }
  }

  /** About how many wait for a place. */
  int waiting() {
    return places.getQueueLength();
  }

  private void takePlace() throws IOException {
    if (waiting() >= MOST_WAITING || !gotPlace()) {
      throw new UnansweredException(true);
    }
  }

  private boolean gotPlace() throws InterruptedIOException {
    try {
      return places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("who waited for a place is to end");
    }
  }

  private Process start() throws NotStartedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                // what a crash leaves has parts of the file
                "-XX:ErrorFile=/dev/null",
                "-XX:-CreateCoredumpOnCrash",
                "-Djava.awt.headless=true"));
    command.addAll(NoNetwork.OPTIONS);
    command.addAll(PreviewClassPath.OWN.arguments());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear(); // it may know no password
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new NotStartedException(e);
    }
  }

  private static byte[] head(Task task, String mediaType, int page, long size) throws IOException {
    var head = new ByteArrayOutputStream();
    var out = new DataOutputStream(head);
    out.writeUTF(task.name());
    out.writeUTF(mediaType);
    out.writeInt(page);
    out.writeInt((int) size);
    return head.toByteArray();
  }

  private byte[] answer(Process process, byte[] head, Content content) throws IOException {
    var late = new AtomicBoolean();
    Thread ending = Thread.ofPlatform().daemon().start(() -> endInTime(process, late));
    try {
      tell(process, head, content);
      byte[] answer = hear(process, late);
      if (answer.length == 0 || late.get()) {
        throw new UnansweredException(late.get());
      }
      return answer;
    } finally {
      ending.interrupt();
      process.destroyForcibly();
    }
  }

  private void endInTime(Process process, AtomicBoolean late) {
    try {
      if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
      late.set(true); // before its pipes break
    } catch (InterruptedException _) {
      // answered, or given up
    }
    process.destroyForcibly();
  }

  /** Nothing where it was ended: its pipe is closed with it. */
  private static byte[] hear(Process process, AtomicBoolean late) throws IOException {
    try (InputStream in = process.getInputStream()) {
      return in.readNBytes(MAX_ANSWER + 1);
    } catch (IOException e) {
      if (late.get()) {
        return new byte[0];
      }
      throw e;
    }
  }

  /** What can't be read is no fault of the process, and no pipe that breaks is one of the file. */
  private static void tell(Process process, byte[] head, Content content) throws IOException {
    OutputStream pipe = process.getOutputStream();
    try (InputStream in = content.open()) {
      byte[] buffer = new byte[BUFFER];
      boolean hears = say(() -> pipe.write(head));
      for (int got = in.read(buffer); hears && got >= 0; got = in.read(buffer)) {
        int count = got;
        hears = say(() -> pipe.write(buffer, 0, count));
      }
    } finally {
      say(pipe::close);
    }
  }

  /** A process that ends before it has read everything has its reasons: they are in its answer. */
  private static boolean say(Saying what) {
    try {
      what.run();
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private interface Saying {
    void run() throws IOException;
  }

  private static Preview read(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case PreviewMain.PAGE -> {
        int page = in.readInt();
        int pages = in.readInt();
        yield new Preview.Page(new Picture(in.readNBytes(in.readInt())), page, pages);
      }
      case PreviewMain.ROWS -> {
        boolean cut = in.readBoolean();
        int count = Math.min(Cells.ROWS, in.readInt());
        List<List<String>> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          List<String> row = new ArrayList<>();
          int cells = Math.min(Cells.COLUMNS, in.readInt());
          for (int c = 0; c < cells; c++) {
            row.add(Objects.requireNonNull(in.readUTF()));
          }
          rows.add(row);
        }
        yield new Preview.Sheet(rows, cut);
      }
      case PreviewMain.TEXT -> {
        boolean cut = in.readBoolean();
        int length = in.readInt();
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
          throw new UnansweredException(false); // it ended in the middle of it
        }
        yield new Preview.Text(new String(text, StandardCharsets.UTF_8), cut);
      }
      default -> new None(Reason.DAMAGED);
    };
  }
}
