package eu.rempart.edge;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Connections of HTTP/1.1 on which the head of each request has to be whole in due time once it is
 * begun: limits of silence never end a client that sends a byte a second.
 */
final class HeadDeadlines extends HttpConnectionFactory {

  private final Duration time;

  /**
   * Makes such connections.
   *
   * @param time from the first bytes of a head until its end
   */
  HeadDeadlines(HttpConfiguration http, Duration time) {
    super(http);
    this.time = time;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    var connection = new Timed(getHttpConfiguration(), connector, endPoint, time);
    return configure(connection, connector, endPoint);
  }

  private static final class Timed extends HttpConnection {

    private final Duration time;
    private Scheduler.@Nullable Task pending;

    Timed(HttpConfiguration http, Connector connector, EndPoint endPoint, Duration time) {
      super(http, connector, endPoint);
      this.time = time;
    }

    @Override
    public void onFillable() {
      super.onFillable();
      watch();
    }

    /** Another thread may be reading again already: the state is looked at where it is acted on. */
    private synchronized void watch() {
      boolean within = isWithinHead();
      Scheduler.Task task = pending;
      if (within && task == null) {
        pending =
            getConnector()
                .getScheduler()
                .schedule(this::end, time.toMillis(), TimeUnit.MILLISECONDS);
      } else if (!within && task != null) {
        task.cancel();
        pending = null;
      }
    }

    private synchronized void end() {
      if (pending != null && isWithinHead()) {
        getEndPoint().close();
      }
    }

    private boolean isWithinHead() {
      HttpParser parser = getParser();
      return parser.inHeaderState() && !parser.isStart();
    }
  }
}
