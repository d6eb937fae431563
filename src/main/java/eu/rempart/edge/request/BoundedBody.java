package eu.rempart.edge.request;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * A body that may neither be larger than it should nor come slower than {@value #SLOWEST} bytes a
 * second after the first {@value #GRACE_SECONDS} seconds.
 */
final class BoundedBody extends ServletInputStream {

  private static final long SLOWEST = 400;
  private static final long GRACE_SECONDS = 10;
  private static final long SECOND = 1_000_000_000;

  private final ServletInputStream body;
  private final long most;
  private final LongSupplier nanos;
  private final long begun;
  private long read;

  BoundedBody(ServletInputStream body, long most, LongSupplier nanos) {
    this.body = body;
    this.most = most;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int got = body.read(into, from, length);
    count(Math.max(0, got));
    return got;
  }

  private void count(int more) throws IOException {
    read += more;
    if (read > most) {
      throw new BodyRefusedException(Refusal.TOO_LARGE);
    }
    long seconds = (nanos.getAsLong() - begun) / SECOND;
    if (more > 0 && seconds > GRACE_SECONDS && read < seconds * SLOWEST) {
      throw new BodyRefusedException(Refusal.TOO_SLOW);
    }
  }

  @Override
  public int available() throws IOException {
    return body.available();
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    body.setReadListener(listener);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
