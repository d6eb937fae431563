package eu.rempart.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process that looks into one file after the other, each as long as a single one may take. Holds
 * a place among processes until it is closed. For one thread.
 */
final class PreviewSession implements AutoCloseable {

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final Duration patience;
  private final Semaphore places;
  private byte[] head;

  /**
   * @param head what the process is told before the first file
   * @param places one of which was taken, and is given back
   */
  PreviewSession(Process process, byte[] head, Duration patience, Semaphore places) {
    this.process = process;
    this.head = head;
    this.patience = patience;
    this.places = places;
    this.out = new DataOutputStream(process.getOutputStream());
    this.in = new DataInputStream(process.getInputStream());
  }

  /** Whether somebody waits for a place. */
  boolean othersWait() {
    return places.hasQueuedThreads();
  }

  /**
   * What the process answers to a file. After a failure the process has ended.
   *
   * @throws UnansweredException if it ended, or was ended, before it answered
   */
  byte[] answer(byte[] file) throws UnansweredException {
    var late = new AtomicBoolean();
    Thread ending = Thread.ofPlatform().daemon().start(() -> endInTime(late));
    try {
      out.write(head);
      head = new byte[0];
      out.writeInt(file.length);
      out.write(file);
      out.flush();
      int length = in.readInt();
      if (length < 0 || length > PreviewProcess.MAX_ANSWER) {
        throw new UnansweredException(false);
      }
      byte[] answer = new byte[length];
      in.readFully(answer);
      if (late.get()) {
        throw new UnansweredException(true);
      }
      return answer;
    } catch (UnansweredException e) {
      throw e;
    } catch (IOException _) { // its pipes broke: it has ended
      throw new UnansweredException(late.get());
    } finally {
      ending.interrupt();
    }
  }

  private void endInTime(AtomicBoolean late) {
    try {
      if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        late.set(true); // before its pipes break
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      // answered
    }
  }

  @Override
  public void close() {
    process.destroyForcibly(); // its pipes are closed with it
    places.release();
  }
}
