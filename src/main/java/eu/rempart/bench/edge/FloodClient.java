package eu.rempart.bench.edge;

import eu.rempart.tls.sign.Niceness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections at a rate, each from the next of many sources, with the same ClientHello again
 * and again, and waits for nothing: it costs the sender a few system calls. One thread.
 */
final class FloodClient implements AutoCloseable {

  /** An attacker has to keep a connection for so long, or the server notices and does not sign. */
  private static final long KEPT_NANOS = 400_000_000;

  private static final int MOST_OPEN = 12_000;

  /**
   * Attackers have processors of their own. Where they share the server's they give way to what it
   * does for members, and not to its signers, which give way further: the flood goes on.
   */
  private static final int NICENESS = 5;

  private static final long PAUSE_NANOS = 500_000;

  private record Open(SocketChannel channel, long since) {}

  private final InetSocketAddress server;
  private final List<InetAddress> sources;
  private final byte[] hello;
  private final int perSecond;
  private final Queue<Open> open = new ArrayDeque<>();
  private final Thread thread;
  private volatile boolean over;
  private final LongAdder sent = new LongAdder();

  /** Begins. */
  FloodClient(int port, List<InetAddress> sources, byte[] hello, int perSecond) {
    this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.sources = sources;
    this.hello = hello;
    this.perSecond = perSecond;
    this.thread = Thread.ofPlatform().name("flood").start(this::run);
  }

  /** Connections until now that were taken and heard the whole hello. */
  long sent() {
    return sent.sum();
  }

  private void run() {
    Niceness.raise(NICENESS);
    long begun = System.nanoTime();
    long tried = 0;
    int next = 0;
    while (!over) {
      long now = System.nanoTime();
      long due = (now - begun) / 1_000 * perSecond / 1_000_000;
      // What could not be sent in time is not sent at all: no burst after a pause.
      tried = Math.max(tried, due - perSecond / 10);
      for (; tried < due && open.size() < MOST_OPEN; tried++) {
        connect(sources.get(next));
        next = (next + 1) % sources.size();
      }
      closeOld(now - KEPT_NANOS);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    closeOld(Long.MAX_VALUE);
  }

  private void connect(InetAddress source) {
    SocketChannel channel = null;
    try {
      channel = SocketChannel.open();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      // Loopback has shaken hands when connect() returns, which only finishConnect() tells.
      if (channel.connect(server) || channel.finishConnect()) {
        ByteBuffer words = ProxyWords.before(source, server, hello);
        channel.write(words);
        if (!words.hasRemaining()) {
          sent.increment();
        }
        open.add(new Open(channel, System.nanoTime()));
        return;
      }
    } catch (IOException refused) {
      // one less
    }
    close(channel);
  }

  private void closeOld(long before) {
    for (Open first = open.peek(); first != null && first.since() < before; first = open.peek()) {
      close(open.remove().channel());
    }
  }

  private static void close(@Nullable SocketChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException alreadyGone) {
      // what we wanted
    }
  }

  @Override
  public void close() {
    over = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
